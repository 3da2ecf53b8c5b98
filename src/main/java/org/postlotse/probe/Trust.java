package org.postlotse.probe;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Whom the probe believes: the JDK's authorities and, where they are configured, the hoster's own. There is no way to
 * believe everybody.
 *
 * @param manager the JDK's own check against these authorities
 * @param anchors the authorities
 */
record Trust(X509ExtendedTrustManager manager, Set<TrustAnchor> anchors) {
    static Trust inJdkAnd(List<X509Certificate> more) {
        try {
            var known = Arrays.stream(manager(Optional.empty()).getAcceptedIssuers());
            var all = Stream.concat(known, more.stream()).toList();
            var anchors = all.stream().map(each -> new TrustAnchor(each, null)).collect(Collectors.toUnmodifiableSet());
            return new Trust(manager(Optional.of(store(all))), anchors);
        } catch (GeneralSecurityException | IOException brokenJdk) {
            throw new IllegalStateException(brokenJdk);
        }
    }

    private static KeyStore store(List<X509Certificate> certificates) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (int i = 0; i < certificates.size(); i++) store.setCertificateEntry("authority-" + i, certificates.get(i));
        return store;
    }

    @SuppressWarnings("NullAway") // null means the JDK's own store: TrustManagerFactory.init
    private static X509ExtendedTrustManager manager(Optional<KeyStore> store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store.orElse(null));
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
