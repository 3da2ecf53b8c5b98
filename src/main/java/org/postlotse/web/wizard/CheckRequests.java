package org.postlotse.web.wizard;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postlotse.web.FormToken;
import org.postlotse.web.Visits;

/** Reads from a request who comes with the check's form, and whether it is ours. */
@Singleton
class CheckRequests {
    private final Visits visits;
    private final Trail trail;
    private final FormToken tokens;

    @Inject
    CheckRequests(Visits visits, Trail trail, FormToken tokens) {
        this.visits = visits;
        this.trail = trail;
        this.tokens = tokens;
    }

    FormToken.Issued token(HttpServerRequest request, String sealed) {
        return tokens.issue(request, sealed);
    }

    CheckDesk.Asked empty(HttpServerRequest request, String sealed, FormToken.Issued issued) {
        return new CheckDesk.Asked(visits.ofPage(request), trail.read(sealed), issued.token(), false);
    }

    CheckDesk.Asked filled(HttpServerRequest request, String sealed, CheckForm form, FormToken.Issued issued) {
        return new CheckDesk.Asked(
                visits.ofPage(request),
                trail.read(sealed),
                issued.token(),
                tokens.proves(request, sealed, form.token()));
    }
}
