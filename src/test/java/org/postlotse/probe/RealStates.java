package org.postlotse.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postlotse.catalogue.ConnectionSecurity;
import org.postlotse.catalogue.Protocol;
import org.postlotse.catalogue.Server;
import org.postlotse.demo.ThrowAwayAuthority.Wanted;
import org.postlotse.support.Dovecot;
import org.postlotse.support.Postfix;

/** Real servers, each in a state of its own, started when the first test asks for it. */
final class RealStates implements AutoCloseable {
    /** Every answer that Dovecot's log-in knows (auth-request.c), by the mailbox's name. */
    private static final String LUA = """
            function answer(name)
              if name == "disabled" then return dovecot.auth.PASSDB_RESULT_USER_DISABLED, "" end
              if name == "expired" then return dovecot.auth.PASSDB_RESULT_PASS_EXPIRED, "" end
              if name == "broken" then return dovecot.auth.PASSDB_RESULT_INTERNAL_FAILURE, "" end
              return dovecot.auth.PASSDB_RESULT_USER_UNKNOWN, ""
            end
            function auth_password_verify(request, password)
              return answer(string.gsub(request.user, "@.*", ""))
            end
            function auth_passdb_lookup(request)
              return answer(string.gsub(request.user, "@.*", ""))
            end
            function script_init() return 0 end
            function script_deinit() end
            """;

    private static final String PASSWORDS = """
            erika@example.org:{PLAIN}sesame::::::
            closed@example.org:{PLAIN}sesame::::::nologin=y reason=Mailbox_suspended
            later@example.org:{PLAIN}sesame::::::nologin=y reason=Maintenance_until_22
            elsewhere@example.org:{PLAIN}sesame::::::allow_nets=192.0.2.0/24
            """;

    private final Bench bench;
    private final Path directory;
    private final Map<String, Dovecot> dovecots = new HashMap<>();
    private final Map<String, Postfix> postfixes = new HashMap<>();
    private int made;
    private final List<AutoCloseable> running = new ArrayList<>();

    RealStates(Bench bench) {
        this.bench = bench;
        try {
            directory = Files.createTempDirectory("pl-states");
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.writeString(directory.resolve("auth.lua"), LUA);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The one with these settings. */
    Dovecot dovecot(String settings) {
        return dovecots.computeIfAbsent(settings, key -> {
            var lua = "passdb {\n  driver = lua\n  args = file=%s/auth.lua blocking=no\n}\n".formatted(directory);
            var started = Dovecot.in(
                    created("d" + ++made),
                    bench.intermediate.issue(Wanted.server(Bench.HOST, "localhost")),
                    PASSWORDS,
                    lua + settings);
            running.add(started);
            return started;
        });
    }

    /** The one with these settings, which asks the Dovecot that has none of its own. */
    Postfix postfix(String settings) {
        var sasl = dovecot("").sasl();
        return postfixes.computeIfAbsent(settings, key -> {
            var started = Postfix.in(
                    created("p" + ++made),
                    bench.intermediate.issue(Wanted.server(Bench.HOST, "localhost")),
                    sasl,
                    settings);
            running.add(started);
            return started;
        });
    }

    static Server imap(Dovecot dovecot) {
        return server(Protocol.IMAP, ConnectionSecurity.TLS, dovecot.port("imaps"));
    }

    static Server pop3(Dovecot dovecot) {
        return server(Protocol.POP3, ConnectionSecurity.TLS, dovecot.port("pop3s"));
    }

    static Server imapWithStartTls(Dovecot dovecot) {
        return server(Protocol.IMAP, ConnectionSecurity.STARTTLS, dovecot.port("imap"));
    }

    static Server pop3WithStartTls(Dovecot dovecot) {
        return server(Protocol.POP3, ConnectionSecurity.STARTTLS, dovecot.port("pop3"));
    }

    static Server submission(Postfix postfix) {
        return server(Protocol.SMTP, ConnectionSecurity.STARTTLS, postfix.submission());
    }

    private static Server server(Protocol protocol, ConnectionSecurity security, int port) {
        return Bench.server(new Play(protocol, security), port);
    }

    private Path created(String name) {
        try {
            return Files.createDirectory(directory.resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() throws Exception {
        for (var server : running.reversed()) server.close();
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
