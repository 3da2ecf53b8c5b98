package org.postlotse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postlotse.campaign.CaseState;
import org.postlotse.campaign.Control;
import org.postlotse.campaign.Decision;
import org.postlotse.campaign.Handling;
import org.postlotse.campaign.LetterKind;
import org.postlotse.campaign.Obstacle;
import org.postlotse.campaign.Recipients;
import org.postlotse.comparison.Field;
import org.postlotse.comparison.Half;
import org.postlotse.comparison.Judgement;
import org.postlotse.comparison.PresentMethod;
import org.postlotse.comparison.PresentSecurity;
import org.postlotse.dns.DnsRecord;
import org.postlotse.dns.DomainFinding;
import org.postlotse.evidence.LoginProtocol;
import org.postlotse.evidence.ProgramGuess;
import org.postlotse.evidence.Rhythm;
import org.postlotse.evidence.Trouble;
import org.postlotse.guide.Device;
import org.postlotse.guide.Route;
import org.postlotse.probe.Blame;
import org.postlotse.probe.Verdict;
import org.postlotse.staff.AuditTrail;

/** Every text is there in every language, says the same things with the same placeholders, and is used. */
class TextsTest {
    private static final Path TEXTS = Path.of("web/texts");
    private static final Path TEMPLATES = Path.of("web/templates");
    private static final Pattern IN_TEMPLATE =
            Pattern.compile("(?:\\{| in )text:([a-z0-9.-]+?)(\\.at\\(|\\.with\\(|})");
    private static final Pattern IN_CODE = Pattern.compile(
            "\"((?:choice|elsewhere|sheet|format|settings|letter|watch|warning|banner)\\.[a-z0-9.-]*[a-z0-9])\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z-]+}");
    private static final int EASY_WORDS = 11;
    private static final int MOST_WORDS = 18;

