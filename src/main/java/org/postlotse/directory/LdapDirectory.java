package org.postlotse.directory;

import com.unboundid.ldap.sdk.BindRequest;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.SingleServerSet;
import com.unboundid.ldap.sdk.StartTLSPostConnectProcessor;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.JVMDefaultTrustManager;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.File;
import java.security.GeneralSecurityException;
import java.security.KeyStoreException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The directory itself: a few connections, opened when they are first needed. */
@Singleton
class LdapDirectory {
    private static final int MOST_CONNECTIONS = 4;

    private final LdapSettings settings;
    private Optional<LDAPConnectionPool> pool = Optional.empty();

    @Inject
    LdapDirectory(LdapSettings settings) {
        this.settings = settings;
    }

    /** At most two entries that match: whether there is more than one is all that matters beyond the first. */
    List<SearchResultEntry> search(Filter filter, String... attributes) throws LDAPException {
        var base = settings.written().base().orElseThrow();
        var request = new SearchRequest(base, SearchScope.SUB, filter, attributes);
        request.setSizeLimit(2);
        request.setTimeLimitSeconds((int) Math.max(1, settings.timeout().toSeconds()));
        try {
            return entries(pool().search(request).getSearchEntries());
        } catch (LDAPSearchException cut) {
            if (cut.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)) return entries(cut.getSearchEntries());
            throw cut;
        }
    }

    /** The library hands out no list where entries went elsewhere, which they never do here. */
    private static List<SearchResultEntry> entries(@Nullable List<SearchResultEntry> found) {
        return found == null ? List.of() : found;
    }

    /** In words for operators. Never the server's own: they may quote the filter. */
    static String why(LDAPException broken) {
        var code = " (" + broken.getResultCode().getName() + ")";
        return (broken.getResultCode().isConnectionUsable()
                        ? "the directory refuses the search"
                        : "the directory can not be reached")
                + code;
    }

    @PreDestroy
    synchronized void close() {
        pool.ifPresent(LDAPConnectionPool::close);
        pool = Optional.empty();
    }

    private synchronized LDAPConnectionPool pool() throws LDAPException {
        if (pool.isEmpty()) pool = Optional.of(open());
        return pool.get();
    }

    private LDAPConnectionPool open() throws LDAPException {
        try {
            var tls = tls();
            var servers = settings.startTls()
                    ? new SingleServerSet(settings.host(), settings.port(), options())
                    : new SingleServerSet(settings.host(), settings.port(), tls.createSSLSocketFactory(), options());
            var afterwards = settings.startTls() ? new StartTLSPostConnectProcessor(tls.createSSLContext()) : null;
            var opened = new LDAPConnectionPool(servers, bind(), 0, MOST_CONNECTIONS, afterwards);
            opened.setRetryFailedOperationsDueToInvalidConnections(true);
            opened.setMaxWaitTimeMillis(settings.timeout().toMillis());
            return opened;
        } catch (GeneralSecurityException broken) {
            throw new LDAPException(ResultCode.CONNECT_ERROR, "no TLS", broken);
        }
    }

    private LDAPConnectionOptions options() {
        int millis = (int) settings.timeout().toMillis();
        var options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(millis);
        options.setResponseTimeoutMillis(millis);
        options.setFollowReferrals(false); // only the host that is written is ever connected to
        options.setUseSynchronousMode(true);
        options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true)); // after StartTLS, too
        return options;
    }

    private SSLUtil tls() throws KeyStoreException {
        var file = settings.written().trustStore();
        return new SSLUtil(
                file.isPresent()
                        ? new PEMFileTrustManager(new File(file.get()))
                        : JVMDefaultTrustManager.getInstance());
    }

    private BindRequest bind() {
        var written = settings.written();
        return new SimpleBindRequest(
                written.bindDn().orElse(""), written.password().orElse(""));
    }
}
