package org.postlotse.web.wizard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.Protocol;
import org.postlotse.guide.Device;
import org.postlotse.guide.Route;
import org.postlotse.probe.Standing;

/**
 * What a customer has answered so far.
 *
 * @param mailbox whose settings are meant; empty when they would rather not say
 * @param words the language of their programs, where it is not that of the page
 * @param vouched since when it is known that the mailbox is theirs: they came by a letter to it; empty where it is not
 * @param tasks their devices, and what was answered about each
 */
record Journey(Optional<EmailAddress> mailbox, Optional<Locale> words, Optional<Instant> vouched, Tasks tasks) {
    private static final String VERSION = "2";
    /** One device, and no language; read as long as pages of it may be open or printed. */
    private static final String FIRST_VERSION = "1";

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
    private static final String SEPARATOR = "\n";
    private static final int HEAD = 5;

    static Journey begin() {
        return new Journey(Optional.empty(), Optional.empty(), Optional.empty(), Tasks.none());
    }

    /** What they hold in their hands. */
    Optional<Device> device() {
        return tasks.current().map(Task::device);
    }

    /** The id of a guide. */
    Optional<String> program() {
        return tasks.current().flatMap(Task::program);
    }

    /** Whether the account is changed or added. */
    Optional<Route> route() {
        return tasks.current().flatMap(Task::route);
    }

    /** How the program fetches mail. */
    Optional<Protocol> incoming() {
        return tasks.current().flatMap(Task::incoming);
    }

    /** About this mailbox; that another one is theirs says nothing of it. */
    Journey of(EmailAddress mailbox) {
        var same = this.mailbox.filter(known -> known.normalised().equals(mailbox.normalised()));
        return new Journey(Optional.of(mailbox), words, same.flatMap(known -> vouched), tasks);
    }

    /** The mailbox is theirs, and what is seen from now on counts. */
    Journey vouched(Instant now) {
        return new Journey(mailbox, words, Optional.of(now), tasks);
    }

    /** How much the check trusts them: whoever came by a letter to the mailbox is no stranger to it. */
    Standing standing() {
        return vouched.isPresent() ? Standing.INVITED : Standing.STRANGER;
    }

    /** Their programs speak another language than the page. */
    Journey speaking(Locale words) {
        return new Journey(mailbox, Optional.of(words), vouched, tasks);
    }

    Journey on(Device device) {
        return with(tasks.on(device));
    }

    Journey with(String program) {
        return with(tasks.change(task -> task.with(program)));
    }

    Journey by(Route route) {
        return with(tasks.change(task -> task.by(route)));
    }

    Journey fetchingWith(Protocol incoming) {
        return with(tasks.change(task -> task.fetchingWith(incoming)));
    }

    /** The device at hand is done. */
    Journey finished() {
        return with(tasks.change(task -> task.done(true)));
    }

    /** The way to one more device begins here. */
    Journey again() {
        return with(tasks.between());
    }

    /** About the device at hand only: short enough for a code that a camera reads. */
    Journey alone() {
        return with(tasks.alone());
    }

    Journey with(Tasks tasks) {
        return new Journey(mailbox, words, vouched, tasks);
    }

    String written() {
        var head = Stream.of(
                VERSION,
                mailbox.map(address -> address.localPart() + "@" + address.domain())
                        .orElse(""),
                words.map(Locale::toLanguageTag).orElse(""),
                vouched.map(since -> Long.toString(since.getEpochSecond())).orElse(""),
                tasks.at().map(String::valueOf).orElse(""));
        return String.join(
                SEPARATOR,
                Stream.concat(head, tasks.all().stream().map(Task::written)).toList());
    }

    /** Reads what {@link #written()} wrote, today or before; empty when nothing of ours wrote it. */
    static Optional<Journey> read(String text) {
        var fields = text.split(SEPARATOR, -1);
        if (fields[0].equals(FIRST_VERSION) && fields.length == 6) return Optional.of(readFirst(fields));
        if (!fields[0].equals(VERSION) || fields.length < HEAD || fields.length > HEAD + Tasks.MOST)
            return Optional.empty();
        return Optional.of(new Journey(
                EmailAddress.parse(fields[1]),
                Optional.of(Locale.forLanguageTag(fields[2])).filter(lang -> !lang.equals(Locale.ROOT)),
                Optional.of(fields[3])
                        .filter(seconds -> SECONDS.matcher(seconds).matches())
                        .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds))),
                tasks(Arrays.asList(fields).subList(HEAD, fields.length), fields[4])));
    }

    private static Journey readFirst(String... fields) {
        var task = Task.read(fields[2], fields[3], fields[4], fields[5], "");
        return new Journey(
                EmailAddress.parse(fields[1]),
                Optional.empty(),
                Optional.empty(),
                new Tasks(task.stream().toList(), Optional.of(0)));
    }

    /** A device that there is no more is left out, and the place of the current one moves with it. */
    private static Tasks tasks(List<String> written, String at) {
        var read = new ArrayList<Task>();
        Optional<Integer> place = Optional.empty();
        for (int i = 0; i < written.size(); i++) {
            var task = Task.read(written.get(i));
            if (task.isPresent() && at.equals(String.valueOf(i))) place = Optional.of(read.size());
            task.ifPresent(read::add);
        }
        return new Tasks(read, place);
    }
}
