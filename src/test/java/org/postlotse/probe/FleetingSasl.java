package org.postlotse.probe;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A SASL server that says which mechanisms it knows, and is gone as soon as somebody wants to log in. */
final class FleetingSasl implements AutoCloseable {
    private static final String HANDSHAKE = """
            VERSION\t1\t2
            MECH\tPLAIN\tplaintext
            SPID\t1
            CUID\t1
            COOKIE\t00112233445566778899aabbccddeeff
            DONE
            """;

    private final Path path;
    private final ServerSocketChannel listening;

    FleetingSasl() throws IOException {
        path = Files.createTempDirectory("pl-sasl").resolve("sasl");
        Files.setPosixFilePermissions(path.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
        listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listening.bind(UnixDomainSocketAddress.of(path));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
        Thread.ofPlatform().daemon().start(this::serve);
    }

    Path path() {
        return path;
    }

    private void serve() {
        while (listening.isOpen()) {
            try {
                var caller = listening.accept();
                Thread.ofVirtual().start(() -> answer(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void answer(SocketChannel caller) {
        try (caller) {
            caller.write(ByteBuffer.wrap(HANDSHAKE.getBytes(StandardCharsets.US_ASCII)));
            var heard = new StringBuilder();
            var buffer = ByteBuffer.allocate(4096);
            while (heard.indexOf("AUTH\t") < 0 && caller.read(buffer.clear()) >= 0)
                heard.append(StandardCharsets.US_ASCII.decode(buffer.flip()));
        } catch (IOException gone) {
            // whichever way it ends, it is gone
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        Files.deleteIfExists(path);
        Files.deleteIfExists(path.getParent());
    }
}
