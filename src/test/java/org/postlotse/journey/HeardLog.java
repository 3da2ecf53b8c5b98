package org.postlotse.journey;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/** Everything that is logged while it listens, faults with all their causes included. */
final class HeardLog extends Handler {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord entry) {
        if (ofTheTestsOwnClient(entry)) return;
        lines.add(entry instanceof ExtLogRecord full ? full.getFormattedMessage() : entry.getMessage());
        for (var cause = entry.getThrown(); cause != null; cause = cause.getCause()) lines.add(cause.toString());
    }

    private static boolean ofTheTestsOwnClient(LogRecord entry) {
        var name = entry.getLoggerName();
        return name != null && name.startsWith("org.apache.http");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
