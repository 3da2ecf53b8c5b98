package org.postlotse.web.desk;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.staff.Operator;
import org.postlotse.staff.Operators;
import org.postlotse.web.Seal;

/**
 * Sessions without a store: sealed into a cookie that no other site is sent along with (RFC 6265bis §5.6.7) and no script
 * reads. A session ends by log-out, after a while without a click, at the latest after a working day, and at once when
 * the operator's password or role is changed or the operator is taken out of the configuration.
 */
@Singleton
class Sessions {
    private static final String PURPOSE = "desk-session";
    /** How old a cookie gets before it is written afresh: not with every picture. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Operators operators;
    private final Seal seal;
    private final Catalogue catalogue;
    private final Clock clock;

    @Inject
    Sessions(Operators operators, Seal seal, Catalogue catalogue, Clock clock) {
        this.operators = operators;
        this.seal = seal;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** An operator whose session it is, and the cookie that takes the place of the old one, where it is time for it. */
    record Known(Operator operator, Optional<Cookie> next) {}

    /** The cookie of a session that begins now. */
    Cookie begin(Operator operator) {
        var now = now();
        return cookie(new Session(operator.name(), operator.version(), now, now), now);
    }

    /** Whose session the cookie holds; empty when it is over or was not made here. */
    Optional<Known> read(String sealed) {
        var now = now();
        return seal.open(PURPOSE, sealed)
                .flatMap(Session::read)
                .filter(session -> lasts(session, now))
                .flatMap(session -> operators
                        .find(session.name())
                        .filter(operator -> operator.version().equals(session.version()))
                        .map(operator -> new Known(operator, next(session, now))));
    }

    /** A cookie that takes the session away. */
    Cookie end() {
        return bare("").setMaxAge(0);
    }

    /** With https the name promises that the cookie came over it, from this very host (RFC 6265bis §4.1.3.2). */
    String cookieName() {
        return secure() ? "__Host-desk" : "desk";
    }

    private Optional<Cookie> next(Session session, Instant now) {
        return session.seen().plus(FRESH).isBefore(now)
                ? Optional.of(cookie(session.seenAt(now), now))
                : Optional.empty();
    }

    private boolean lasts(Session session, Instant now) {
        return now.isBefore(session.seen().plus(operators.idle())) && now.isBefore(end(session));
    }

    private Instant end(Session session) {
        return session.began().plus(operators.longest());
    }

    private Cookie cookie(Session session, Instant now) {
        var left = Duration.between(now, end(session));
        var idle = operators.idle();
        return bare(seal.seal(PURPOSE, session.written()))
                .setMaxAge(left.compareTo(idle) < 0 ? left.toSeconds() : idle.toSeconds());
    }

    private Cookie bare(String value) {
        return Cookie.cookie(cookieName(), value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(secure())
                .setSameSite(CookieSameSite.STRICT);
    }

    private boolean secure() {
        return "https".equalsIgnoreCase(catalogue.main().publicUrl().getScheme());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
