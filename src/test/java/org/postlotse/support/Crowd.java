package org.postlotse.support;

import static org.postlotse.support.Step.hear;
import static org.postlotse.support.Step.say;
import static org.postlotse.support.Step.tls;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.postlotse.demo.Issued;
import org.postlotse.demo.ServerTls;
import org.postlotse.demo.ThrowAwayAuthority;
import org.postlotse.demo.ThrowAwayAuthority.Wanted;

/**
 * Customers who check their passwords, and the mail servers that hear them, in a process of their own: whoever looks for
 * passwords in the product's memory must not find theirs. Says its ports, waits for {@code GO url count}, tells what it
 * got to see, and only then writes down what all passwords had in common.
 */
public final class Crowd {
    private static final int AT_ONCE = 16;
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]+/check)\"");

    private final String mark =
            Long.toString(new java.security.SecureRandom().nextLong() >>> 1, 36).toUpperCase(Locale.ROOT) + "QZ";
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final Map<String, Integer> seen = new TreeMap<>();

    public static void main(String... arguments) throws Exception {
        new Crowd().work(Path.of(arguments[0]));
    }

    private void work(Path directory) throws Exception {
        var authority = ThrowAwayAuthority.root("Crowd");
        Files.writeString(directory.resolve("ca.pem"), Issued.pem(authority.certificate()));
        var tls = ServerTls.with(authority.issue(Wanted.server("localhost")));
        try (var imap = imap(tls);
                var pop3 = pop3(tls);
                var smtp = smtp(tls)) {
            System.out.println("PORTS " + imap.port() + " " + pop3.port() + " " + smtp.port());
            var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            var told = in.readLine().split(" ");
            check(URI.create(told[1]), Integer.parseInt(told[2]));
            System.out.println("DONE " + seen);
            in.readLine(); // until the memory has been written down
            System.out.println("MARK " + mark);
        }
    }

    private static ScriptedServer imap(SSLContext tls) {
        return ScriptedServer.playing(
                tls,
                List.of(
                        tls(),
                        say("* OK ready"),
                        hear(),
                        say("* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR", "{tag} OK"),
                        hear(),
                        say("{tag} OK in"),
                        hear()));
    }

    private static ScriptedServer pop3(SSLContext tls) {
        return ScriptedServer.playing(
                tls,
                List.of(
                        tls(),
                        say("+OK ready"),
                        hear(),
                        say("+OK", "USER", "."),
                        hear(),
                        say("+OK"),
                        hear(),
                        say("-ERR [AUTH] no"),
                        hear()));
    }

    private static ScriptedServer smtp(SSLContext tls) {
        return ScriptedServer.playing(
                tls,
                List.of(
                        tls(),
                        say("220 ready"),
                        hear(),
                        say("250-mail", "250 AUTH LOGIN"),
                        hear(),
                        say("334 VXNlcm5hbWU6"),
                        hear(),
                        say("334 UGFzc3dvcmQ6"),
                        hear(),
                        say("235 in"),
                        hear()));
    }

    private void check(URI address, int count) throws Exception {
        var start = get(address.resolve("/de"));
        var link = LINK.matcher(start);
        if (!link.find()) throw new IOException("no way to the check in " + start);
        var page = address.resolve(link.group(1));
        try (var customers = Executors.newFixedThreadPool(AT_ONCE)) {
            var all = new java.util.ArrayList<Callable<Boolean>>();
            for (int i = 0; i < count; i++) {
                int customer = i;
                all.add(() -> one(page, customer));
            }
            for (var each : customers.invokeAll(all)) each.get();
        }
    }

    /** Every tenth makes a mistake in the form, which is then shown again. */
    private boolean one(URI page, int customer) throws Exception {
        var password = mark + customer + "-käse +&%";
        var form = new StringBuilder();
        var hidden = HIDDEN.matcher(get(page));
        while (hidden.find())
            form.append(hidden.group(1))
                    .append('=')
                    .append(encoded(hidden.group(2)))
                    .append('&');
        var mailbox = customer % 10 == 9 ? "no address" : "customer" + customer + "@example.test";
        form.append("mailbox=").append(encoded(mailbox)).append("&password=").append(encoded(password));
        var answer = client.send(
                HttpRequest.newBuilder(page)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", page.resolve("/").toString().replaceFirst("/$", ""))
                        .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        note("status " + answer.statusCode());
        if (answer.body().contains(mark) || answer.headers().toString().contains(mark)) note("shown again");
        return true;
    }

    private synchronized void note(String what) {
        seen.merge(what, 1, Integer::sum);
    }

    private String get(URI page) throws Exception {
        return client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
