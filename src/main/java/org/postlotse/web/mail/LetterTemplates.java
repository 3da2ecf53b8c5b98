package org.postlotse.web.mail;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.smallrye.config.ConfigMapping;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postlotse.catalogue.Fault;
import org.postlotse.catalogue.SettingsCheck;

/** The two templates of letters, or an operator's own in their place; those are tried at start. */
@Singleton
class LetterTemplates implements SettingsCheck {
    private static final String KEY = "postlotse.campaign.templates";
    private static final String TEXT = "mail.txt";
    private static final String HTML = "mail.html";

    private final Engine engine;
    private final Optional<Path> directory;
    private final List<Fault> faults = new ArrayList<>();
    private final Template text;
    private final Template html;

    /** Where an operator's own templates lie. */
    @ConfigMapping(prefix = "postlotse.campaign")
    interface Config {
        /** A directory with {@code mail.txt}, {@code mail.html} or both. */
        Optional<String> templates();
    }

    @Inject
    LetterTemplates(Engine engine, Config config) {
        this.engine = engine;
        directory = config.templates()
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .map(Path::of);
        directory
                .filter(path -> !Files.isDirectory(path))
                .ifPresent(path -> faults.add(new Fault(KEY, "is “" + path + "”, which is no directory")));
        text = template(TEXT);
        html = template(HTML);
    }

    @Override
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    Template text() {
        return text;
    }

    Template html() {
        return html;
    }

    private Template template(String name) {
        var shipped = engine.getTemplate("mail/" + name);
        return directory
                .map(path -> path.resolve(name))
                .filter(Files::isRegularFile)
                .flatMap(this::parsed)
                .orElse(shipped);
    }

    private Optional<Template> parsed(Path file) {
        try {
            // the name's end says how values are escaped
            var own = engine.parse(Files.readString(file), null, "own-" + file.getFileName());
            own.data("blocks", sample()).data("subject", "").data("lang", "de").render();
            return Optional.of(own);
        } catch (IOException | TemplateException wrong) {
            faults.add(new Fault(file.toString(), "is no letter: " + wrong.getMessage()));
            return Optional.empty();
        }
    }

    private static List<Block> sample() {
        return List.of(
                new Block.Heading("heading"),
                new Block.Lines(List.of("line"), false),
                new Block.Table(List.of(new Block.Row("name", "value", "https://example.org"))));
    }
}
