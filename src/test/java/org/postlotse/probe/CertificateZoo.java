package org.postlotse.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.postlotse.demo.Issued;
import org.postlotse.demo.ServerTls;
import org.postlotse.demo.ThrowAwayAuthority;
import org.postlotse.demo.ThrowAwayAuthority.KeyKind;
import org.postlotse.demo.ThrowAwayAuthority.Wanted;

/** Certificates that no program may believe, and a few odd ones that it may. */
final class CertificateZoo {
    private static final Wanted GOOD = Wanted.server(Bench.HOST);

    private CertificateZoo() {}

    /** The verdict, and what the server shows. */
    private record Beast(String told, Issued shown) {}

    static Stream<Hostile> all(Bench bench) {
        var beasts = beasts(bench);
        return Play.all()
                .flatMap(play -> beasts.entrySet().stream()
                        .map(beast -> Hostile.of(
                                        play,
                                        "certificate: " + beast.getKey(),
                                        beast.getValue().told(),
                                        play.good())
                                .showing(ServerTls.with(beast.getValue().shown()))));
    }

    private static Map<String, Beast> beasts(Bench bench) {
        var now = Instant.now();
        var ours = bench.intermediate;
        var strangers = ThrowAwayAuthority.root("Strangers");
        var beasts = new LinkedHashMap<String, Beast>();
        beasts.put("sound, EC", new Beast("working", ours.issue(GOOD)));
        beasts.put("sound, RSA 2048", new Beast("working", ours.issue(GOOD.with(KeyKind.RSA))));
        beasts.put("sound, wildcard", new Beast("working", ours.issue(GOOD.named("*.example.org"))));
        beasts.put(
                "sound, one of many names", new Beast("working", ours.issue(GOOD.named("a.test", "MAIL.example.ORG"))));
        beasts.put(
                "expired",
                new Beast(
                        "certificate-expired",
                        ours.issue(GOOD.valid(now.minus(Duration.ofDays(20)), now.minus(Duration.ofDays(2))))));
        beasts.put(
                "not yet valid",
                new Beast(
                        "certificate-not-yet-valid",
                        ours.issue(GOOD.valid(now.plus(Duration.ofDays(2)), now.plus(Duration.ofDays(20))))));
        beasts.put("other host", new Beast("certificate-wrong-host", ours.issue(Wanted.server("other.example.org"))));
        beasts.put("name in CN only", new Beast("certificate-wrong-host", ours.issue(GOOD.named())));
        for (var name : List.of(
                "*.org",
                "*.*.org",
                "m*.example.org",
                "*l.example.org",
                "ma*l.example.org",
                "mail.*.org",
                "*",
                "*.mail.example.org",
                "example.org",
                "mail.example.org.evil.test"))
            beasts.put("name " + name, new Beast("certificate-wrong-host", ours.issue(GOOD.named(name))));
        beasts.put(
                "IP address written as a DNS name",
                new Beast("certificate-wrong-host", ours.issue(GOOD.named("127.0.0.1"))));
        beasts.put("self-signed", new Beast("certificate-untrusted", ThrowAwayAuthority.selfSigned(GOOD)));
        beasts.put(
                "self-signed and expired",
                new Beast(
                        "certificate-untrusted",
                        ThrowAwayAuthority.selfSigned(
                                GOOD.valid(now.minus(Duration.ofDays(20)), now.minus(Duration.ofDays(2))))));
        beasts.put("of an unknown authority", new Beast("certificate-untrusted", strangers.issue(GOOD)));
        beasts.put(
                "whole chain of an unknown authority",
                new Beast(
                        "certificate-untrusted",
                        strangers.intermediate("Strangers' Own").issue(GOOD)));
        beasts.put(
                "without its intermediate",
                new Beast(
                        "certificate-incomplete",
                        ours.issue(GOOD.issuerAt("http://ca.example.org/ca.crt"))
                                .withoutIntermediates()));
        beasts.put("RSA 1024", new Beast("certificate-weak-key", ours.issue(GOOD.with(KeyKind.RSA_1024))));
        beasts.put("chain of a thousand", new Beast("tls-broken", longChain(ours)));
        var odd = bench.odd;
        beasts.put("NUL in name", new Beast("certificate-wrong-host", odd.named("mail.example.org\0.evil.test")));
        beasts.put("NUL behind the name", new Beast("certificate-wrong-host", odd.named("mail.example.org\0")));
        beasts.put("IP address as such", new Beast("certificate-wrong-host", odd.forAddress("127.0.0.1")));
        beasts.put("signed with SHA-1", new Beast("certificate-weak-key", odd.signedWith("SHA1withECDSA", Bench.HOST)));
        beasts.put(
                "for mail clients only",
                new Beast("certificate-untrusted", odd.forPurpose("1.3.6.1.5.5.7.3.4", Bench.HOST)));
        beasts.put(
                "for signing code only",
                new Beast("certificate-untrusted", odd.forPurpose("1.3.6.1.5.5.7.3.3", Bench.HOST)));
        beasts.put("of a leaf that plays authority", new Beast("certificate-untrusted", odd.belowALeaf(Bench.HOST)));
        beasts.put("of 40 KiB", new Beast("tls-broken", odd.stuffed(60_000, Bench.HOST)));
        return beasts;
    }

    private static Issued longChain(ThrowAwayAuthority authority) {
        var issued = authority.issue(GOOD);
        var chain = Stream.concat(
                issued.chain().stream(), Stream.generate(authority::certificate).limit(1000));
        return new Issued(issued.key(), chain.toList());
    }
}
