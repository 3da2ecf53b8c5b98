package org.postlotse.evidence;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postlotse.catalogue.EmailAddress;

/**
 * How fast logs are read, from the file to what is kept of each device and day, beside other tools that only count, over
 * the same generated file in the same run. What is compared are ratios: seconds differ from machine to machine. The
 * processor's time is told beside the clock's: of two tools on a busy machine, only the former is the tool's own.
 *
 * <p>{@code taskset -c 0 src/bench/run LogBench [megabytes] [rounds]} for one core, {@code taskset -c 0,1 … [files]} for
 * two: the same lines in so many files, which are read side by side as {@code intake} does.
 */
public final class LogBench {
    private static final List<String> CORPUS = List.of(
            "dovecot23-syslog-bsd.log", "postfix37-default.log", "postfix37-tlsloglevel1.log", "cyrus36-syslog.log");
    private static final String REGEX = "java.util.regex, 2 a line";
    private static final String COUNTED = "sasl_username=|-login: Login| login: ";
    private static final String MAWK = """
            /-login: Login/ { match($0, /method=[^,]*/); c[substr($0, RSTART, RLENGTH) ($0 ~ /, TLS/)]++ }
            /sasl_username=/ { match($0, /sasl_method=[^,]*/); c[substr($0, RSTART, RLENGTH)]++ }
            END { for (k in c) print k, c[k] }
            """;
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final EvidenceSettings SETTINGS = settings();
    private static final double TICKS = 100; // a second has in /proc
    /** Rounds that are not counted: until then the JVM is still compiling. */
    private static final int WARM_UP = 2;

    private LogBench() {}

    private record Took(double seconds, double processor) {}

    public static void main(String... arguments) throws Exception {
        int megabytes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        int parts = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        var files = new ArrayList<Path>();
        try {
            for (int part = 0; part < parts; part++) files.add(generate(megabytes / parts, part));
            run(files, rounds);
        } finally {
            for (var file : files) Files.delete(file);
        }
    }

    private static void run(List<Path> files, int rounds) throws Exception {
        var contestants = new LinkedHashMap<String, Callable<Long>>();
        contestants.put("postlotse", () -> logins(files));
        contestants.put(REGEX, () -> regex(files));
        if (there("rg")) contestants.put("ripgrep -c", () -> run(files, "rg", "-c", COUNTED));
        if (there("grep")) contestants.put("grep -cE, C locale", () -> run(files, "env", "LC_ALL=C", "grep", "-cE", COUNTED));
        if (there("mawk")) contestants.put("mawk, count by method and TLS", () -> run(files, "mawk", MAWK));
        var took = new HashMap<String, List<Took>>();
        for (int round = 0; round < WARM_UP + rounds; round++)
            for (var contestant : contestants.entrySet()) {
                double before = processor();
                long begun = System.nanoTime();
                contestant.getValue().call();
                var one = new Took((System.nanoTime() - begun) / 1e9, processor() - before);
                if (round >= WARM_UP) took.computeIfAbsent(contestant.getKey(), name -> new ArrayList<>()).add(one);
            }
        long bytes = 0;
        for (var file : files) bytes += Files.size(file);
        table(bytes / 1e6, took, contestants.keySet());
    }

    private static void table(double megabytes, Map<String, List<Took>> took, Collection<String> names) {
        double regex = median(took.get(REGEX), true);
        double clock = median(took.get(REGEX), false);
        System.out.printf(
                "%n%-32s %10s %10s %16s %10s   (%d processors, heap of %d MiB)%n",
                (int) megabytes + " MB", "MB/s", "x regex", "MB/s processor", "x regex",
                Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() >> 20);
        for (var name : names) {
            double seconds = median(took.get(name), false);
            double processor = median(took.get(name), true);
            System.out.printf(
                    "%-32s %10.0f %10.1f %16.0f %10.1f%n",
                    name, megabytes / seconds, clock / seconds, megabytes / processor, regex / processor);
        }
    }

    /** Seconds that this process and those which it started and which have ended were computing. */
    private static double processor() throws IOException {
        var fields = Files.readString(Path.of("/proc/self/stat")).replaceFirst(".*\\) ", "").split(" ");
        double ticks = 0;
        for (int i = 11; i <= 14; i++) ticks += Long.parseLong(fields[i]); // utime stime cutime cstime
        return ticks / TICKS;
    }

    private static long logins(List<Path> files) throws Exception {
        return together(files, file -> {
            var reading = reading();
            try (var stream = new LogFile(file).open(UnaryOperator.identity())) {
                reading.end(LogStream.read(stream, 0, LogStream.End.FINAL, reading));
            }
            if (reading.logins() == 0) throw new IllegalStateException("nothing was read");
            return reading.logins();
        });
    }

    private interface Reading {
        long read(Path file) throws IOException;
    }

