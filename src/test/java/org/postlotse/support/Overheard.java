package org.postlotse.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.postlotse.evidence.Entry;
import org.postlotse.evidence.FailedAttempt;
import org.postlotse.evidence.Findings;
import org.postlotse.evidence.LogReader;
import org.postlotse.evidence.LogStream;
import org.postlotse.evidence.SeenLogin;
import org.postlotse.evidence.dialect.AllDialects;

/** What our dialects hear in a real server's log. */
final class Overheard implements Findings {
    final List<SeenLogin> logins = new ArrayList<>();
    final List<String> clients = new ArrayList<>();
    final List<FailedAttempt> failures = new ArrayList<>();
    final List<String> puzzles = new ArrayList<>();

    Overheard(String log) {
        var reader = new LogReader(AllDialects.list(), ZoneId.systemDefault(), Clock.systemUTC(), this);
        try {
            LogStream.read(new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)), reader);
        } catch (IOException none) {
            throw new IllegalStateException(none); // a text in memory is always read
        }
        reader.end();
    }

    @Override
    public void login(SeenLogin login) {
        logins.add(login);
    }

    @Override
    public void client(String session, String id) {
        clients.add(id);
    }

    @Override
    public void failed(FailedAttempt attempt, long position, String session) {
        failures.add(attempt);
    }

    @Override
    public void puzzling(String dialect, Entry entry) {
        puzzles.add(dialect);
    }
}
