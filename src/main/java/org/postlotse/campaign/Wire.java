package org.postlotse.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.postlotse.catalogue.Host;

/** How one of the hoster's mail servers is reached. */
record Wire(String host, int port, String security, Optional<Login> login, Optional<Path> trustStore) {
    private static final Set<String> SECURITY = Set.of("tls", "starttls", "none");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");
    private static final int MOST_PORTS = 65_535;
    private static final String PATIENCE = "30000"; // milliseconds

    /** Who we are there; never printed. */
    record Login(String name, String password) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** As somebody wrote it. */
    record Written(
            String port,
            String security,
            Optional<String> username,
            Optional<String> password,
            Optional<String> trustStore) {}

    static Wire read(String host, Written written, SettingsReader reader) {
        if (Host.parse(host).isEmpty() && !THIS_MACHINE.contains(host))
            reader.fault("host", "is “" + host + "”; write a host name such as mail.example.org");
        var security = written.security().strip();
        if (!SECURITY.contains(security)) reader.fault("security", "is “" + security + "”; write starttls or tls");
        if (security.equals("none") && !THIS_MACHINE.contains(host))
            reader.fault("security", "is none; what leaves this machine is encrypted: write starttls or tls");
        var login = written.username()
                .filter(name -> !name.isBlank())
                .map(name -> new Login(name, written.password().orElse("")));
        if (login.filter(known -> known.password().isEmpty()).isPresent())
            reader.fault("password", "is missing for the user name that stands beside it");
        var trust = written.trustStore().map(String::strip).filter(text -> !text.isEmpty());
        return new Wire(
                host,
                reader.number("port", written.port(), MOST_PORTS),
                security,
                login,
                trust.flatMap(text -> readable(text, reader)));
    }

    private static Optional<Path> readable(String text, SettingsReader reader) {
        try {
            var path = Path.of(text);
            Files.readString(path);
            return Optional.of(path);
        } catch (IOException | InvalidPathException unreadable) {
            reader.fault("trust-store", "can not be read: “" + text + "”");
            return Optional.empty();
        }
    }

    /**
     * What Jakarta Mail is told.
     *
     * @param protocol that of the bare connection: {@code smtp} or {@code imap}
     */
    Properties properties(String protocol) {
        var properties = new Properties();
        var key = "mail." + protocol(protocol) + ".";
        properties.put(key + "connectiontimeout", PATIENCE);
        properties.put(key + "timeout", PATIENCE);
        properties.put(key + "writetimeout", PATIENCE);
        properties.put(key + "auth", Boolean.toString(login.isPresent()));
        properties.put(key + "ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put(key + "ssl.checkserveridentity", "true");
        properties.put(key + "starttls.enable", Boolean.toString(security.equals("starttls")));
        properties.put(key + "starttls.required", Boolean.toString(security.equals("starttls")));
        trustStore.ifPresent(file -> properties.put(key + "ssl.socketFactory", TrustedSockets.of(file)));
        return properties;
    }

    /** The protocol's name in Jakarta Mail: {@code imaps} where TLS comes first. */
    String protocol(String bare) {
        return security.equals("tls") ? bare + "s" : bare;
    }
}
