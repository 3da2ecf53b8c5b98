package org.postlotse.web.wizard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.postlotse.guide.Device;

/**
 * What a User-Agent header says of the device, honestly: a guess that puts one tile first and locks nobody out. An iPad
 * calls itself a Mac since iPadOS 13, so both tiles are always there.
 */
final class GuessedDevice {
    private GuessedDevice() {}

    static Optional<Device> from(String userAgent) {
        if (userAgent.contains("iPhone")) return Optional.of(Device.IPHONE);
        if (userAgent.contains("iPad")) return Optional.of(Device.IPAD);
        if (userAgent.contains("Android")) return Optional.of(Device.ANDROID);
        if (userAgent.contains("Windows NT")) return Optional.of(Device.WINDOWS);
        if (userAgent.contains("Macintosh")) return Optional.of(Device.MAC);
        if (userAgent.contains("Linux")) return Optional.of(Device.LINUX);
        return Optional.empty();
    }

    /** All devices, the guessed one first; behind a Mac the iPad that it may be. */
    static List<Device> first(Optional<Device> guess) {
        var devices = new ArrayList<>(Arrays.asList(Device.values()));
        guess.ifPresent(device -> {
            if (device == Device.MAC) {
                devices.remove(Device.IPAD);
                devices.addFirst(Device.IPAD);
            }
            devices.remove(device);
            devices.addFirst(device);
        });
        return List.copyOf(devices);
    }
}
