package org.postlotse.probe;

import static org.postlotse.support.Step.hear;
import static org.postlotse.support.Step.say;
import static org.postlotse.support.Step.tls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.postlotse.catalogue.ConnectionSecurity;
import org.postlotse.catalogue.Protocol;
import org.postlotse.support.Step;

/** The script of a server that does everything right, to be spoilt at one moment. */
record Play(Protocol protocol, ConnectionSecurity security) {
    /** When it is the server's turn. */
    enum Moment {
        GREETING(Stage.GREETING),
        CAPABILITY_BEFORE_TLS(Stage.CAPABILITY),
        STARTTLS(Stage.STARTTLS),
        HANDSHAKE(Stage.HANDSHAKE),
        CAPABILITY(Stage.CAPABILITY),
        LOGIN(Stage.LOGIN),
        GOODBYE(Stage.LOGIN);

        final Stage stage;

        Moment(Stage stage) {
            this.stage = stage;
        }
    }

    private record Scene(Moment moment, List<Step> cue, Step answer) {}

    static Stream<Play> all() {
        return Arrays.stream(Protocol.values())
                .flatMap(protocol ->
                        Arrays.stream(ConnectionSecurity.values()).map(security -> new Play(protocol, security)));
    }

    static Play of(Protocol protocol) {
        return new Play(protocol, ConnectionSecurity.TLS);
    }

    List<Moment> moments() {
        return scenes().stream().map(Scene::moment).toList();
    }

    List<Step> good() {
        return spoilt(Moment.GOODBYE, say("bye"));
    }

    /** All goes well until this moment; then it goes so. */
    List<Step> spoilt(Moment moment, Step... instead) {
        var script = new ArrayList<Step>();
        for (var scene : scenes()) {
            script.addAll(scene.cue());
            if (scene.moment() == moment) {
                script.addAll(List.of(instead));
                return script;
            }
            script.add(scene.answer());
        }
        throw new IllegalArgumentException(moment + " does not come with " + security);
    }

    /** All goes well until the login is answered so, and the client takes its leave. */
    List<Step> answering(String... lines) {
        return spoilt(Moment.LOGIN, say(lines), hear());
    }

    /** Offers this after TLS; then it goes so. */
    List<Step> offering(String capabilities, Step... then) {
        var all = new ArrayList<Step>();
        all.add(say(offer(capabilities)));
        all.addAll(List.of(then));
        return spoilt(Moment.CAPABILITY, all.toArray(Step[]::new));
    }

    private String[] offer(String capabilities) {
        return switch (protocol) {
            case IMAP -> new String[] {"* CAPABILITY IMAP4rev1 " + capabilities, "{tag} OK"};
            case POP3 -> new String[] {"+OK", "UIDL", capabilities, "."};
            case SMTP -> new String[] {"250-mail", "250-8BITMIME", "250 " + capabilities};
        };
    }

    private List<Scene> scenes() {
        var greeting = new Scene(Moment.GREETING, List.of(), say(greetingLine()));
        var handshake = new Scene(Moment.HANDSHAKE, List.of(), tls());
        var before = security == ConnectionSecurity.TLS
                ? List.of(handshake, greeting)
                : List.of(
                        greeting,
                        new Scene(Moment.CAPABILITY_BEFORE_TLS, List.of(hear()), say(offer(upgrade()))),
                        new Scene(Moment.STARTTLS, List.of(hear()), say(agreed())),
                        handshake);
        var after = List.of(
                new Scene(Moment.CAPABILITY, List.of(hear()), say(offer(plain()))),
                new Scene(Moment.LOGIN, credentials(), say(welcome())),
                new Scene(Moment.GOODBYE, List.of(hear()), say("bye")));
        return Stream.concat(before.stream(), after.stream()).toList();
    }

    String greetingLine() {
        return switch (protocol) {
            case IMAP -> "* OK ready";
            case POP3 -> "+OK ready";
            case SMTP -> "220 mail ESMTP";
        };
    }

    private String upgrade() {
        return protocol == Protocol.POP3 ? "STLS" : "STARTTLS";
    }

    private String agreed() {
        return switch (protocol) {
            case IMAP -> "{tag} OK go ahead";
            case POP3 -> "+OK go ahead";
            case SMTP -> "220 go ahead";
        };
    }

    String plain() {
        return switch (protocol) {
            case IMAP -> "SASL-IR AUTH=PLAIN";
            case POP3 -> "SASL PLAIN";
            case SMTP -> "AUTH PLAIN LOGIN";
        };
    }

    private List<Step> credentials() {
        return protocol == Protocol.POP3 ? List.of(hear(), say("+ "), hear()) : List.of(hear());
    }

    String welcome() {
        return switch (protocol) {
            case IMAP -> "{tag} OK logged in";
            case POP3 -> "+OK logged in";
            case SMTP -> "235 2.7.0 logged in";
        };
    }

    @Override
    public String toString() {
        return protocol + " " + security;
    }
}
