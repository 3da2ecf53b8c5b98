package org.postlotse.web.desk;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.postlotse.staff.Operators;
import org.postlotse.staff.Role;
import org.postlotse.web.Visits;

/**
 * Finds out who asks: a person by the session's cookie, a machine by its token (RFC 6750 §2.1). It is asked only where a
 * method wants a role; everything else in the product knows nobody.
 */
@Singleton
class Entrance implements HttpAuthenticationMechanism {
    private static final String BEARER = "Bearer ";

    private final Operators operators;
    private final Sessions sessions;
    private final Visits visits;

    @Inject
    Entrance(Operators operators, Sessions sessions, Visits visits) {
        this.operators = operators;
        this.sessions = sessions;
        this.visits = visits;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager manager) {
        var authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length()))
            return machine(authorization.substring(BEARER.length()).strip());
        return Uni.createFrom().optional(person(context));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        var request = context.request();
        return Uni.createFrom()
                .item(
                        DeskPath.within(request.path())
                                ? new ChallengeData(
                                        303,
                                        HttpHeaders.LOCATION,
                                        visits.of(request).frame().home() + DeskPath.LOG_IN)
                                : new ChallengeData(401, "WWW-Authenticate", "Bearer realm=\"Postlotse\""));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom()
                .item(new HttpCredentialTransport(HttpCredentialTransport.Type.COOKIE, sessions.cookieName()));
    }

    private Uni<SecurityIdentity> machine(String token) {
        return operators
                .bearer(token)
                .map(machine -> Uni.createFrom().item(identity(machine.name(), machine.role())))
                .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
    }

    private Optional<SecurityIdentity> person(RoutingContext context) {
        return Optional.ofNullable(context.request().getCookie(sessions.cookieName()))
                .flatMap(cookie -> sessions.read(cookie.getValue()))
                .map(known -> {
                    known.next().ifPresent(context.response()::addCookie);
                    return identity(known.operator().name(), known.operator().role());
                });
    }

    /** Whoever may act may read as well; a machine may do what its role says and nothing else. */
    private static SecurityIdentity identity(String name, Role role) {
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(name))
                .addRole(role.key());
        return (role == Role.OPERATOR ? identity.addRole(Role.SUPPORT.key()) : identity).build();
    }
}
