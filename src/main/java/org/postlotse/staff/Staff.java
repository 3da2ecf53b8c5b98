package org.postlotse.staff;

import java.time.Duration;
import java.util.List;
import org.postlotse.catalogue.Fault;

/**
 * What the configuration says about those who work at the hoster.
 *
 * @param idle how long a session lasts without a click
 * @param longest how long a session lasts at most
 * @param kept how long it is known who did what
 * @param faults what is wrong with it
 */
record Staff(
        List<Operator> people,
        List<Machine> machines,
        Duration idle,
        Duration longest,
        Duration kept,
        List<Fault> faults) {
    Staff {
        people = List.copyOf(people);
        machines = List.copyOf(machines);
        faults = List.copyOf(faults);
    }
}
