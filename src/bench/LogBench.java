import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.evidence.LogDialect;
import org.postlotse.evidence.LogReader;
import org.postlotse.evidence.LogStream;
import org.postlotse.evidence.Survey;

/**
 * How fast logs are read, beside other tools that only count, over the same generated file in the same run. What is
 * compared is the ratio: seconds differ from machine to machine.
 *
 * <p>{@code src/bench/run LogBench [megabytes] [rounds]}
 */
public final class LogBench {
    private static final List<String> CORPUS = List.of(
            "dovecot23-syslog-bsd.log", "postfix37-default.log", "postfix37-tlsloglevel1.log", "cyrus36-syslog.log");

    private LogBench() {}

    public static void main(String... arguments) throws Exception {
        int megabytes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 256;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        var file = generate(megabytes);
        var contestants = new LinkedHashMap<String, Callable<Long>>();
        contestants.put("postlotse, 1 thread", () -> survey(file));
        contestants.put("postlotse, 2 threads (2 files)", () -> twice(file));
        contestants.put("java.util.regex, 2 a line", () -> regex(file));
        if (there("rg")) contestants.put("ripgrep -c", () -> run("rg", "-c", "sasl_username=|-login: Login", file.toString()));
        if (there("mawk")) contestants.put("mawk, count by method and TLS", () -> mawk(file));
        var seconds = new HashMap<String, List<Double>>();
        for (int round = 0; round <= rounds; round++) {
            boolean warm = round > 0;
            for (var contestant : contestants.entrySet()) {
                long begun = System.nanoTime();
                contestant.getValue().call();
                double took = (System.nanoTime() - begun) / 1e9;
                if (warm) seconds.computeIfAbsent(contestant.getKey(), name -> new ArrayList<>()).add(took);
            }
        }
        double bytes = Files.size(file) / 1e6;
        double regex = median(seconds.get("java.util.regex, 2 a line"));
        System.out.printf("%n%-32s %10s %10s %10s   (%d MB, median of %d)%n", "", "MB/s", "slowest", "x regex", (int) bytes, rounds);
        contestants.keySet().forEach(name -> {
            double times = name.contains("2 threads") ? 2 : 1;
            var all = seconds.get(name);
            double slowest = all.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
            System.out.printf(
                    "%-32s %10.0f %10.0f %10.1f%n",
                    name, times * bytes / median(all), times * bytes / slowest, times * regex / median(all));
        });
        Files.delete(file);
    }

    private static long survey(Path file) throws IOException {
        var survey = new Survey(user -> EmailAddress.parse(user));
        var reader = new LogReader(dialects(), ZoneOffset.UTC, Clock.systemUTC(), survey);
        try (var stream = Files.newInputStream(file)) {
            LogStream.read(stream, reader);
        }
        reader.end();
        return survey.weak().size();
    }

    private static long twice(Path file) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var both = threads.invokeAll(List.<Callable<Long>>of(() -> survey(file), () -> survey(file)));
            return both.get(0).get() + both.get(1).get();
        }
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

    private static long mawk(Path file) throws Exception {
        return run(
                "mawk",
                "/-login: Login/ { match($0, /method=[^,]*/); c[substr($0, RSTART, RLENGTH) ($0 ~ /, TLS/)]++ } "
                        + "/sasl_username=/ { match($0, /sasl_method=[^,]*/); c[substr($0, RSTART, RLENGTH)]++ } "
                        + "END { for (k in c) print k, c[k] }",
                file.toString());
    }

    private static long run(String... command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        long printed = process.getInputStream().readAllBytes().length;
        process.waitFor();
        return printed;
    }

    private static boolean there(String program) {
        return Arrays.stream(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    private static List<LogDialect> dialects() {
        var all = new ArrayList<LogDialect>();
        try {
            for (var name : List.of("Dovecot", "Postfix", "Exim", "Cyrus", "Courier")) {
                var made = Class.forName("org.postlotse.evidence.dialect." + name + "Dialect").getDeclaredConstructor();
                made.setAccessible(true);
                all.add((LogDialect) made.newInstance());
            }
        } catch (ReflectiveOperationException gone) {
            throw new IllegalStateException(gone);
        }
        return all;
    }

    /** The corpus again and again, with 20,000 mailboxes instead of two. */
    private static Path generate(int megabytes) throws IOException {
        var lines = new ArrayList<String>();
        for (var file : CORPUS) lines.addAll(Files.readAllLines(Path.of("src/test/resources/corpus", file), StandardCharsets.ISO_8859_1));
        var random = new Random(1);
        var file = Files.createTempFile("postlotse-bench", ".log");
        long written = 0;
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            while (written < megabytes * 1_000_000L) {
                var user = "u%05d@".formatted(random.nextInt(20_000));
                for (var line : lines) {
                    var bytes = (line.replace("anna@", user) + "\n").getBytes(StandardCharsets.ISO_8859_1);
                    out.write(bytes);
                    written += bytes.length;
                }
            }
        }
        return file;
    }

    private static double median(List<Double> times) {
        var sorted = times.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
