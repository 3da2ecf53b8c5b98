package org.postlotse.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postlotse.catalogue.Fault;
import org.postlotse.catalogue.SettingsCheck;
import org.postlotse.web.ProxySettings.Header;

/**
 * Who asks, and for which host. What a request says of that itself is believed only of proxies that the hoster trusts,
 * and only in headers that they write: of an address list, what stands left of the first stranger is the stranger's own
 * writing.
 */
@Singleton
public final class Proxies implements SettingsCheck {
    // 192.0.2.1, 192.0.2.1:4711, 2001:db8::1, [2001:db8::1], [2001:db8::1]:4711
    private static final Pattern PEER =
            Pattern.compile("([0-9.]+)(?::[0-9]{1,5})?|\\[([0-9a-fA-F:.]+)\\](?::[0-9]{1,5})?|([0-9a-fA-F:.]+)");

    private final ProxySettings settings;

    @Inject
    Proxies(
            ProxyConfig config,
            @ConfigProperty(name = ProxySettings.QUARKUS_OWN, defaultValue = "false") boolean quarkusOwn) {
        this(ProxySettings.of(config, quarkusOwn));
    }

    Proxies(ProxySettings settings) {
        this.settings = settings;
    }

    @Override
    public List<Fault> faults() {
        return settings.faults();
    }

    /** The host that is asked for, as written, without a port; empty when there is none. */
    public String host(HttpServerRequest request) {
        if (!fromTrusted(request)) return RequestedHost.of(request);
        if (settings.has(Header.X_FORWARDED_HOST)) {
            var told = Forwarded.values(request.headers().getAll("X-Forwarded-Host"));
            if (!told.isEmpty()) return RequestedHost.withoutPort(told.getLast());
        }
        var path = path(request);
        return path.isEmpty()
                ? RequestedHost.of(request)
                : outermost(path).host().map(RequestedHost::withoutPort).orElseGet(() -> RequestedHost.of(request));
    }

    /** Whether it is known that it was asked by http: only a trusted proxy knows, and many do not tell. */
    public boolean unencrypted(HttpServerRequest request) {
        if (!fromTrusted(request)) return false;
        return told(request).filter("http"::equalsIgnoreCase).isPresent();
    }

    private Optional<String> told(HttpServerRequest request) {
        if (settings.has(Header.X_FORWARDED_PROTO)) {
            var told = Forwarded.values(request.headers().getAll("X-Forwarded-Proto"));
            return told.isEmpty() ? Optional.empty() : Optional.of(told.getLast());
        }
        var path = path(request);
        return path.isEmpty() ? Optional.empty() : outermost(path).proto();
    }

    /** The address of the customer's network, as near to him as it is known for certain. */
    public InetAddress network(HttpServerRequest request) {
        var connected = connected(request);
        if (!trusted(connected)) return connected;
        var nearest = connected;
        for (var told : path(request).reversed()) {
            var peer = told.peer().flatMap(Proxies::address);
            if (peer.isEmpty()) return nearest; // “unknown”, or nonsense: what stands left of it is no better
            nearest = peer.get();
            if (!trusted(nearest)) return nearest;
        }
        return nearest;
    }

    /** What the trusted proxy farthest from us has added. */
    private Forwarded outermost(List<Forwarded> path) {
        for (int i = path.size() - 1; i > 0; i--)
            if (path.get(i)
                    .peer()
                    .flatMap(Proxies::address)
                    .filter(this::trusted)
                    .isEmpty()) return path.get(i);
        return path.getFirst();
    }

    private List<Forwarded> path(HttpServerRequest request) {
        if (settings.has(Header.FORWARDED))
            return Forwarded.elements(request.headers().getAll("Forwarded"));
        return settings.has(Header.X_FORWARDED_FOR)
                ? Forwarded.addresses(request.headers().getAll("X-Forwarded-For"))
                : List.of();
    }

    private boolean fromTrusted(HttpServerRequest request) {
        return settings.trustsSome() && trusted(connected(request));
    }

    private boolean trusted(InetAddress address) {
        return settings.trusts(address);
    }

    private static InetAddress connected(HttpServerRequest request) {
        return Optional.ofNullable(request.remoteAddress())
                .flatMap(address -> Optional.ofNullable(address.hostAddress()))
                .flatMap(Network::address)
                .orElseGet(InetAddress::getLoopbackAddress); // a Unix socket
    }

    private static Optional<InetAddress> address(String written) {
        var peer = PEER.matcher(written);
        return peer.matches()
                ? Stream.of(1, 2, 3)
                        .flatMap(group -> Stream.ofNullable(peer.group(group)))
                        .findFirst()
                        .flatMap(Network::address)
                : Optional.empty();
    }
}
