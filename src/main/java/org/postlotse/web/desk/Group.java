package org.postlotse.web.desk;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.postlotse.campaign.CaseState;

/** The ten states of a case in four groups, which can be told apart at a glance. In this order they are drawn. */
enum Group {
    DONE,
    UNDER_WAY,
    OPEN,
    LEFT_ALONE;

    static Group of(CaseState state) {
        return switch (state) {
            case PROVEN, FIXED -> DONE;
            case OPENED, IN_PROGRESS -> UNDER_WAY;
            case OPEN, WARNED, RELAPSED, REFUSED, MUTED -> OPEN;
            case EXCUSED -> LEFT_ALONE;
        };
    }

    /** For texts and styles: {@code under-way}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How many there are of each group. */
    static Map<Group, Long> sums(Map<CaseState, Long> cases) {
        var sums = new EnumMap<Group, Long>(Group.class);
        Arrays.stream(values()).forEach(group -> sums.put(group, 0L));
        cases.forEach((state, number) -> sums.merge(of(state), number, Long::sum));
        return sums;
    }
}
