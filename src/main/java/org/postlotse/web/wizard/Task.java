package org.postlotse.web.wizard;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.postlotse.catalogue.Protocol;
import org.postlotse.guide.Device;
import org.postlotse.guide.Route;

/**
 * A device to bring to the right settings, and what was answered about it.
 *
 * @param device what customers hold in their hands
 * @param program the id of a guide
 * @param route whether the account is changed or added
 * @param incoming how the program fetches mail
 * @param done whether all its steps are behind them
 */
record Task(Device device, Optional<String> program, Optional<Route> route, Optional<Protocol> incoming, boolean done) {
    private static final String SEPARATOR = "/";
    private static final String DONE = "done";

    static Task on(Device device) {
        return new Task(device, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    /** With another program all that was said of the last one is forgotten. */
    Task with(String program) {
        return new Task(device, Optional.of(program), Optional.empty(), Optional.empty(), false);
    }

    Task by(Route route) {
        return new Task(device, program, Optional.of(route), incoming, done);
    }

    Task fetchingWith(Protocol incoming) {
        return new Task(device, program, route, Optional.of(incoming), done);
    }

    Task done(boolean done) {
        return new Task(device, program, route, incoming, done);
    }

    String written() {
        return String.join(
                SEPARATOR,
                List.of(
                        device.key(),
                        program.orElse(""),
                        route.map(Route::key).orElse(""),
                        incoming.map(Protocol::key).orElse(""),
                        done ? DONE : ""));
    }

    /** Reads what {@link #written()} wrote; empty when it names a device that there is no more. */
    static Optional<Task> read(String text) {
        var fields = text.split(SEPARATOR, -1);
        return fields.length == 5 ? read(fields) : Optional.empty();
    }

    /** The fields in their order: device, program, route, incoming, and whether it is done. */
    static Optional<Task> read(String... fields) {
        return find(Device.values(), Device::key, fields[0])
                .map(device -> new Task(
                        device,
                        Optional.of(fields[1]).filter(id -> !id.isEmpty()),
                        find(Route.values(), Route::key, fields[2]),
                        find(Protocol.values(), Protocol::key, fields[3]),
                        fields[4].equals(DONE)));
    }

    private static <T> Optional<T> find(T[] values, Function<T, String> key, String wanted) {
        return Arrays.stream(values)
                .filter(value -> key.apply(value).equals(wanted))
                .findFirst();
    }
}
