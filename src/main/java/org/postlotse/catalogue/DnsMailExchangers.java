package org.postlotse.catalogue;

import java.util.Collections;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;

/** Asks the machine's own resolver, by the JDK's DNS provider. */
final class DnsMailExchangers implements MailExchangers {
    private static final String TIMEOUT_MILLIS = "1500";

    @Override
    public Set<Host> of(Domain domain) throws TimeoutException {
        var environment = new Hashtable<String, String>();
        environment.put("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
        environment.put("com.sun.jndi.dns.timeout.initial", TIMEOUT_MILLIS);
        environment.put("com.sun.jndi.dns.timeout.retries", "1");
        try {
            var dns = new InitialDirContext(environment);
            try {
                return hosts(dns, domain);
            } finally {
                dns.close();
            }
        } catch (NameNotFoundException noSuchDomain) {
            return Set.of();
        } catch (NamingException silent) {
            var timeout = new TimeoutException("no answer from DNS for " + domain);
            timeout.initCause(silent);
            throw timeout;
        }
    }

    // JNDI's DNS provider deserialises nothing, and the name is letters, digits and hyphens
    @SuppressWarnings("BanJNDI")
    private static Set<Host> hosts(InitialDirContext dns, Domain domain) throws NamingException {
        var records = dns.getAttributes("dns:/" + domain.name() + ".", new String[] {"MX"})
                .get("MX");
        if (records == null) return Set.of();
        var hosts = new HashSet<Host>();
        for (Object entry : Collections.list(records.getAll())) {
            var fields = entry.toString().split(" ", 2); // "10 mx.example.org."
            if (fields.length == 2) Host.parse(fields[1]).ifPresent(hosts::add);
        }
        return hosts;
    }
}
