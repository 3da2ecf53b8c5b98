package org.postlotse.probe;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import org.postlotse.catalogue.Host;
import org.postlotse.probe.Verdict.CertificateWeakKey;
import org.postlotse.probe.Verdict.CertificateWrongHost;

/**
 * Looks at the certificates of one connection. The JDK's own check decides whom to trust; this adds what it lacks
 * (short keys, the host's name as RFC 9525 wants it) and remembers what was wrong. It only ever refuses more.
 */
final class CertificateInspector extends X509ExtendedTrustManager {
    private final Trust trust;
    private final Host host;
    private final Clock clock;
    private final Consumer<Encryption> seen;
    private Optional<Verdict> objection = Optional.empty();

    CertificateInspector(Trust trust, Host host, Clock clock, Consumer<Encryption> seen) {
        this.trust = trust;
        this.host = host;
        this.clock = clock;
        this.seen = seen;
    }

    /** What was wrong with the certificates; empty when they were fine or none were seen. */
    Optional<Verdict> objection() {
        return objection;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        var sent = List.of(chain);
        seen.accept(encryption(sent, ((SSLSocket) socket).getHandshakeSession()));
        try {
            trust.manager().checkServerTrusted(chain, authType, socket);
        } catch (CertificateException refused) {
            objection = Optional.of(new ChainFault(trust, clock.instant()).in(sent));
            throw refused;
        }
        objection = ownObjection(sent);
        if (objection.isPresent())
            throw new CertificateException(objection.get().kind());
    }

    private Encryption encryption(List<X509Certificate> sent, SSLSession agreed) {
        return new Encryption(
                agreed.getProtocol(),
                agreed.getCipherSuite(),
                HostNames.in(sent.getFirst()).cover(host),
                sent.stream().limit(10).map(ChainLink::of).toList());
    }

    private Optional<Verdict> ownObjection(List<X509Certificate> sent) throws CertificateParsingException {
        var leaf = sent.getFirst();
        if (sent.stream().anyMatch(KeyStrength::tooWeak)) return Optional.of(new CertificateWeakKey(Seen.in(leaf)));
        if (!HostNames.in(leaf).cover(host)) return Optional.of(new CertificateWrongHost(Seen.in(leaf)));
        return Optional.empty();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("there is a connection to every certificate");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("there is a connection to every certificate");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("nobody logs in here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("nobody logs in here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("nobody logs in here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
