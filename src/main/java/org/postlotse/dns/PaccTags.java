package org.postlotse.dns;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A TXT record of PACC, taken apart (draft-ietf-mailmaint-pacc-03): order, blanks and unknown tags say nothing. */
final class PaccTags {
    private static final String VERSION = "UAAC1";

    private PaccTags() {}

    /** Its digest with its algorithm; empty when it is none of PACC's or says anything twice. */
    static Optional<String> digest(String text) {
        var tags = new HashMap<String, String>();
        boolean once = Arrays.stream(text.split(";"))
                .map(tag -> tag.strip().split("\\s*=\\s*", 2))
                .filter(tag -> tag.length == 2)
                .allMatch(tag -> tags.putIfAbsent(tag[0], tag[1]) == null);
        return once && VERSION.equals(tags.get("v")) ? said(tags) : Optional.empty();
    }

    private static Optional<String> said(Map<String, String> tags) {
        return Optional.ofNullable(tags.get("a"))
                .flatMap(algorithm -> Optional.ofNullable(tags.get("d")).map(digest -> algorithm + " " + digest));
    }
}
