package org.postlotse.web.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postlotse.campaign.Case;
import org.postlotse.campaign.CaseBoard;
import org.postlotse.campaign.CaseState;
import org.postlotse.catalogue.Domain;

/**
 * Which cases a program asks for.
 *
 * @param after where the page begins
 * @param limit how many at most
 */
record CaseQuestion(CaseBoard.Wanted wanted, CaseBoard.Place after, int limit) {
    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    /** A query as it was written. */
    record Query(
            @Nullable String state,
            @Nullable String weakness,
            @Nullable String domain,
            @Nullable String after,
            @Nullable String limit) {}

    /** What of a query is not understood: its name. */
    static final class Misunderstood extends Exception {
        private static final long serialVersionUID = 1L;

        Misunderstood(String parameter) {
            super(parameter);
        }
    }

    static CaseQuestion of(Query query) throws Misunderstood {
        var domain = written(query.domain());
        var named = domain.flatMap(Domain::parse);
        if (domain.isPresent() && named.isEmpty()) throw new Misunderstood("domain");
        var state = written(query.state());
        if (state.isPresent() && state.flatMap(CaseState::of).isEmpty()) throw new Misunderstood("state");
        var weakness = written(query.weakness());
        if (weakness.filter(key -> !key.matches("[a-z-]{1,16}")).isPresent()) throw new Misunderstood("weakness");
        return new CaseQuestion(
                new CaseBoard.Wanted(state.flatMap(CaseState::of), weakness, named, ""),
                place(written(query.after())),
                limit(written(query.limit())));
    }

    private static Optional<String> written(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(some -> !some.isEmpty());
    }

    private static int limit(Optional<String> text) throws Misunderstood {
        if (text.isEmpty()) return USUAL;
        int limit = text.get().matches("[0-9]{1,4}") ? Integer.parseInt(text.get()) : 0;
        if (limit < 1 || limit > MOST) throw new Misunderstood("limit");
        return limit;
    }

    /** Where the page behind this case begins, for an address. */
    static String mark(Case last) {
        var place = CaseBoard.Place.behind(last);
        var text = place.mailbox() + " " + place.weakness();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static CaseBoard.Place place(Optional<String> mark) throws Misunderstood {
        if (mark.isEmpty()) return CaseBoard.Place.BEGINNING;
        try {
            var text = new String(Base64.getUrlDecoder().decode(mark.get()), StandardCharsets.UTF_8);
            int blank = text.lastIndexOf(' ');
            if (blank > 0) return new CaseBoard.Place(text.substring(0, blank), text.substring(blank + 1));
        } catch (IllegalArgumentException notBase64) {
            // said below
        }
        throw new Misunderstood("after");
    }
}
