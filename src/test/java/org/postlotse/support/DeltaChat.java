package org.postlotse.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The real core of Delta Chat, where it is installed, as its desktop program runs it: JSON-RPC 2.0, one line each way. It
 * has one account, not configured yet, and sends everything through a {@link SmallInternet}.
 */
public final class DeltaChat implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final BlockingQueue<JsonNode> told = new LinkedBlockingQueue<>();
    private int last;

    private DeltaChat(Process process) {
        this.process = process;
        Thread.ofPlatform().daemon().name("delta-chat").start(this::listen);
    }

    /** Starts it with an empty directory. */
    public static DeltaChat in(Path directory, SmallInternet internet) {
        try {
            Files.createDirectories(directory);
            var builder = new ProcessBuilder(RealPart.DELTA_CHAT.program(0).toString())
                    .redirectError(directory.resolve("log").toFile());
            builder.environment()
                    .put("DC_ACCOUNTS_PATH", directory.resolve("accounts").toString());
            var core = new DeltaChat(builder.start());
            core.ask("add_account");
            core.call(
                    "batch_set_config",
                    Map.of("proxy_enabled", "1", "proxy_url", "socks5://127.0.0.1:" + internet.port()));
            return core;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Lets it have met a server before. Core 2.57.0 (2026-11) brings its own list of authorities and takes no other, not
     * even from the system; but it keeps the key of every server that it has ever trusted, and goes on to trust this key.
     * Whether the certificate is for the host that was asked, it checks all the same.
     */
    public DeltaChat knowing(String host, X509Certificate certificate) {
        var database = call("get_info").path("database_dir").asText();
        Programs.mustRun(List.of(
                RealPart.SQLITE.program(0).toString(),
                "-cmd",
                ".timeout 10000",
                database,
                "INSERT INTO tls_spki VALUES ('%s', '%s', unixepoch())".formatted(host, fingerprint(certificate))));
        return this;
    }

    /** Calls a method of its account; what it answers. What it refuses is an error with its own words. */
    public JsonNode call(String method, Object... parameters) {
        var all = new ArrayList<Object>(List.of(1)); // the first account's number
        all.addAll(List.of(parameters));
        return ask(method, all.toArray());
    }

    private JsonNode ask(String method, Object... parameters) {
        int number = ++last;
        var line = Map.of("jsonrpc", "2.0", "id", number, "method", method, "params", parameters);
        try {
            var out = process.getOutputStream();
            out.write((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            var answer = answer(number);
            if (!answer.has("result")) throw new AssertionError(method + ": " + answer);
            return answer.path("result");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private JsonNode answer(int number) {
        try {
            JsonNode next;
            do {
                next = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } while (next != null && next.path("id").asInt() != number);
            return next == null ? MissingNode.getInstance() : next;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) told.add(JSON.readTree(line));
        } catch (IOException ended) {
            // whoever waits for an answer says so
        }
    }

    /** As RFC 7469 §2.4 writes a key. */
    private static String fingerprint(X509Certificate certificate) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(certificate.getPublicKey().getEncoded());
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** It ends when it hears no more. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } finally {
            if (!ServerProcess.ended(process.toHandle())) process.destroyForcibly();
        }
    }
}
