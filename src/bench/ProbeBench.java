package org.postlotse.probe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
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
import org.postlotse.demo.ServerTls;
import org.postlotse.demo.ThrowAwayAuthority;
import org.postlotse.demo.ThrowAwayAuthority.Wanted;

/**
 * How many checks a second, beside bare TLS handshakes with the same server in the same run: those of {@code openssl
 * s_time}, which is written in C and asks for nothing, and those of the JDK's own client without a mail protocol.
 *
 * <p>{@code src/bench/run ProbeBench [seconds]}
 */
public final class ProbeBench {
    private static final String HOST = "localhost";
    private static final Pattern REAL = Pattern.compile("(\\d+) connections in (\\d+) real seconds");

    private ProbeBench() {}

    public static void main(String... arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        var authority = ThrowAwayAuthority.root("Bench");
        var tls = ServerTls.with(authority.intermediate("Between").issue(Wanted.server(HOST)));
        try (var listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon().start(() -> serve(listening, tls));
            var server = new Server(
                    Protocol.IMAP, new Host(HOST), new Port(listening.getLocalPort()), ConnectionSecurity.TLS);
            var trust = Trust.inJdkAnd(List.of(authority.certificate()));
            measure(seconds, server, trust);
        }
        System.exit(0);
    }

    private static void measure(int seconds, Server server, Trust trust) throws Exception {
        var contestants = new LinkedHashMap<String, Callable<Double>>();
        contestants.put("openssl s_time, full handshakes", () -> openssl(server.port().number(), seconds));
        contestants.put("JDK's handshake, certificate looked at", () -> rate(1, seconds, () -> handshake(server, trust)));
        var probes = probes(trust);
        contestants.put("checks, one after the other", () -> rate(1, seconds, () -> check(probes, server)));
        contestants.put("checks, 16 at once", () -> rate(16, seconds, () -> check(probes, server)));
        rate(4, seconds, () -> check(probes, server)); // until it is compiled
        var rates = new LinkedHashMap<String, List<Double>>();
        for (int round = 0; round < 3; round++)
            for (var each : contestants.entrySet())
                rates.computeIfAbsent(each.getKey(), name -> new ArrayList<>()).add(each.getValue().call());
        double yardstick = median(rates.values().iterator().next());
        System.out.printf("%-42s %10s %8s%n", "", "a second", "ratio");
        for (Map.Entry<String, List<Double>> each : rates.entrySet())
            System.out.printf(
                    "%-42s %10.0f %8.2f%n", each.getKey(), median(each.getValue()), median(each.getValue()) / yardstick);
    }

    private static Probes probes(Trust trust) {
        var clock = Clock.systemUTC();
        var restraint = new Restraint(
                new Places(1000, 1000),
                new Tact(Duration.ofSeconds(1), clock),
                new Pace(Duration.ZERO, clock, new Random()),
                Set.of());
        Names loopback = host -> List.of(InetAddress.getLoopbackAddress());
        return new Probes(new ProbeSettings(Duration.ofSeconds(20), trust), clock, loopback, restraint, Thread::sleep);
    }

    private static Void check(Probes probes, Server server) {
        var domain = new Domain("example.org");
        var page = URI.create("https://example.org");
        var offer = new Offer(
                domain,
                new Provider(domain, "Example", "Ex", page, page, "1", "always"),
                List.of(server),
                LoginName.ADDRESS);
        var mailbox = EmailAddress.parse("erika@example.org").orElseThrow();
        try (var secret = Secret.of("sesame".toCharArray())) {
            var verdict = probes.ask(offer, new Credentials(mailbox, Optional.empty(), secret)).headline();
            if (!verdict.works()) throw new IllegalStateException(verdict.toString());
        }
        return null;
    }

    private static Void handshake(Server server, Trust trust) throws Exception {
        var deadline = Deadline.in(Duration.ofSeconds(20));
        try (var socket = new GuardedSocket(deadline)) {
            socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), server.port().number()));
            new Tls(trust, Clock.systemUTC()).over(socket, server.host(), seen -> {}).getSession();
        }
        return null;
    }

    /** So many at once, for so many seconds. */
    private static double rate(int atOnce, int seconds, Callable<Void> each) throws Exception {
        var done = new AtomicLong();
        var ended = new CountDownLatch(atOnce);
        long begun = System.nanoTime();
        long end = begun + Duration.ofSeconds(seconds).toNanos();
        for (int i = 0; i < atOnce; i++)
            Thread.ofVirtual().start(() -> {
                try {
                    while (System.nanoTime() < end) {
                        each.call();
                        done.incrementAndGet();
                    }
                } catch (Exception broken) {
                    broken.printStackTrace();
                } finally {
                    ended.countDown();
                }
            });
        ended.await();
        return done.get() / ((System.nanoTime() - begun) / 1e9);
    }

    private static double openssl(int port, int seconds) throws IOException {
        var process = new ProcessBuilder(
                        "openssl", "s_time", "-new", "-connect", "127.0.0.1:" + port, "-time", Integer.toString(seconds))
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var real = REAL.matcher(said);
        if (!real.find()) throw new IOException(said);
        return Double.parseDouble(real.group(1)) / Double.parseDouble(real.group(2));
    }

    private static double median(List<Double> rates) {
        return rates.stream().sorted().skip(rates.size() / 2).findFirst().orElseThrow();
    }

    private static void serve(ServerSocket listening, SSLContext tls) {
        while (!listening.isClosed()) {
            try {
                var client = listening.accept();
                Thread.ofVirtual().start(() -> talk(client, tls));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void talk(Socket client, SSLContext tls) {
        try (client;
                var secured = (SSLSocket) tls.getSocketFactory().createSocket(client, "client", 0, true)) {
            client.setTcpNoDelay(true);
            secured.setUseClientMode(false);
            secured.startHandshake();
            var out = secured.getOutputStream();
            out.write("* OK ready\r\n".getBytes(StandardCharsets.US_ASCII));
            var in = new BufferedReader(new InputStreamReader(secured.getInputStream(), StandardCharsets.US_ASCII));
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var tag = line.substring(0, Math.max(0, line.indexOf(' ')));
                var more = line.contains("CAPABILITY") ? "* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR\r\n" : "";
                out.write((more + tag + " OK done\r\n").getBytes(StandardCharsets.US_ASCII));
                if (line.contains("LOGOUT")) return;
            }
        } catch (IOException gone) {
            // handshakes alone end so
        }
    }
}