    static Stream<String> languages() throws IOException {
        try (var files = Files.list(TEXTS)) {
            return files.map(file -> file.getFileName().toString().replace(".yaml", "")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_language_has_the_same_keys_and_placeholders(String language) throws IOException {
        assertThat(placeholders(language)).isEqualTo(placeholders("de"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void what_templates_and_code_ask_for_is_there(String language) throws IOException {
        var keys = texts(language).keySet();

        assertThat(asked().filter(key ->
                        !keys.contains(key) && keys.stream().noneMatch(known -> known.startsWith(key + "."))))
                .isEmpty();
    }

    @Test
    void no_text_is_unused() throws IOException {
        var asked = asked().collect(Collectors.toCollection(TreeSet::new));
        asked.addAll(chosenAtRunTime());

        assertThat(texts("de").keySet().stream().filter(key -> asked.stream().noneMatch(used -> covers(used, key))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void what_is_chosen_at_run_time_is_there(String language) throws IOException {
        assertThat(texts(language).keySet()).containsAll(chosenAtRunTime());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void sentences_are_short(String language) throws IOException {
        assertThat(texts(language).values().stream()
                        .flatMap(text -> Arrays.stream(text.split("(?<=[.?!:;])\\s+")))
                        .filter(sentence -> sentence.split("\\s+").length > MOST_WORDS))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void easy_language_has_one_short_sentence_a_line(String language) throws IOException {
        var lines = texts(language).entrySet().stream()
                .filter(text -> text.getKey().matches("easy\\..*-lines"))
                .flatMap(text -> text.getValue().lines())
                .toList();

        assertThat(lines).hasSizeGreaterThan(30).allMatch(line -> line.matches("[^.?!]{3,}[.?!]"));
        assertThat(lines).allMatch(line -> line.split(" ").length <= EASY_WORDS);
    }

    /** Words that stand in a template are in one language for all; a program's name and a unit are in none. */
    @Test
    void templates_have_no_words_of_their_own() throws IOException {
        var names = Set.of("Safari", "ms");
        var inExpressions = Pattern.compile("(?s)\\{!.*?!}|\\{[^{}\\s][^{}]*}");
        var inTags = Pattern.compile("(?s)<(style|script)\\b.*?</\\1>|<[^>]*>|&[a-z]+;");
        var read = Pattern.compile(" (?:alt|aria-label|title|placeholder)=\"[^\"{]*[A-Za-z]{2}[^\"]*\"");
        try (var files = Files.walk(TEMPLATES)) {
            assertThat(files.filter(Files::isRegularFile)).isNotEmpty().allSatisfy(file -> {
                var template = inExpressions.matcher(read(file)).replaceAll("");
                assertThat(read.matcher(template).results().map(MatchResult::group))
                        .as(file.toString())
                        .isEmpty();
                assertThat(Pattern.compile("\\p{L}{2,}")
                                .matcher(inTags.matcher(template).replaceAll(" "))
                                .results()
                                .map(MatchResult::group))
                        .as(file.toString())
                        .isSubsetOf(names);
            });
        }
    }

    /** Keys whose last parts are values of the code: each value has its text, whoever adds one is told here. */
    private static Set<String> chosenAtRunTime() {
        var keys = new TreeSet<String>();
        for (var verdict : Verdict.class.getPermittedSubclasses())
            for (var part : new String[] {"title", "short", "text", "next"})
                keys.add("verdict." + kind(verdict) + "." + part);
        for (var device : Device.values()) addTile(keys, "device", device.key());
        for (var route : Route.values()) addTile(keys, "route", route.key());
        for (var device : Device.values()) addTile(keys, "which-device", device.key());
        addTile(keys, "device", "unknown");
        for (var protocol : new String[] {"imap", "pop3", "unknown"})
            for (var question : new String[] {"protocol", "protocol-new"}) addTile(keys, question, protocol);
        for (var badge : new String[] {"guess", "recommended", "seen"}) keys.add("choice." + badge);
        for (var answer : new String[] {"other", "unknown"}) addTile(keys, "program", answer);
        for (var question : new String[] {"device", "which-device", "program", "route", "protocol", "protocol-new"})
            for (var part : new String[] {"title", "heading", "hint"}) keys.add("choice." + question + "." + part);
        for (var kind : LetterKind.values())
            for (var part : new String[] {"subject", "news"}) keys.add("letter." + part + "." + kind.key());
        for (var weakness : new String[] {"no-encryption", "obsolete-tls", "old-method", "old-host"})
            for (var part : new String[] {
                "letter.weakness", "letter.device", "letter.only", "letter.seen.how", "warning.now", "warning.new"
            }) keys.add(part + "." + weakness);
        for (var protocol : LoginProtocol.values())
            keys.add("letter.seen.protocol." + protocol.name().toLowerCase(java.util.Locale.ROOT));
        for (var blame : Blame.values()) keys.add("result.blame." + blame.key());
        keys.addAll(Set.of("letter.real.text", "letter.real.webmail"));
        keys.add("result.blame.ok");
        for (var blame : Blame.values()) keys.add("result.fault." + blame.key());
        keys.add("check.progress");
        for (var complaint : new String[] {
            "address-empty",
            "address-without-at",
            "address-malformed",
            "domain-unknown",
            "password-empty",
            "form-stale",
            "now-empty",
            "too-many-mailboxes",
            "check-code-malformed",
            "check-code-unknown",
            "code-malformed",
            "code-unknown",
            "code-later"
        }) keys.add("complaint." + complaint);
        for (var line : new String[] {"announced", "mails", "rehearsal", "cut-off", "done", "next", "later"})
            keys.add("start.timeline." + line);
        for (var question : new String[] {
            "ssl", "normal", "jump", "certificate", "old-host", "which", "which-pop3", "sender", "old-device"
        }) for (var part : new String[] {"q", "a"}) keys.add("settings.questions." + question + "." + part);
        for (var half : Half.values()) keys.add("now." + half.key());
        for (var field : Field.values()) keys.add("now.field." + field.key());
        for (var security : PresentSecurity.values()) keys.add("now.security." + security.key());
        for (var reason : org.postlotse.evidence.Judgement.Reason.values())
            keys.add("desk.logs.left-out." + reason.key());
        for (var kind : Rhythm.Kind.values()) keys.add("desk.mailbox.rhythm." + kind.key());
        for (var reason : ProgramGuess.Reason.values()) {
            keys.add("desk.mailbox.guess." + reason.key());
            keys.add("desk.mailbox.confidence." + reason.confidence().key());
        }
        for (var trouble : Trouble.values()) keys.add("watch.failed." + trouble.key());
        for (var method : PresentMethod.values()) keys.add("now.method." + method.key());
        for (var reason : Judgement.Reason.values()) keys.add("now.why." + new Judgement.Change(reason).key());
        for (var changes : new String[] {"none", "one", "many"}) keys.add("now.changes." + changes);
        for (var state : DomainFinding.State.values()) keys.add("desk.domain.state." + state.key());
        for (var purpose : DnsRecord.Purpose.values()) keys.add("desk.domain.purpose." + purpose.key());
        addDesk(keys);
        keys.add("settings.user-address");
        keys.add("settings.user-localpart");
        return keys;
    }

    private static void addDesk(Set<String> keys) {
        for (var when : new String[] {"in", "today", "ago"}) keys.add("desk.overview.when." + when);
        for (var state : new String[] {"taken", "waiting", "failing"}) keys.add("desk.webhooks.is." + state);
        for (var group : new String[] {"done", "under-way", "open", "left-alone"}) keys.add("desk.group." + group);
        for (var state : CaseState.values()) keys.add("desk.state." + state.key());
        for (var weakness : new String[] {"no-encryption", "obsolete-tls", "old-method", "old-host"})
            keys.add("desk.weakness." + weakness);
        for (var state : new String[] {"warned", "opened", "in-progress", "proven", "fixed"})
            keys.add("desk.came." + state);
        for (var step : new String[] {"looked", "link", "code", "begun", "watching", "proven", "muted", "not-me"})
            keys.add("desk.step." + step);
        for (var said : new String[] {"excused", "excuse-ended", "muted", "unmuted", "in-vain"})
            keys.add("desk.mailbox.said." + said);
        for (var written : Handling.Written.values()) keys.add("desk.mailbox.said." + written.key());
        for (var mode : Control.Mode.values()) keys.add("desk.campaign.mode." + mode.key());
        for (var obstacle : Obstacle.values()) keys.add("desk.campaign.obstacle." + obstacle.key());
        for (var said :
                new String[] {"begun", "stopped", "paused", "resumed", "test-sent", "test-failed", "misunderstood"})
            keys.add("desk.campaign.said." + said);
        for (var because : Decision.Because.values()) keys.add("desk.because." + because.key());
        for (var why : Decision.Why.values()) keys.add("desk.why." + why.key());
        for (var complaint : new String[] {"reason-wrong", "until-wrong"}) keys.add("desk.mailbox.excuse." + complaint);
        for (var kind : LetterKind.values()) keys.add("desk.letter." + kind.key());
        for (var outcome : Recipients.Outcome.values())
            keys.add("desk.outcome." + outcome.name().toLowerCase(java.util.Locale.ROOT));
        for (var kind : AuditTrail.Kind.values()) keys.add("desk.deed." + kind.key());
    }

    private static void addTile(Set<String> keys, String question, String answer) {
        keys.add("choice." + question + "." + answer + ".title");
        keys.add("choice." + question + "." + answer + ".hint");
    }

    private static String kind(Class<?> verdict) {
        return verdict.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }

    private static boolean covers(String used, String key) {
        return key.equals(used);
    }

    private static Stream<String> asked() throws IOException {
        return Stream.concat(found(TEMPLATES, IN_TEMPLATE), found(Path.of("src/main/java"), IN_CODE));
    }

    private static Stream<String> found(Path root, Pattern pattern) throws IOException {
        try (var files = Files.walk(root)) {
            return files
                    .filter(Files::isRegularFile)
                    .flatMap(file -> pattern.matcher(read(file)).results().map(TextsTest::key))
                    .collect(Collectors.toSet())
                    .stream();
        }
    }

    private static String key(MatchResult match) {
        return match.group(1);
    }

    private static Map<String, Set<String>> placeholders(String language) throws IOException {
        var placeholders = new TreeMap<String, Set<String>>();
        texts(language)
                .forEach((key, text) -> placeholders.put(
                        key,
                        PLACEHOLDER
                                .matcher(text)
                                .results()
                                .map(MatchResult::group)
                                .collect(Collectors.toCollection(TreeSet::new))));
        return placeholders;
    }

    private static Map<String, String> texts(String language) throws IOException {
        var texts = new TreeMap<String, String>();
        collect("", new YAMLMapper().readTree(TEXTS.resolve(language + ".yaml").toFile()), texts);
        return texts;
    }

    private static void collect(String prefix, JsonNode node, Map<String, String> texts) {
        if (!node.isObject()) texts.put(prefix, node.asText());
        for (var child : node.properties())
            collect(prefix.isEmpty() ? child.getKey() : prefix + "." + child.getKey(), child.getValue(), texts);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
