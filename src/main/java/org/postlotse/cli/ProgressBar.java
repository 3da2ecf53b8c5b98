package org.postlotse.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/** How far reading some files is, how fast it goes and how long it will take; shown at a terminal only. */
final class ProgressBar implements AutoCloseable {
    private static final int WIDTH = 30;
    private static final long EVERY = 200_000_000L; // nanoseconds
    private static final double MEGABYTE = 1_000_000;
    private static final double SECOND = 1_000_000_000;

    private final String name;
    private final long size;
    private final PrintStream terminal;
    private final boolean shown;
    private final LongSupplier nanoseconds;
    private final long begun;
    private long read;
    private long told;

    ProgressBar(String name, long size, PrintStream terminal, boolean shown, LongSupplier nanoseconds) {
        this.name = name;
        this.size = size;
        this.terminal = terminal;
        this.shown = shown;
        this.nanoseconds = nanoseconds;
        this.begun = nanoseconds.getAsLong();
        this.told = begun;
    }

    static ProgressBar of(List<Path> files) throws IOException {
        var console = System.console();
        boolean shown = console != null && console.isTerminal();
        var name = files.size() == 1 ? String.valueOf(files.getFirst().getFileName()) : files.size() + " files";
        long size = 0;
        for (var file : files) size += Files.size(file);
        return new ProgressBar(name, size, System.err, shown, System::nanoTime);
    }

    /** The same stream, watched. */
    InputStream watching(InputStream stream) {
        return new FilterInputStream(stream) {
            @Override
            public int read() throws IOException {
                int next = super.read();
                if (next >= 0) advance(1);
                return next;
            }

            @Override
            public int read(byte[] bytes, int from, int most) throws IOException {
                int count = super.read(bytes, from, most);
                if (count > 0) advance(count);
                return count;
            }

            @Override
            public long skip(long most) throws IOException {
                long count = super.skip(most);
                advance(count);
                return count;
            }
        };
    }

    private synchronized void advance(long bytes) {
        read += bytes;
        long now = nanoseconds.getAsLong();
        if (!shown || now - told < EVERY) return;
        told = now;
        terminal.print("\r" + line(now));
        terminal.flush();
    }

    String line(long now) {
        double share = size == 0 ? 1 : Math.min(1, (double) read / size);
        double seconds = (now - begun) / SECOND;
        double left = share > 0 ? seconds / share - seconds : 0;
        int done = (int) (share * WIDTH);
        return String.format(
                Locale.ROOT,
                "%s [%s%s] %3.0f %%  %.0f MB/s  %.0f s left ",
                name,
                "#".repeat(done),
                ".".repeat(WIDTH - done),
                share * 100,
                seconds > 0 ? read / seconds / MEGABYTE : 0,
                left);
    }

    @Override
    public void close() {
        if (shown) {
            terminal.print("\r" + " ".repeat(line(told).length()) + "\r");
            terminal.flush();
        }
    }
}
