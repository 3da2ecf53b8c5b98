package org.postlotse.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.postlotse.catalogue.Catalogue;

/**
 * Proves that a form was sent from the page that we showed, for browsers that do not say where a form comes from: old
 * ones, and those behind a proxy that takes {@code Sec-Fetch-Site} and {@code Origin} away. The page carries a sealed
 * token, the browser a cookie, and both have to fit; a stranger's page can have a token of its own, but not put our cookie
 * into its visitor's browser. Browsers that do say it get no cookie at all.
 */
@Singleton
public final class FormToken {
    /** Nobody has to hurry (WCAG 2.2.1 exempts limits from 20 hours on). */
    private static final Duration LIFE = Duration.ofHours(24);

    private static final int NONCE_BYTES = 18;
    private static final int NONCE_LENGTH = 24;
    private static final String SEPARATOR = "\n";

    private final Seal seal;
    private final Clock clock;
    private final BooleanSupplier https;
    private final SecureRandom random = new SecureRandom();

    @Inject
    FormToken(Seal seal, Clock clock, Catalogue catalogue) {
        this(
                seal,
                clock,
                () -> catalogue.brands().stream()
                        .allMatch(brand -> "https".equals(brand.publicUrl().getScheme())));
    }

    FormToken(Seal seal, Clock clock, BooleanSupplier https) {
        this.seal = seal;
        this.clock = clock;
        this.https = https;
    }

    /**
     * What a page with a form gets.
     *
     * @param token for the form's hidden field; empty where the browser needs none
     * @param cookie to set, where it is not there yet
     */
    public record Issued(String token, Optional<NewCookie> cookie) {}

    /** A token for a form, named so that it is good for no other. */
    public Issued issue(HttpServerRequest request, String form) {
        if (tells(request)) return new Issued("", Optional.empty());
        var known = nonce(request);
        var nonce = known.orElseGet(this::freshNonce);
        var token = seal.seal(purpose(form), nonce + SEPARATOR + clock.instant().getEpochSecond());
        return new Issued(token, known.isPresent() ? Optional.empty() : Optional.of(cookie(nonce)));
    }

    /** Whether this form comes from a page of ours; those who say that it does not were refused before. */
    public boolean proves(HttpServerRequest request, String form, Optional<String> token) {
        if (tells(request)) return true;
        var nonce = nonce(request);
        return nonce.isPresent()
                && token.flatMap(written -> seal.open(purpose(form), written))
                        .filter(text -> fits(text, nonce.get()))
                        .isPresent();
    }

    private boolean fits(String text, String nonce) {
        var parts = text.split(SEPARATOR, 2);
        if (parts.length != 2 || !parts[0].equals(nonce)) return false;
        try {
            var issued = Instant.ofEpochSecond(Long.parseLong(parts[1]));
            return clock.instant().isBefore(issued.plus(LIFE));
        } catch (NumberFormatException | DateTimeException notOurs) {
            return false;
        }
    }

    /** {@link SameOrigin} has looked at what it tells. */
    private static boolean tells(HttpServerRequest request) {
        return request.getHeader("Sec-Fetch-Site") != null || request.getHeader("Origin") != null;
    }

    private Optional<String> nonce(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(name()))
                .map(io.vertx.core.http.Cookie::getValue)
                .filter(value -> value.length() == NONCE_LENGTH);
    }

    private NewCookie cookie(String nonce) {
        return new NewCookie.Builder(name())
                .value(nonce)
                .path("/")
                .secure(https.getAsBoolean())
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX) // Strict would lose it on the way here from a mail
                .build();
    }

    /** With the prefix no neighbour on another host name of the domain can set it (RFC 6265bis §4.1.3.2). */
    private String name() {
        return https.getAsBoolean() ? "__Host-postlotse-form" : "postlotse-form";
    }

    private static String purpose(String form) {
        return "form " + form;
    }

    private String freshNonce() {
        var bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
