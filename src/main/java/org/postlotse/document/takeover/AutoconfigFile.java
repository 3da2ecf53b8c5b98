package org.postlotse.document.takeover;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postlotse.document.takeover.Takeover.Refused;
import org.postlotse.document.takeover.Takeover.Taken;

/**
 * A Mozilla autoconfig file as hosters have published it since 2008: formats 1.0 and 1.1 and what
 * draft-ietf-mailmaint-autoconfig-06 calls 1.2.
 */
public final class AutoconfigFile {
    private static final Map<String, String> AT_THE_ROOT = Map.of(
            "addressBook", "address books are not set from here",
            "addressbook", "address books are not set from here",
            "calendar", "calendars are not set from here",
            "fileShare", "this is about mail only",
            "chatServer", "this is about mail only",
            "videoConference", "this is about mail only",
            "oAuth2", "the offered log-in is a password over TLS",
            "setupServer", "there is no account to be set up here",
            "clientConfigUpdate", "documents are always written from the configuration");

    private final Remarks remarks = new Remarks();

    private AutoconfigFile() {}

    /** Reads a whole file of any origin. */
    public static Takeover read(byte[] bytes) {
        try {
            return new AutoconfigFile().taken(XmlFile.read(bytes));
        } catch (Unreadable sentence) {
            return new Refused(sentence.sentence(), List.of());
        }
    }

    private Takeover taken(Element root) {
        if (!root.name().equals("clientConfig"))
            return refused("This is no autoconfig file: its root is <" + Remarks.quoted(root.name())
                    + ">, not <clientConfig>.");
        remarks.unread(root, Set.of("emailProvider", "webMail"), AT_THE_ROOT);
        var providers = root.all("emailProvider");
        if (providers.isEmpty()) return refused("The file has no <emailProvider>.");
        providers.stream()
                .skip(1)
                .forEach(other -> remarks.add(
                        other, "A second <emailProvider> is not taken over: one file, one provider. Split the file."));
        return taken(root, providers.getFirst());
    }

    private Takeover taken(Element root, Element provider) {
        var who = new ProviderElement(provider, remarks).read(root);
        if (who.isEmpty()) return refused("The file names no domain: neither a <domain> nor a readable id.");
        var servers = new ServerElements(who.get().domains(), remarks).read(provider);
        return new ServerChoice(servers, remarks)
                .choose(who.get().domains())
                .<Takeover>map(choice -> new Taken(
                        who.get().who(),
                        who.get().domains(),
                        choice.standard(),
                        choice.loginName(),
                        choice.exceptions(),
                        remarks.all()))
                .orElseGet(
                        () -> refused("Of the file's servers, too few can be taken over: one that fetches mail and one"
                                + " that sends it are needed, both encrypted, both with a password and the same form of user"
                                + " name."));
    }

    private Refused refused(String why) {
        return new Refused(why, remarks.all());
    }
}
