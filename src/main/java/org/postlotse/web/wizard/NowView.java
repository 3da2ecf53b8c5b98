package org.postlotse.web.wizard;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.postlotse.catalogue.Protocol;
import org.postlotse.catalogue.Server;
import org.postlotse.comparison.Comparison;
import org.postlotse.comparison.Field;
import org.postlotse.comparison.Half;
import org.postlotse.comparison.HalfComparison;
import org.postlotse.comparison.Present;
import org.postlotse.comparison.PresentMethod;
import org.postlotse.comparison.PresentSecurity;

/** The comparison as its page shows it: a form for both halves, and what came of it. */
final class NowView {
    private NowView() {}

    /** The form: what was told stays in it. */
    record Form(List<Fields> halves) {
        static Form of(NowForm told) {
            return new Form(Arrays.stream(Half.values())
                    .map(half -> Fields.of(half, told.halves().of(half)))
                    .toList());
        }
    }

    /** One half's fields. */
    record Fields(
            String key,
            List<Option> protocols,
            Typed host,
            Typed port,
            List<Option> securities,
            List<Option> methods,
            Typed user) {
        static Fields of(Half half, Present told) {
            return new Fields(
                    half.key(),
                    half == Half.RECEIVING
                            ? Stream.of(Protocol.IMAP, Protocol.POP3)
                                    .map(protocol -> new Option(
                                            protocol.key(), told.protocol().equals(Optional.of(protocol))))
                                    .toList()
                            : List.of(),
                    new Typed(NowForm.name(half, Field.HOST), told.host()),
                    new Typed(NowForm.name(half, Field.PORT), told.port()),
                    Arrays.stream(PresentSecurity.values())
                            .map(security ->
                                    new Option(security.key(), told.security().equals(Optional.of(security))))
                            .toList(),
                    Arrays.stream(PresentMethod.values())
                            .filter(method -> half == Half.SENDING || method != PresentMethod.NONE)
                            .map(method ->
                                    new Option(method.key(), told.method().equals(Optional.of(method))))
                            .toList(),
                    new Typed(NowForm.name(half, Field.USER), told.user()));
        }
    }

    /** A field to type into. */
    record Typed(String name, String value) {}

    /** A choice in a list. */
    record Option(String key, boolean chosen) {}

    /**
     * What came of it.
     *
     * @param changes how many values must be changed
     * @param halves those of which something was told
     * @param anonymous the key, below {@code settings}, of the words for a user name that is not known
     * @param steps where the steps begin
     */
    record Result(long changes, List<HalfResult> halves, String anonymous, String steps) {
        static Result of(Comparison comparison, NowForm told, String steps) {
            var halves = told.halves().told().stream()
                    .map(half -> comparison.of(half, told.halves().of(half)))
                    .toList();
            return new Result(
                    halves.stream().mapToLong(HalfComparison::changes).sum(),
                    halves.stream().map(HalfResult::of).toList(),
                    Login.of(comparison.offer(), comparison.mailbox()).anonymous(),
                    steps);
        }

        /** The key of the headline's text below {@code now.changes}. */
        public String headline() {
            return changes == 0 ? "none" : changes == 1 ? "one" : "many";
        }
    }

    /** One half's values, now and as they must be. */
    record HalfResult(String key, Server server, List<Row> rows) {
        static HalfResult of(HalfComparison compared) {
            return new HalfResult(
                    compared.half().key(),
                    compared.server(),
                    compared.rows().stream()
                            .map(row -> new Row(
                                    row.field().key(),
                                    row.now(),
                                    must(row.field(), compared),
                                    row.judgement().key(),
                                    row.judgement().change()))
                            .toList());
        }

        private static String must(Field field, HalfComparison compared) {
            var server = compared.server();
            return switch (field) {
                case PROTOCOL -> server.protocol().displayName();
                case HOST -> server.host().name();
                case PORT -> server.port().toString();
                case SECURITY -> server.security().displayName();
                case METHOD -> "";
                case USER -> compared.user();
            };
        }
    }

    /**
     * One value.
     *
     * @param field its key
     * @param now as told: typed, or a choice's key; empty when it was not
     * @param must as it must be; empty where the page has words for it
     * @param judgement its key
     * @param change whether it must be changed
     */
    record Row(String field, String now, String must, String judgement, boolean change) {
        /** Whether {@link #now} is a choice, for which the page has words. */
        public boolean chosen() {
            return !now.isEmpty() && (field.equals("security") || field.equals("method"));
        }
    }
}
