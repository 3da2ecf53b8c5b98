package org.postlotse.probe;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.postlotse.catalogue.Host;
import org.postlotse.probe.Verdict.ProtocolBroken;
import org.postlotse.probe.Verdict.Silent;
import org.postlotse.probe.Verdict.TlsBroken;

/** A connection on which lines are exchanged; every way in which it can fail is already a verdict. */
final class Wire {
    private final GuardedSocket raw;
    private final Progress progress;
    private LineReader in;
    private OutputStream out;

    Wire(GuardedSocket raw, Progress progress) throws IOException {
        this.raw = raw;
        this.progress = progress;
        in = new LineReader(raw.getInputStream());
        out = raw.getOutputStream();
    }

    void at(Stage stage) {
        progress.at(stage);
    }

    Stage stage() {
        return progress.stage();
    }

    InetAddress localAddress() {
        return raw.getLocalAddress();
    }

    /** The server's next line. */
    String line() throws EarlyVerdict {
        return noted(reading(in::line));
    }

    /** Passes over octets that nobody wants to see. */
    void skip(int octets) throws EarlyVerdict {
        reading(() -> {
            in.skip(octets);
            return octets;
        });
    }

    /** Asks; whatever the server said before it was asked is an answer to nothing. */
    void ask(String command) throws EarlyVerdict {
        ask((command + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The same for octets, which are wiped. */
    void ask(byte[] command) throws EarlyVerdict {
        try {
            refuseWhatCameUnasked();
            say(command);
        } finally {
            Arrays.fill(command, (byte) 0);
        }
    }

    /** Sends octets as they are, and wipes them: they may hold a secret. */
    void say(byte[] octets) throws EarlyVerdict {
        progress.asked();
        send(octets);
    }

    private void send(byte[] octets) throws EarlyVerdict {
        try {
            out.write(octets);
            out.flush();
        } catch (IOException gone) {
            // what it said before it went tells more than that it went: the next read finds it
            if (raw.late()) throw new EarlyVerdict(new Silent(stage()));
        } finally {
            Arrays.fill(octets, (byte) 0);
        }
    }

    /** TLS from here on. What was said before is not believed any more (RFC 9051 §6.2.1, RFC 2595 §4, RFC 3207 §4.2). */
    void secure(Tls tls, Host host) throws EarlyVerdict {
        refuseWhatCameUnasked(); // injected before TLS, it would be read as if it had been said under TLS
        at(Stage.HANDSHAKE);
        progress.asked();
        var secured = handshake(tls, host);
        try {
            in = new LineReader(secured.getInputStream());
            out = secured.getOutputStream();
        } catch (IOException gone) {
            throw new EarlyVerdict(fate(gone));
        }
    }

    private SSLSocket handshake(Tls tls, Host host) throws EarlyVerdict {
        try {
            return tls.over(raw, host, progress::saw);
        } catch (EarlyVerdict failed) {
            noted(TlsOpening.words(raw.opening()));
            throw failed;
        }
    }

    private void refuseWhatCameUnasked() throws EarlyVerdict {
        if (!reading(in::hasMore)) return;
        progress.asked();
        noted(reading(in::arrived));
        throw broken();
    }

    /** Takes leave politely and does not wait long for an answer: that is none to what was asked. */
    void leave(String command, Deadline soon) {
        raw.until(soon);
        try {
            send((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            while (!in.line().isEmpty()) continue; // until the server hangs up, as it should
        } catch (EarlyVerdict | IOException gone) {
            // whichever way it ends, the verdict was known before
        }
    }

    /** For what the protocol forbids. */
    EarlyVerdict broken() {
        return new EarlyVerdict(new ProtocolBroken(stage()));
    }

    private String noted(String words) {
        progress.heard(words);
        return words;
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private <T> T reading(Reading<T> reading) throws EarlyVerdict {
        try {
            return reading.read();
        } catch (LineReader.NoLine tooLong) {
            noted(String.valueOf(tooLong.getMessage()));
            throw broken();
        } catch (IOException gone) {
            throw new EarlyVerdict(fate(gone));
        }
    }

    private Verdict fate(IOException gone) {
        if (raw.late()) return new Silent(stage());
        return gone instanceof SSLException && !raw.overspent() ? new TlsBroken() : new ProtocolBroken(stage());
    }
}
