package org.postlotse.probe;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.postlotse.catalogue.Host;
import org.postlotse.probe.Verdict.Silent;
import org.postlotse.probe.Verdict.TlsBroken;
import org.postlotse.probe.Verdict.TlsTooOld;

/** Agrees on TLS 1.2 or 1.3 with a server whose certificate is beyond doubt, or says why not. */
final class Tls {
    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

    private final Trust trust;
    private final Clock clock;

    Tls(Trust trust, Clock clock) {
        this.trust = trust;
        this.clock = clock;
    }

    /** TLS over an open connection; closing that one closes this one. */
    SSLSocket over(GuardedSocket raw, Host host, Consumer<Encryption> seen) throws EarlyVerdict {
        var inspector = new CertificateInspector(trust, host, clock, seen);
        raw.awaitOpening();
        try {
            var socket = (SSLSocket)
                    context(inspector).getSocketFactory().createSocket(raw, host.name(), raw.getPort(), true);
            var parameters = socket.getSSLParameters();
            parameters.setProtocols(VERSIONS);
            parameters.setServerNames(List.of(new SNIHostName(host.name())));
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket;
        } catch (IOException failed) {
            throw new EarlyVerdict(inspector.objection().orElseGet(() -> fate(raw)));
        }
    }

    /** A context for one connection: it has no session to resume, so the certificate is looked at every time. */
    private static SSLContext context(CertificateInspector inspector) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {inspector}, null);
            return context;
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static Verdict fate(GuardedSocket raw) {
        if (raw.late()) return new Silent(Stage.HANDSHAKE);
        return TlsOpening.tooOld(raw.opening()) ? new TlsTooOld() : new TlsBroken();
    }
}
