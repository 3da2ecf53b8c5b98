package org.postlotse.web.desk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postlotse.campaign.CaseBoard;
import org.postlotse.campaign.CaseState;
import org.postlotse.catalogue.Domain;

/**
 * Which cases somebody wants to see, as it stands in a page's address; what is no value there is left out.
 *
 * @param domain as typed
 * @param begins what the mailboxes begin with, as typed
 * @param sealed the same for an address; empty where nothing was typed
 */
record CaseFilter(String state, String weakness, String domain, String begins, String sealed) {
    private static final List<String> WEAKNESSES = List.of("no-encryption", "obsolete-tls", "old-method", "old-host");

    static CaseFilter of(Typed typed, MailboxLinks links) {
        var sealed = text(typed.sealed());
        var begins = sealed.isEmpty() ? "" : links.openSearch(sealed);
        return new CaseFilter(
                CaseState.of(text(typed.state())).map(CaseState::key).orElse(""),
                WEAKNESSES.contains(text(typed.weakness())) ? text(typed.weakness()) : "",
                text(typed.domain()),
                begins,
                begins.isEmpty() ? "" : sealed);
    }

    /** A page's query. */
    record Typed(
            @Nullable String state,
            @Nullable String weakness,
            @Nullable String domain,
            @Nullable String sealed) {}

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    CaseBoard.Wanted wanted() {
        return new CaseBoard.Wanted(
                CaseState.of(state),
                Optional.of(weakness).filter(key -> !key.isEmpty()),
                Domain.parse(domain),
                begins.strip().toLowerCase(java.util.Locale.ROOT));
    }

    /** Whether a domain was typed that is none. */
    public boolean misspelt() {
        return !domain.isEmpty() && Domain.parse(domain).isEmpty();
    }

    public List<String> states() {
        return Stream.of(CaseState.values()).map(CaseState::key).toList();
    }

    public List<String> weaknesses() {
        return WEAKNESSES;
    }

    /** The same as a query, to go on from; {@code ?} at least. */
    String query() {
        return Stream.of("state=" + state, "weakness=" + weakness, "domain=" + encoded(domain), "q=" + sealed)
                .filter(part -> !part.endsWith("="))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
