package org.postlotse.document;

import java.util.Optional;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.document.Route.Method;

/** A program's request, as it came: nothing in it is trusted, nothing in it is ever sent back unread. */
public final class Inquiry {
    /** The most bytes that a body may have; a longer one is handed over cut to one more, and understood by nobody. */
    public static final int LONGEST_BODY = 64 * 1024;

    private final Method method;
    private final String host;
    private final Query query;
    private final byte[] body;
    private final Optional<String> lastPart;
    private final boolean unencrypted;

    /**
     * @param host the {@code Host} header, possibly with a port; empty when there was none
     * @param query the raw query without its question mark; empty when there was none
     * @param body empty when there was none
     */
    public Inquiry(Method method, String host, String query, byte[] body) {
        this.method = method;
        this.host = host;
        this.query = new Query(query);
        this.body = body.clone();
        this.lastPart = Optional.empty();
        this.unencrypted = false;
    }

    private Inquiry(Inquiry same, Optional<String> lastPart, boolean unencrypted) {
        this.method = same.method;
        this.host = same.host;
        this.query = same.query;
        this.body = same.body;
        this.lastPart = lastPart;
        this.unencrypted = unencrypted;
    }

    /** The same on an open route. @param part what stands behind the route's last slash, still encoded */
    public Inquiry below(String part) {
        return new Inquiry(this, Optional.of(Query.decode(part)), unencrypted);
    }

    /** The same, known to have been asked by http. */
    public Inquiry byHttp() {
        return new Inquiry(this, lastPart, true);
    }

    /** Whether nothing but the host says what is wanted. */
    boolean bare() {
        return method == Method.GET && query.raw().isEmpty() && lastPart.isEmpty() && !unencrypted;
    }

    /** Whether it is known that others could read along, and write. */
    boolean unencrypted() {
        return unencrypted;
    }

    Method method() {
        return method;
    }

    /** As given. */
    public String host() {
        return host;
    }

    byte[] body() {
        return body.clone();
    }

    /** What stands behind an open route, decoded. */
    Optional<String> lastPart() {
        return lastPart;
    }

    /** What the query says to this name, in any case; empty when it does not have it, or says nothing. */
    Optional<String> value(String name) {
        return query.first(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The mailbox that the query names under one of these names, in any case; empty when it names none, or nonsense. */
    Optional<EmailAddress> address(String... names) {
        return query.first(names).flatMap(Query::address);
    }
}
