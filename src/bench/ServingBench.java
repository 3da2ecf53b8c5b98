import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * How fast documents are served, beside nginx that sends the same bytes from a file: both on this machine, asked by wrk
 * over loopback in turn. What is compared is the ratio. Then what an answer allocates, how long the product takes to start,
 * and how much memory it takes, without and with the AOT cache.
 *
 * <p>{@code src/bench/run ServingBench [seconds] [rounds] [nginx' workers]}
 */
public final class ServingBench {
    private static final String PATH = "/mail/config-v1.1.xml";
    private static final String HOST = "autoconfig.example.test";
    private static final Path WORK = Path.of("target/bench/serving").toAbsolutePath();
    private static final Path APP = Path.of("target/quarkus-app").toAbsolutePath();
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");

    private ServingBench() {}

    /**
     * What wrk saw.
     *
     * @param rate requests a second
     * @param p99 microseconds that one of a hundred requests takes longer
     */
    private record Seen(double rate, double p99) {}

    /** A product that answers. */
    private record Started(Process process, int port, double seconds) {
        double megabytes() throws IOException {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        }

        void end() throws InterruptedException {
            process.destroy();
            process.waitFor(30, TimeUnit.SECONDS);
        }
    }

    public static void main(String... arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
        int workers = arguments.length > 2 ? Integer.parseInt(arguments[2]) : Runtime.getRuntime().availableProcessors();
        Files.createDirectories(WORK.resolve("config"));
        Files.copy(
                Path.of("src/docs/example/application.yaml"),
                WORK.resolve("config/application.yaml"),
                StandardCopyOption.REPLACE_EXISTING);
        throughput(seconds, rounds, workers);
        startUp(rounds);
    }

    private static void throughput(int seconds, int rounds, int workers) throws Exception {
        var product = start(List.of());
        var nginx = nginx(product.port(), workers);
        try {
            var contestants = new LinkedHashMap<String, String>();
            contestants.put("nginx, a file", "http://127.0.0.1:" + nginx.port() + PATH);
            contestants.put("Postlotse", "http://127.0.0.1:" + product.port() + PATH);
            contestants.put(
                    "Postlotse, with an address",
                    "http://127.0.0.1:" + product.port() + PATH + "?emailaddress=erika%40example.test");
            for (int i = 0; i < 3; i++) wrk(contestants.get("Postlotse"), seconds); // the compiler has its turn
            for (int connections : new int[] {4, 64}) {
                var seen = new HashMap<String, List<Seen>>();
                for (int round = 0; round < rounds; round++)
                    for (var each : contestants.entrySet())
                        seen.computeIfAbsent(each.getKey(), name -> new ArrayList<>())
                                .add(wrk(each.getValue(), seconds, connections));
                print(connections, contestants.keySet().stream().toList(), seen);
            }
            for (var name : contestants.keySet().stream().skip(1).toList())
                System.out.printf(
                        "%s: %.0f bytes of memory allocated for an answer%n",
                        name, allocated(product, contestants.get(name), seconds));
            System.out.printf("Postlotse after that: %.0f MB RSS%n", product.megabytes());
        } finally {
            product.end();
            nginx.end();
        }
    }

    /** What an answer leaves for the garbage collector, in bytes, with what all of the process does meanwhile. */
    private static double allocated(Started product, String url, int seconds) throws Exception {
        var machine = VirtualMachine.attach(Long.toString(product.process().pid()));
        var address = new JMXServiceURL(machine.startLocalManagementAgent());
        machine.detach();
        try (var management = JMXConnectorFactory.connect(address)) {
            var threads = ManagementFactory.newPlatformMXBeanProxy(
                    management.getMBeanServerConnection(), ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
            long before = threads.getTotalThreadAllocatedBytes();
            var seen = wrk(url, seconds);
            return (threads.getTotalThreadAllocatedBytes() - before) / (seen.rate() * seconds);
        }
    }

    private static void print(int connections, List<String> names, Map<String, List<Seen>> seen) {
        System.out.printf("%d connections:%n", connections);
        var first = seen.get(names.getFirst());
        for (var name : names)
            System.out.printf(
                    "  %-28s %8.0f requests/s (%.2f of nginx)  p99 %6.0f us (%.2f times nginx')%n",
                    name,
                    median(seen.get(name).stream().mapToDouble(Seen::rate).toArray()),
                    ratio(seen.get(name).stream().mapToDouble(Seen::rate).toArray(), first.stream().mapToDouble(Seen::rate).toArray()),
                    median(seen.get(name).stream().mapToDouble(Seen::p99).toArray()),
                    ratio(seen.get(name).stream().mapToDouble(Seen::p99).toArray(), first.stream().mapToDouble(Seen::p99).toArray()));
    }

    /** Round by round, then the median: what else runs on the machine slows both. */
    private static double ratio(double[] some, double[] others) {
        var ratios = new double[some.length];
        Arrays.setAll(ratios, i -> some[i] / others[i]);
        return median(ratios);
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void startUp(int rounds) throws Exception {
        var cache = WORK.resolve("postlotse.aot");
        run(List.of(java(), "-XX:AOTCacheOutput=" + cache, "-jar", APP.resolve("quarkus-run.jar").toString(), "config"));
        var ways = new LinkedHashMap<String, List<String>>();
        ways.put("without AOT cache", List.of());
        ways.put("with AOT cache", List.of("-XX:AOTCache=" + cache));
        var took = new HashMap<String, double[]>();
        var memory = new HashMap<String, double[]>();
        for (int round = 0; round < rounds; round++) {
            for (var way : ways.entrySet()) {
                var started = start(way.getValue());
                took.computeIfAbsent(way.getKey(), name -> new double[rounds])[round] = started.seconds();
                memory.computeIfAbsent(way.getKey(), name -> new double[rounds])[round] = started.megabytes();
                started.end();
            }
        }
        for (var way : ways.keySet())
            System.out.printf(
                    "start-up %-18s %.2f s to the first document, %.0f MB RSS%n",
                    way, median(took.get(way)), median(memory.get(way)));
    }

    /** Starts the product and waits for its first document. */
    private static Started start(List<String> options) throws Exception {
        int port = freePort();
        var command = new ArrayList<>(List.of(java()));
        command.addAll(options);
        command.addAll(List.of(
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.port=" + freePort(),
                "-Dpostlotse.database.directory=" + Files.createTempDirectory(WORK, "data"),
                "-jar",
                APP.resolve("quarkus-run.jar").toString()));
        long begun = System.nanoTime();
        var process = new ProcessBuilder(command)
                .directory(WORK.toFile())
                .redirectErrorStream(true)
                .redirectOutput(WORK.resolve("log").toFile())
                .start();
        while (!answers(port)) {
            if (!process.isAlive()) throw new IllegalStateException("ended: " + Files.readString(WORK.resolve("log")));
            Thread.onSpinWait();
        }
        return new Started(process, port, (System.nanoTime() - begun) / 1e9);
    }

    private static boolean answers(int port) throws InterruptedException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(("GET " + PATH + " HTTP/1.0\r\nHost: " + HOST + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).contains("<clientConfig");
        } catch (IOException notYet) {
            Thread.sleep(5);
            return false;
        }
    }

    /** The product's very bytes in a file, served as fast as nginx can. */
    private static Started nginx(int port, int workers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + PATH + "?emailaddress=a%40example.test"));
        var body = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray()).body();
        Files.createDirectories(WORK.resolve("html/mail"));
        Files.write(WORK.resolve("html" + PATH), body);
        int own = freePort();
        var config = Files.writeString(WORK.resolve("nginx.conf"), """
                daemon off; worker_processes %d; pid %s/nginx.pid; error_log %s/nginx.log;
                events { worker_connections 1024; }
                http {
                  access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; open_file_cache max=10;
                  client_body_temp_path %s/t; proxy_temp_path %s/t; fastcgi_temp_path %s/t; uwsgi_temp_path %s/t; scgi_temp_path %s/t;
                  server {
                    listen 127.0.0.1:%d; root %s/html; default_type "text/xml; charset=utf-8";
                    add_header Cache-Control "public, max-age=3600, no-transform"; add_header Vary "Host, Accept-Encoding";
                  }
                }
                """.formatted(workers, WORK, WORK, WORK, WORK, WORK, WORK, WORK, own, WORK));
        var process = new ProcessBuilder("nginx", "-p", WORK.toString(), "-c", config.toString()).inheritIO().start();
        while (!answers(own)) if (!process.isAlive()) throw new IllegalStateException("nginx has ended");
        return new Started(process, own, 0);
    }

    private static Seen wrk(String url, int seconds) throws Exception {
        return wrk(url, seconds, 64);
    }

    private static Seen wrk(String url, int seconds, int connections) throws Exception {
        var said = run(List.of(
                "wrk", "-t1", "-c" + connections, "-d" + seconds + "s", "--latency", "-H", "Host: " + HOST, url));
        if (said.contains("Non-2xx")) throw new IllegalStateException(said);
        return new Seen(number(RATE, said), number(P99, said));
    }

    private static double number(Pattern pattern, String said) {
        var found = pattern.matcher(said);
        if (!found.find()) throw new IllegalStateException(said);
        double value = Double.parseDouble(found.group(1));
        if (pattern == RATE) return value;
        return switch (found.group(2)) {
            case "us" -> value;
            case "ms" -> value * 1e3;
            default -> value * 1e6;
        };
    }

    private static String run(List<String> command) throws Exception {
        var process = new ProcessBuilder(command).directory(WORK.toFile()).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Below those that the system hands out: who tries to connect to one of those may meet himself. */
    private static int freePort() {
        while (true) {
            try (var socket = new ServerSocket(15_000 + new Random().nextInt(15_000), 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // another one
            }
        }
    }
}
