package org.postlotse.probe;

import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.postlotse.catalogue.ConnectionSecurity;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.Host;
import org.postlotse.catalogue.LoginName;
import org.postlotse.catalogue.Offer;
import org.postlotse.catalogue.Port;
import org.postlotse.catalogue.Protocol;
import org.postlotse.catalogue.Provider;
import org.postlotse.catalogue.Server;
import org.postlotse.demo.Issued;
import org.postlotse.demo.ServerTls;
import org.postlotse.demo.ThrowAwayAuthority;
import org.postlotse.demo.ThrowAwayAuthority.Wanted;
import org.postlotse.support.OddCertificate;
import org.postlotse.support.ScriptedServer;
import org.postlotse.support.Step;

/** Probes that believe one throw-away authority and find every host on loopback. */
final class Bench {
    static final String HOST = "mail.example.org";
    static final Names LOOPBACK = host -> List.of(InetAddress.getLoopbackAddress());
    static final Duration LONG = Duration.ofSeconds(20);

    final ThrowAwayAuthority root = ThrowAwayAuthority.root("Bench Root");
    final ThrowAwayAuthority intermediate = root.intermediate("Bench Intermediate");
    final SSLContext goodTls = tls(Wanted.server(HOST));
    final OddCertificate odd = new OddCertificate();
    final Trust trust = Trust.inJdkAnd(List.of(root.certificate(), odd.certificate()));

    SSLContext tls(Wanted wanted) {
        return ServerTls.with(intermediate.issue(wanted));
    }

    SSLContext tls(Issued issued) {
        return ServerTls.with(issued);
    }

    Verdict ask(Play play, List<Step> script) {
        return ask(play, script, goodTls);
    }

    Verdict ask(Play play, List<Step> script, SSLContext tls) {
        try (var server = ScriptedServer.playing(tls, script)) {
            return ask(LONG, List.of(server(play, server.port()))).headline();
        }
    }

    Diagnosis ask(Duration deadline, List<Server> servers) {
        return ask(deadline, servers, Optional.empty(), "sesame");
    }

    Diagnosis ask(Duration deadline, List<Server> servers, Optional<String> typedLoginName, String password) {
        try (var secret = Secret.of(password.toCharArray())) {
            return probes(deadline, LOOPBACK).ask(offer(servers), new Credentials(erika(), typedLoginName, secret));
        }
    }

    Verdict ask(Restraint restraint, Server server) {
        return ask(restraint, server, LONG);
    }

    Verdict ask(Restraint restraint, Server server, Duration deadline) {
        return ask(restraint, server, deadline, Optional.empty());
    }

    Verdict ask(Restraint restraint, Server server, Duration deadline, Optional<Origin> origin) {
        var settings = new ProbeSettings(deadline, trust);
        try (var secret = Secret.of("sesame".toCharArray())) {
            return new Probes(settings, Clock.systemUTC(), LOOPBACK, restraint, time -> {})
                    .ask(offer(List.of(server)), new Credentials(erika(), Optional.empty(), secret, origin))
                    .headline();
        }
    }

    /** For another mailbox than {@link #erika()}'s, whose login name is its address. */
    Diagnosis ask(Duration deadline, List<Server> servers, String mailbox, String password) {
        var address = EmailAddress.parse(mailbox).orElseThrow();
        try (var secret = Secret.of(password.toCharArray())) {
            return probes(deadline, LOOPBACK).ask(offer(servers), new Credentials(address, Optional.empty(), secret));
        }
    }

    Login login(Secret secret) {
        return Login.of(offer(List.of()), new Credentials(erika(), Optional.empty(), secret));
    }

    Probe.Means means() {
        return new Probe.Means(
                new Resolver(LOOPBACK), new Tls(trust, Clock.systemUTC()), TestRestraint.none(), time -> {});
    }

    Probes probes(Duration deadline, Names names) {
        return new Probes(
                new ProbeSettings(deadline, trust), Clock.systemUTC(), names, TestRestraint.none(), time -> {});
    }

    static EmailAddress erika() {
        return EmailAddress.parse("erika@example.org").orElseThrow();
    }

    static Server server(Play play, int port) {
        return new Server(play.protocol(), new Host(HOST), new Port(port), play.security());
    }

    static Server server(Protocol protocol) {
        return new Server(protocol, new Host(HOST), new Port(1), ConnectionSecurity.TLS);
    }

    static Offer offer(List<Server> servers) {
        var pages = URI.create("https://example.org");
        var domain = new Domain("example.org");
        return new Offer(
                domain, new Provider(domain, "Example", "Ex", pages, pages, "1", "always"), servers, LoginName.ADDRESS);
    }
}
