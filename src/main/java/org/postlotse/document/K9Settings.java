package org.postlotse.document;

import jakarta.inject.Singleton;
import java.util.Locale;
import org.postlotse.catalogue.ConnectionSecurity;
import org.postlotse.catalogue.Server;

/**
 * The settings file of Thunderbird for Android and K-9 Mail, which FairEmail 1.2331 (2026-08) imports, too. It has no
 * password: the app asks for it. No app is started by it; people choose it under “import settings”.
 */
@Singleton
final class K9Settings implements DocumentFormat {
    static final String ID = "k9-settings";
    /** What the app's own import of codes writes; older contents are brought up to date by it (2026-08). */
    private static final String CONTENT_VERSION = "99";

    private static final String FORMAT = "1";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Document write(Mailbox mailbox) {
        var identity = new ProfileIdentity(mailbox.offer().provider().id(), mailbox.address());
        var address =
                mailbox.address().localPart() + "@" + mailbox.address().domain().name();
        var account = Xml.element("account")
                .attribute("uuid", identity.uuid("k9").toLowerCase(Locale.ROOT))
                .add(Xml.element("name", mailbox.address().display()))
                .add(server("incoming-server", mailbox.incomingServer(), mailbox.login()))
                .add(server("outgoing-server", mailbox.outgoingServer(), mailbox.login()))
                .add(Xml.element("identities")
                        .add(Xml.element("identity")
                                .add(Xml.element("name", mailbox.owner().orElse("")))
                                .add(Xml.element("email", address))));
        var root = Xml.element("k9settings")
                .attribute("version", CONTENT_VERSION)
                .attribute("format", FORMAT)
                .add(Xml.element("accounts").add(account));
        var name = mailbox.offer().provider().id().name() + ".k9s";
        return new Document("application/octet-stream", root.document(), name);
    }

    private static Xml server(String name, Server server, String login) {
        return Xml.element(name)
                .attribute("type", server.protocol().name())
                .add(Xml.element("host", server.host().name()))
                .add(Xml.element("port", server.port().toString()))
                .add(Xml.element("connection-security", security(server.security())))
                .add(Xml.element("authentication-type", "PLAIN"))
                .add(Xml.element("username", login));
    }

    private static String security(ConnectionSecurity security) {
        return switch (security) {
            case TLS -> "SSL_TLS_REQUIRED";
            case STARTTLS -> "STARTTLS_REQUIRED";
        };
    }
}
