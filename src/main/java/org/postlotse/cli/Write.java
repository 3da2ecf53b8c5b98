package org.postlotse.cli;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.document.Document;
import org.postlotse.document.DocumentFormat;
import org.postlotse.document.Formats;
import org.postlotse.document.Moved;
import org.postlotse.document.NotServed;
import org.postlotse.document.Refused;
import org.postlotse.document.Unfit;
import picocli.CommandLine;

/** Writes a mailbox's document to standard output, byte for byte as it is served. */
@Singleton
@CommandLine.Command(
        name = "document",
        mixinStandardHelpOptions = true,
        description = "Writes what a mail program reads, byte for byte, to standard output.")
class Write implements Main.Command, Callable<Integer> {
    @CommandLine.Parameters(index = "0", paramLabel = "FORMAT", description = "Such as mozilla-autoconfig.")
    private String format = "";

    @CommandLine.Parameters(index = "1", paramLabel = "ADDRESS", description = "The mailbox's address.")
    private String address = "";

    @CommandLine.Option(
            names = "--language",
            defaultValue = "de",
            description = "Of the words in it, such as de or en.")
    private String language = "de";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private final Formats formats;

    @Inject
    Write(Formats formats) {
        this.formats = formats;
    }

    @Override
    public Integer call() {
        var known = formats.find(format);
        if (known.isEmpty()) return refuse("There is no format “" + format + "”. These are there: " + ids() + ".");
        var mailbox = EmailAddress.parse(address);
        if (mailbox.isEmpty()) return refuse("This is no address.");
        var document = formats.write(known.get(), mailbox.get(), Locale.forLanguageTag(language));
        return switch (document) {
            case Document written -> write(written);
            case Refused(var status, var words) -> write(words);
            case Unfit(var why) -> refuse("There is no such document. " + why);
            case Moved(var where) -> refuse("It is at " + where + ".");
            case NotServed() -> refuse("This domain is not ours.");
        };
    }

    private static int write(Document document) {
        System.out.writeBytes(document.bytes());
        System.out.flush();
        return ExitCode.FINE;
    }

    private int refuse(String why) {
        spec.commandLine().getErr().println(why);
        return ExitCode.UNKNOWN;
    }

    private String ids() {
        return formats.all().stream().map(DocumentFormat::id).collect(Collectors.joining(", "));
    }
}
