package org.postlotse.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Mozilla's remote control, protocol level 3: numbered commands as JSON, each with its length before it, over a
 * connection on loopback. Scripts run with the rights of the program itself.
 */
final class Marionette implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(50);
    /** What a script throws comes back as a value, with its stack: the protocol itself tells the message only. */
    private static final String FRAME = """
            const tell = arguments[arguments.length - 1];
            const given = [...arguments].slice(0, -1);
            (async () => { %s })().then(
                value => tell({value: value === undefined ? null : value}),
                fault => tell({fault: String(fault) + "\\n" + ((fault && fault.stack) || "")}));
            """;

    private final Socket connection;
    private final InputStream in;
    private int last;

    private Marionette(Socket connection) throws IOException {
        this.connection = connection;
        this.in = new BufferedInputStream(connection.getInputStream());
    }

    /** Connects and begins a session. */
    static Marionette at(int port) {
        try {
            var control = new Marionette(new Socket(InetAddress.getLoopbackAddress(), port));
            control.read();
            // the program's own questions are answered by the test, not by the control
            control.command("WebDriver:NewSession", Map.of("unhandledPromptBehavior", "ignore"));
            control.command("Marionette:SetContext", Map.of("value", "chrome"));
            control.command("WebDriver:SetTimeouts", Map.of("script", PATIENCE.toMillis()));
            return control;
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    /**
     * Runs the body of an asynchronous function, whose arguments stand in {@code given}; what it returns. It is missing
     * when the program has asked a question meanwhile: then the script goes on unheard.
     */
    JsonNode run(String script, Object... arguments) {
        var told = patient(
                        "WebDriver:ExecuteAsyncScript",
                        Map.of(
                                "script",
                                FRAME.formatted(script),
                                "args",
                                JSON.convertValue(arguments, JsonNode.class),
                                "sandbox",
                                "system"))
                .path("value");
        if (told.has("fault")) throw new AssertionError(told.path("fault").asText());
        return told.path("value");
    }

    /** Asks the program to end. */
    void quit() {
        command("Marionette:Quit", Map.of("flags", List.of("eForceQuit")));
    }

    /** Waits until no question of the program is open any more, and then gives the command. */
    private JsonNode patient(String name, Map<String, ?> parameters) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true)
            try {
                return command(name, parameters);
            } catch (AssertionError refused) {
                boolean asked = String.valueOf(refused.getMessage()).contains("\"unexpected alert open\"");
                if (!asked || System.nanoTime() > end) throw refused;
                LockSupport.parkNanos(PAUSE.toNanos());
            }
    }

    private JsonNode command(String name, Map<String, ?> parameters) {
        try {
            var body = JSON.writeValueAsBytes(List.of(0, ++last, name, parameters));
            var out = connection.getOutputStream();
            out.write((body.length + ":").getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            var answer = read();
            if (!answer.path(2).isNull()) throw new AssertionError(name + ": " + answer.path(2));
            return answer.path(3);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private JsonNode read() throws IOException {
        int length = 0;
        for (int digit = in.read(); digit != ':'; digit = in.read()) {
            if (digit < 0) throw new EOFException("the program has ended");
            length = length * 10 + Character.digit(digit, 10);
        }
        return JSON.readTree(in.readNBytes(length));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
