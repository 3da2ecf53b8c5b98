package org.postlotse.probe;

import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.postlotse.support.Step;

/**
 * One way in which one kind of server misbehaves.
 *
 * @param play what it would do if it were honest
 * @param name of what it does instead
 * @param script what it does
 * @param told the verdict's kind
 * @param stage where the verdict has to name one
 * @param tls what it shows of itself; empty for a good certificate
 */
record Hostile(
        Play play, String name, List<Step> script, String told, Optional<Stage> stage, Optional<SSLContext> tls) {
    static Hostile of(Play play, String name, String told, List<Step> script) {
        return new Hostile(play, name, script, told, Optional.empty(), Optional.empty());
    }

    /** It is good until this moment, and the verdict has to name its stage where it names one. */
    static Hostile at(Play play, String name, String told, Play.Moment moment, Step... steps) {
        return of(play, name, told, play.spoilt(moment, steps)).in(moment.stage);
    }

    Hostile in(Stage where) {
        return new Hostile(play, name, script, told, Optional.of(where), tls);
    }

    Hostile showing(SSLContext context) {
        return new Hostile(play, name, script, told, stage, Optional.of(context));
    }

    /** Whether it makes the probe wait until its time is over. */
    boolean waits() {
        return told.equals("silent");
    }

    @Override
    public String toString() {
        return play + " " + name + " → " + told;
    }
}
