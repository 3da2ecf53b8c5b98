package org.postlotse.directory;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** A directory in memory, reached over loopback: by TLS, by StartTLS, or only by neither. */
final class TestDirectory implements AutoCloseable {
    static final String BIND_DN = "cn=reader,dc=example,dc=test";
    static final String PASSWORD = "Ebbe Flut";

    private final InMemoryDirectoryServer server;

    private TestDirectory(InMemoryDirectoryServer server) {
        this.server = server;
    }

    static TestDirectory with(SSLContext tls, String... ldif) {
        try {
            var loopback = InetAddress.getByName("127.0.0.1");
            var config = new InMemoryDirectoryServerConfig("dc=example,dc=test");
            config.addAdditionalBindCredentials(BIND_DN, PASSWORD);
            config.setSchema(null);
            config.setAuthenticationRequiredOperationTypes(com.unboundid.ldap.sdk.OperationType.SEARCH);
            config.setListenerConfigs(
                    InMemoryListenerConfig.createLDAPSConfig("tls", loopback, 0, tls.getServerSocketFactory(), null),
                    InMemoryListenerConfig.createLDAPConfig("start", loopback, 0, tls.getSocketFactory()),
                    InMemoryListenerConfig.createLDAPConfig("plain", loopback, 0, null));
            var server = new InMemoryDirectoryServer(config);
            server.add("dn: dc=example,dc=test", "objectClass: domain", "dc: example");
            server.startListening();
            var directory = new TestDirectory(server);
            for (var entry : ldif) server.add(entry.split("\n"));
            return directory;
        } catch (java.net.UnknownHostException | LDAPException broken) {
            throw new IllegalStateException(broken);
        } catch (com.unboundid.ldif.LDIFException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    String url(String listener, String host) {
        return (listener.equals("tls") ? "ldaps" : "ldap") + "://" + host + ":" + server.getListenPort(listener);
    }

    @Override
    public void close() {
        server.shutDown(true);
    }

    /** Settings as somebody wrote them. */
    record Written(Map<String, String> written) implements LdapConfig {
        @Override
        public Optional<String> url() {
            return Optional.ofNullable(written.get("url"));
        }

        @Override
        public Optional<String> bindDn() {
            return Optional.ofNullable(written.get("bind-dn"));
        }

        @Override
        public Optional<String> password() {
            return Optional.ofNullable(written.get("password"));
        }

        @Override
        public Optional<String> base() {
            return Optional.ofNullable(written.get("base"));
        }

        @Override
        public Optional<String> domainFilter() {
            return Optional.ofNullable(written.get("domain-filter"));
        }

        @Override
        public Optional<String> mailboxFilter() {
            return Optional.ofNullable(written.get("mailbox-filter"));
        }

        @Override
        public Optional<String> brandAttribute() {
            return Optional.ofNullable(written.get("brand-attribute"));
        }

        @Override
        public Optional<String> loginAttribute() {
            return Optional.ofNullable(written.get("login-attribute"));
        }

        @Override
        public Optional<String> protocolsAttribute() {
            return Optional.ofNullable(written.get("protocols-attribute"));
        }

        @Override
        public Optional<String> trustStore() {
            return Optional.ofNullable(written.get("trust-store"));
        }

        @Override
        public String timeout() {
            return written.getOrDefault("timeout", "2s");
        }

        @Override
        public String remember() {
            return written.getOrDefault("remember", "10m");
        }

        @Override
        public String rememberNo() {
            return written.getOrDefault("remember-no", "1m");
        }
    }
}
