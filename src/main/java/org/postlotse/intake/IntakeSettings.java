package org.postlotse.intake;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.postlotse.catalogue.Fault;
import org.postlotse.catalogue.SettingsCheck;

/** What the configuration says about sources of lines, and all that is wrong with it. */
@Singleton
class IntakeSettings implements SettingsCheck {
    private static final String FILES = "postlotse.intake.files[%d]";

    private final List<Fault> faults = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private final boolean running;

    @Inject
    IntakeSettings(IntakeConfig config) {
        running = config.running();
        var written = config.files().orElse(List.of());
        for (int i = 0; i < written.size(); i++)
            add(FILES.formatted(i), written.get(i).strip());
    }

    private void add(String key, String text) {
        try {
            var path = Path.of(text);
            if (!path.isAbsolute())
                faults.add(new Fault(key, "is “" + text + "”; write a whole path such as /var/log/mail.log"));
            else if (files.contains(path))
                faults.add(new Fault(key, "is “" + text + "” once more; write each file once"));
            else if (text.endsWith(".gz"))
                faults.add(new Fault(
                        key, "is “" + text + "”; nobody writes on in a compressed file: read it with “intake”"));
            else files.add(path);
        } catch (InvalidPathException none) {
            faults.add(new Fault(key, "is “" + text + "”; write a whole path such as /var/log/mail.log"));
        }
    }

    @Override
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** None where this process reads nothing by itself. */
    List<Path> files() {
        return running ? List.copyOf(files) : List.of();
    }

    boolean running() {
        return running;
    }
}
