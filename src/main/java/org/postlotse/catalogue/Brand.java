package org.postlotse.catalogue;

import java.net.URI;
import java.util.List;

/**
 * One name under which the hoster serves customers. An installation with a single name has one brand, the main one.
 *
 * @param id {@code main}, or as it stands below {@code postlotse.brands}: lower-case letters, digits and hyphens
 * @param publicUrl where its customers reach the pages, without a slash at its end
 * @param hosts all host names of its pages, that of the public URL first
 * @param servers those of a mailbox without servers of its own, in order of preference
 * @param oldHosts host names that customers may still have; {@code {domain}} stands for their own domain
 */
public record Brand(
        String id,
        Provider provider,
        URI publicUrl,
        List<Host> hosts,
        List<Server> servers,
        LoginName loginName,
        List<String> oldHosts,
        Timeline timeline) {
    /** The id of the brand whose settings stand at the top. */
    public static final String MAIN = "main";

    public Brand {
        hosts = List.copyOf(hosts);
        servers = List.copyOf(servers);
        oldHosts = List.copyOf(oldHosts);
    }

    /** What it offers where no address is known. */
    public Offer standard() {
        return new Offer(provider.id(), provider, servers, loginName);
    }
}
