package org.postlotse.document;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.postlotse.catalogue.Brand;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.Protocol;

/**
 * What mail servers answer to a log-in without encryption, so that the mail program itself tells its owner what to do, and
 * the configuration that makes Dovecot and Postfix answer so. Tried with Dovecot 2.3.19 and Postfix 3.7.
 */
@Singleton
public final class ServerTexts {
    private final Catalogue catalogue;

    @Inject
    ServerTexts(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * A file on the mail server.
     *
     * @param path where it belongs
     * @param content whole, with its last line break
     */
    public record ServerFile(String path, String content) {}

    /** The languages that there are sentences in. */
    public List<Locale> languages() {
        return Wording.LANGUAGES;
    }

    /** All files for the main brand; English where there are no sentences in the language. */
    public List<ServerFile> files(Locale language) {
        var brand = catalogue.brands().getFirst();
        var wording = Wording.in(language);
        var files = new ArrayList<ServerFile>();
        files.add(new ServerFile("/etc/dovecot/conf.d/00-plaintext-refused.conf", DovecotRefusal.PASSDB));
        files.add(new ServerFile("/etc/dovecot/plaintext-refused.conf.ext", DovecotRefusal.TABLE));
        Stream.of(Protocol.IMAP, Protocol.POP3)
                .filter(protocol -> brand.standard().offers(protocol))
                .map(protocol -> DovecotRefusal.text(protocol, say(wording, "refusal.login", brand, protocol)))
                .forEach(files::add);
        files.addAll(PostfixRefusal.files(say(wording, "refusal.send", brand, Protocol.SMTP)));
        return files;
    }

    private static String say(Wording wording, String key, Brand brand, Protocol protocol) {
        var server = brand.standard().first(protocol).orElseThrow();
        return wording.say(
                key,
                server.port().toString(),
                server.security().displayName(),
                brand.publicUrl().getAuthority());
    }
}
