package org.postlotse.web;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.postlotse.campaign.Case;
import org.postlotse.campaign.CaseBoard;
import org.postlotse.campaign.Csv;

/** Cases as a table for spreadsheets (RFC 4180), written page by page: 100,000 of them need no more memory than one page. */
@Singleton
public final class CaseCsv {
    public static final String TYPE = "text/csv; charset=utf-8; header=present";
    private static final int PAGE = 1_000;

    private final CaseBoard board;

    @Inject
    CaseCsv(CaseBoard board) {
        this.board = board;
    }

    public StreamingOutput of(CaseBoard.Wanted wanted) {
        return output -> {
            var writer = new OutputStreamWriter(output, StandardCharsets.UTF_8);
            writer.write(Csv.row(
                    "mailbox",
                    "weakness",
                    "state",
                    "since",
                    "opened",
                    "last_insecure",
                    "relapses",
                    "excuse",
                    "excused_until"));
            var place = CaseBoard.Place.BEGINNING;
            while (true) {
                var page = board.page(wanted, place, PAGE);
                for (var one : page) writer.write(row(one));
                if (page.size() < PAGE) break;
                place = CaseBoard.Place.behind(page.getLast());
            }
            writer.flush();
        };
    }

    private static String row(Case one) {
        return Csv.row(
                one.mailbox().normalised(),
                one.weakness(),
                one.state().key(),
                one.since(),
                one.opened(),
                one.lastInsecure(),
                one.relapses(),
                one.excuse().map(Case.Excuse::reason).orElse(""),
                one.excuse().map(Case.Excuse::until).map(LocalDate::toString).orElse(""));
    }
}
