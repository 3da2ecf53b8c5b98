package org.postlotse.dns;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.SimpleResolver;

/** Asks one resolver after the other until one says yes or no. What comes cut over UDP is asked for over TCP. */
@Singleton
class Resolvers {
    private static final int FEWEST_TRIES = 2;
    private static final int MOST_TRIES = 4;

    private final DnsSettings settings;

    @Inject
    Resolvers(DnsSettings settings) {
        this.settings = settings;
    }

    /** What came of one question. */
    sealed interface Heard {
        record Something(Message message) implements Heard {}

        record Nothing(String why) implements Heard {}
    }

    Heard hear(Name name, int type) {
        var question = Record.newRecord(name, type, DClass.IN);
        var why = "no resolver is known";
        var servers = servers();
        int tries = servers.isEmpty() ? 0 : Math.clamp(servers.size(), FEWEST_TRIES, MOST_TRIES);
        for (int i = 0; i < tries; i++) {
            var server = servers.get(i % servers.size());
            try {
                var message = asked(server).send(Message.newQuery(question));
                // RFC 1035 §4.1.1: every other code is the resolver's own trouble, and denies nothing
                if (message.getRcode() == Rcode.NOERROR || message.getRcode() == Rcode.NXDOMAIN)
                    return new Heard.Something(message);
                why = Rcode.string(message.getRcode()) + " from " + shown(server);
            } catch (IOException silent) {
                why = "no answer from " + shown(server);
            }
        }
        return new Heard.Nothing(why);
    }

    private List<InetSocketAddress> servers() {
        return settings.servers().isEmpty() ? ResolverConfig.getCurrentConfig().servers() : settings.servers();
    }

    private SimpleResolver asked(InetSocketAddress server) {
        var resolver = new SimpleResolver(server);
        resolver.setTimeout(settings.timeout());
        return resolver;
    }

    private static String shown(InetSocketAddress server) {
        return server.getAddress().getHostAddress() + " port " + server.getPort();
    }
}
