package org.postlotse.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postlotse.evidence.LogFile;
import org.postlotse.evidence.Logins;

/**
 * What a log was before it was rotated, once or several times, as logrotate names it: {@code mail.log.1}, {@code
 * mail.log-20261129}, packed with gzip or not.
 *
 * @param path the log's own
 */
record Rotated(Path path) {
    private static final Pattern NUMBERED = Pattern.compile("[.-][0-9]{1,14}(?:\\.gz)?");

    private record Part(LogFile file, FileTime written) {}

    /** From the latest one of which something was read before, oldest first; none where nothing ever was. */
    List<LogFile> unread(Logins logins) throws IOException {
        var unread = new ArrayList<LogFile>();
        for (var part : latestFirst()) {
            unread.addFirst(part.file());
            if (part.file().mark().flatMap(logins::position).isPresent()) return unread;
        }
        return List.of();
    }

    private List<Part> latestFirst() throws IOException {
        var name = path.getFileName().toString();
        var parts = new ArrayList<Part>();
        try (Stream<Path> siblings = Files.list(path.toAbsolutePath().getParent())) {
            for (var sibling : (Iterable<Path>) siblings::iterator) {
                var other = sibling.getFileName().toString();
                if (other.startsWith(name)
                        && NUMBERED.matcher(other.substring(name.length())).matches()
                        && Files.isRegularFile(sibling))
                    parts.add(new Part(new LogFile(sibling), Files.getLastModifiedTime(sibling)));
            }
        }
        parts.sort(Comparator.comparing(Part::written).reversed());
        return parts;
    }
}
