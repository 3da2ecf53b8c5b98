package org.postlotse.web.wizard;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.Protocol;
import org.postlotse.guide.Device;
import org.postlotse.guide.Route;

/**
 * What a customer has answered so far.
 *
 * @param mailbox whose settings are meant; empty when they would rather not say
 * @param device what they hold in their hands
 * @param program the id of a guide
 * @param route whether the account is changed or added
 * @param incoming how the program fetches mail
 */
record Journey(
        Optional<EmailAddress> mailbox,
        Optional<Device> device,
        Optional<String> program,
        Optional<Route> route,
        Optional<Protocol> incoming) {
    private static final String VERSION = "1";
    private static final String SEPARATOR = "\n";

    static Journey begin() {
        return new Journey(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Journey of(EmailAddress mailbox) {
        return new Journey(Optional.of(mailbox), device, program, route, incoming);
    }

    /** A new device; what was said of the last one is forgotten. */
    Journey on(Device device) {
        return new Journey(mailbox, Optional.of(device), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Journey with(String program) {
        return new Journey(mailbox, device, Optional.of(program), Optional.empty(), Optional.empty());
    }

    Journey by(Route route) {
        return new Journey(mailbox, device, program, Optional.of(route), incoming);
    }

    Journey fetchingWith(Protocol incoming) {
        return new Journey(mailbox, device, program, route, Optional.of(incoming));
    }

    /** Only the mailbox: the way to one more device begins here. */
    Journey again() {
        return new Journey(mailbox, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    String written() {
        return String.join(
                SEPARATOR,
                List.of(
                        VERSION,
                        mailbox.map(address -> address.localPart() + "@" + address.domain())
                                .orElse(""),
                        device.map(Device::key).orElse(""),
                        program.orElse(""),
                        route.map(Route::key).orElse(""),
                        incoming.map(Protocol::key).orElse("")));
    }

    /** Reads what {@link #written()} wrote; empty when it is of another version or names what there is no more. */
    static Optional<Journey> read(String text) {
        var fields = text.split(SEPARATOR, -1);
        if (fields.length != 6 || !fields[0].equals(VERSION)) return Optional.empty();
        return Optional.of(new Journey(
                EmailAddress.parse(fields[1]),
                find(Device.values(), Device::key, fields[2]),
                Optional.of(fields[3]).filter(id -> !id.isEmpty()),
                find(Route.values(), Route::key, fields[4]),
                find(Protocol.values(), Protocol::key, fields[5])));
    }

    private static <T> Optional<T> find(T[] values, Function<T, String> key, String wanted) {
        return Arrays.stream(values)
                .filter(value -> key.apply(value).equals(wanted))
                .findFirst();
    }
}
