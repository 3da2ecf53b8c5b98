package org.postlotse.catalogue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What stands in a file of domains: one on each line, in any spelling; what follows a # is a remark.
 *
 * @param domains all of them; empty when there is a complaint, since half a list is worse than yesterday's
 * @param complaint the first wrong lines with their numbers
 */
record DomainLines(Set<Domain> domains, Optional<String> complaint) {
    private static final int LARGEST = 64 * 1024 * 1024;
    private static final int MOST_TOLD = 3;
    private static final int LONGEST_TOLD = 60;

    static DomainLines read(Path path) {
        try (var stream = Files.newInputStream(path)) {
            var octets = stream.readNBytes(LARGEST + 1);
            return octets.length > LARGEST ? unusable("it is larger than 64 MiB") : read(octets);
        } catch (NoSuchFileException missing) {
            return unusable("it is not there");
        } catch (IOException unreadable) {
            return unusable("it can not be read (" + unreadable.getClass().getSimpleName() + ")");
        }
    }

    private static DomainLines read(byte[] octets) {
        var domains = new HashSet<Domain>();
        var wrong = new ArrayList<String>();
        int number = 0;
        for (int begin = 0; begin < octets.length; ) {
            int end = begin;
            while (end < octets.length && octets[end] != '\n') end++;
            number++;
            var line = decoded(octets, begin, end).map(DomainLines::withoutRemark);
            if (line.isEmpty()) wrong.add("line " + number + " is not UTF-8");
            else if (!line.get().isEmpty()) {
                var domain = Domain.parse(line.get());
                domain.ifPresent(domains::add);
                if (domain.isEmpty()) wrong.add("line " + number + " is “" + shown(line.get()) + "”, no domain");
            }
            begin = end + 1;
        }
        if (!wrong.isEmpty()) return unusable(told(wrong));
        // a file that is just being written begins empty
        return domains.isEmpty() ? unusable("there is no domain in it") : new DomainLines(domains, Optional.empty());
    }

    private static DomainLines unusable(String why) {
        return new DomainLines(Set.of(), Optional.of(why));
    }

    private static Optional<String> decoded(byte[] octets, int begin, int end) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets, begin, end - begin))
                    .toString());
        } catch (CharacterCodingException otherCharset) {
            return Optional.empty();
        }
    }

    private static String withoutRemark(String line) {
        int remark = line.indexOf('#');
        // some editors begin a file with a mark of its byte order
        return (remark < 0 ? line : line.substring(0, remark))
                .replace("\uFEFF", "")
                .strip();
    }

    private static String shown(String line) {
        var harmless = line.replaceAll("\\p{Cntrl}", "?");
        return harmless.length() <= LONGEST_TOLD ? harmless : harmless.substring(0, LONGEST_TOLD) + "…";
    }

    private static String told(List<String> wrong) {
        var first = String.join(", ", wrong.subList(0, Math.min(MOST_TOLD, wrong.size())));
        return wrong.size() <= MOST_TOLD ? first : first + " and " + (wrong.size() - MOST_TOLD) + " more";
    }
}