    /** Each file by a thread of its own. */
    private static long together(List<Path> files, Reading reading) throws Exception {
        long all = 0;
        try (var hands = Executors.newFixedThreadPool(files.size())) {
            for (var one : hands.invokeAll(files.stream().<Callable<Long>>map(file -> () -> reading.read(file)).toList())) all += one.get();
        }
        return all;
    }

    /** As the product reads, up to what it would hand to the database. */
    private static SourceReading reading() {
        var judge = new Judge(SETTINGS, new Everybody(), address -> address);
        var memory = new SourceReading.Memory(forgetful(Logins.class), forgetful(FailedAttempts.class));
        return new SourceReading(dialects(), ZoneOffset.UTC, NOW, new Collector(judge, ZoneOffset.UTC), memory);
    }

    private static EvidenceSettings settings() {
        var config = new SmallRyeConfigBuilder().withMapping(EvidenceConfig.class)
                .withSources(new PropertiesConfigSource(Map.of("postlotse.evidence.default-domain", "hoster.example"), "bench", 100))
                .build()
                .getConfigMapping(EvidenceConfig.class);
        return new EvidenceSettings(config);
    }

    private static final class Everybody implements Mailboxes {
        @Override
        public boolean has(EmailAddress address) {
            return true;
        }

        @Override
        public boolean isOld(String host, EmailAddress mailbox) {
            return false;
        }
    }

    /** Databases are measured elsewhere. */
    private static <T> T forgetful(Class<T> kind) {
        return kind.cast(Proxy.newProxyInstance(
                LogBench.class.getClassLoader(), new Class<?>[] {kind}, (proxy, method, values) -> null));
    }

    private static List<LogDialect> dialects() {
        return Stream.of("Dovecot", "Postfix", "Cyrus", "Courier").map(LogBench::dialect).toList();
    }

    private static LogDialect dialect(String name) {
        try {
            var kind = Class.forName("org.postlotse.evidence.dialect." + name + "Dialect");
            boolean set = Arrays.stream(kind.getDeclaredConstructors())
                    .anyMatch(one -> Arrays.equals(one.getParameterTypes(), new Class<?>[] {EvidenceSettings.class}));
            var made = set ? kind.getDeclaredConstructor(EvidenceSettings.class) : kind.getDeclaredConstructor();
            made.setAccessible(true);
            return (LogDialect) (set ? made.newInstance(SETTINGS) : made.newInstance());
        } catch (ReflectiveOperationException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private static long regex(List<Path> files) throws Exception {
        return together(files, LogBench::regex);
    }

    private static long regex(Path file) throws IOException {
        var dovecot = Pattern.compile(
                "(imap|pop3)-login: Login: user=<([^>]*)>, method=([^,]*), rip=([^,]*), lip=([^,]*).*?(, TLS)?.*session=<([^>]*)>");
        var postfix = Pattern.compile("client=[^\\[]*\\[([^\\]]*)\\].*sasl_method=([^,]*), sasl_username=(.*)$");
        var users = new HashMap<String, Integer>();
        try (var lines = new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var login = dovecot.matcher(line);
                if (login.find()) users.merge(login.group(2), 1, Integer::sum);
                else {
                    var sent = postfix.matcher(line);
                    if (sent.find()) users.merge(sent.group(3), 1, Integer::sum);
                }
            }
        }
        return users.size();
    }

    private static long run(List<Path> files, String... command) throws Exception {
        var whole = new ArrayList<>(List.of(command));
        files.forEach(file -> whole.add(file.toString()));
        var process = new ProcessBuilder(whole).redirectErrorStream(true).start();
        long printed = process.getInputStream().readAllBytes().length;
        process.waitFor();
        return printed;
    }

    private static boolean there(String program) {
        return Arrays.stream(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    /**
     * The corpus again and again, of 20,000 mailboxes instead of two: each connection of it is another mailbox', so that a
     * mailbox has a few programs, as mailboxes do.
     */
    private static Path generate(int megabytes, int seed) throws IOException {
        var lines = new ArrayList<String>();
        for (var file : CORPUS) lines.addAll(Files.readAllLines(Path.of("src/test/resources/corpus", file), StandardCharsets.ISO_8859_1));
        var process = Pattern.compile("\\[(\\d+)\\]: ");
        var random = new Random(seed);
        var file = Files.createTempFile("postlotse-bench", ".log");
        long written = 0;
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            while (written < megabytes * 1_000_000L) {
                int hundred = random.nextInt(100);
                for (int i = 0; i < lines.size(); i++) {
                    var pid = process.matcher(lines.get(i));
                    int connection = pid.find() ? Integer.parseInt(pid.group(1)) : i;
                    var user = "u%05d@".formatted(hundred * 200 + connection % 200);
                    var bytes = (lines.get(i).replace("anna@", user) + "\n").getBytes(StandardCharsets.ISO_8859_1);
                    out.write(bytes);
                    written += bytes.length;
                }
            }
        }
        return file;
    }

    private static double median(List<Took> times, boolean processor) {
        var sorted = times.stream().map(one -> processor ? one.processor() : one.seconds()).sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
