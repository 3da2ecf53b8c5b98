package org.postlotse.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One HTTP request, byte by byte as a mail program sends it; clients in libraries would tidy it up. */
record RawRequest(int port) {
    private static final int MILLIS = 10_000;

    /**
     * What came back.
     *
     * @param headers by their names in lower case
     */
    record Response(int status, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** Sends the lines with a last header that ends the connection, and reads until the server has closed it. */
    Response send(String... lines) {
        return send(new byte[0], lines);
    }

    Response send(byte[] body, String... lines) {
        var head = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(MILLIS);
            var out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.UTF_8));
            out.write(body);
            out.flush();
            return response(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Response response(String text) {
        var parts = text.split("\r\n\r\n", 2);
        var lines = parts[0].split("\r\n");
        var headers = Arrays.stream(lines)
                .skip(1)
                .map(line -> line.split(": ?", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0].toLowerCase(Locale.ROOT), pair -> pair[1], (a, b) -> a + "\n" + b));
        return new Response(Integer.parseInt(lines[0].split(" ")[1]), headers, parts[1]);
    }
}
