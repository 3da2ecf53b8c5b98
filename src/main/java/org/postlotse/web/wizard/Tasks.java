package org.postlotse.web.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.postlotse.guide.Device;

/**
 * A customer's devices.
 *
 * @param all in the order in which they were named
 * @param at the place of the one that is being changed; empty between two
 */
record Tasks(List<Task> all, Optional<Integer> at) {
    /** More would make addresses too long. */
    static final int MOST = 9;

    Tasks {
        all = List.copyOf(all);
        int size = all.size();
        at = at.filter(place -> place >= 0 && place < size);
    }

    static Tasks none() {
        return new Tasks(List.of(), Optional.empty());
    }

    /** The one that is being changed. */
    Optional<Task> current() {
        return at.map(all::get);
    }

    boolean full() {
        return all.size() >= MOST;
    }

    /** The first that is not done. */
    Optional<Integer> open() {
        return IntStream.range(0, all.size())
                .filter(place -> !all.get(place).done())
                .boxed()
                .findFirst();
    }

    /** Goes on with a device: instead of one that was only begun, with one that was noted, or with one more. */
    Tasks on(Device device) {
        if (current().filter(task -> !task.done()).isPresent()) return change(task -> Task.on(device));
        var noted = IntStream.range(0, all.size())
                .filter(place -> all.get(place).equals(Task.on(device)))
                .boxed()
                .findFirst();
        if (noted.isPresent()) return new Tasks(all, noted);
        var more = note(device);
        return new Tasks(more.all, Optional.of(more.all.size() - 1));
    }

    /** One more device, for later. Where the list is full, the oldest leaves it. */
    Tasks note(Device device) {
        var more = new ArrayList<>(full() ? all.subList(1, all.size()) : all);
        more.add(Task.on(device));
        return new Tasks(more, full() ? at.map(place -> place - 1) : at);
    }

    Tasks change(UnaryOperator<Task> edit) {
        return at.map(place -> change(place, edit)).orElse(this);
    }

    Tasks change(int place, UnaryOperator<Task> edit) {
        var changed = new ArrayList<>(all);
        changed.set(place, edit.apply(changed.get(place)));
        return new Tasks(changed, at);
    }

    Tasks at(int place) {
        return new Tasks(all, Optional.of(place));
    }

    /** The one that is being changed, without the others. */
    Tasks alone() {
        return new Tasks(current().stream().toList(), Optional.of(0));
    }

    /** None of them is being changed. */
    Tasks between() {
        return new Tasks(all, Optional.empty());
    }
}
