package org.postlotse.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.postlotse.catalogue.Fault;

/** Reads settings that somebody wrote as text, and collects all that is wrong with them. */
final class SettingsReader {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,7}");

    private final String prefix;
    private final List<Fault> faults = new ArrayList<>();

    /** @param prefix what stands before each setting's name, with a full stop at its end */
    SettingsReader(String prefix) {
        this.prefix = prefix;
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** A number from 1 to the most; 1 where it is none, and that is a fault. */
    int number(String name, String written, int most) {
        var text = written.strip();
        int number = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (number >= 1 && number <= most) return number;
        fault(name, "is “" + text + "”; write a number from 1 to " + most);
        return 1;
    }

    void fault(String name, String right) {
        faults.add(new Fault(prefix + name, right));
    }
}
