package org.postlotse.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.postlotse.catalogue.Fault;

/** The settings are wrong; the message names every fault. */
final class WrongSettings extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongSettings(List<Fault> faults) {
        super(faults.stream()
                .map(fault -> "  " + fault)
                .sorted()
                .collect(Collectors.joining(
                        "\n",
                        "The settings have " + faults.size() + (faults.size() == 1 ? " fault:\n" : " faults:\n"),
                        "")));
    }
}
