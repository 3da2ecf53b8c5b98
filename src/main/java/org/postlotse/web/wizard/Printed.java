package org.postlotse.web.wizard;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.postlotse.catalogue.Server;
import org.postlotse.guide.FilledStep;

/**
 * What stands on a sheet of paper: a customer's values in large letters and, where the program is known, all of its steps.
 *
 * @param program what the steps are for; empty without any
 * @param steps in order
 * @param servers whose values are to be set, incoming before outgoing
 * @param login the user name
 * @param typed the address to type in a browser to come back
 */
record Printed(Optional<String> program, List<FilledStep> steps, List<Server> servers, Login login, String typed) {
    Printed {
        steps = List.copyOf(steps);
        servers = List.copyOf(servers);
    }

    /** A step with the box that is ticked when it is done. */
    record Numbered(int number, FilledStep step) {}

    public List<Numbered> numbered() {
        return IntStream.range(0, steps.size())
                .mapToObj(index -> new Numbered(index + 1, steps.get(index)))
                .toList();
    }
}
