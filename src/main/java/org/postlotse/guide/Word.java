package org.postlotse.guide;

import java.util.List;
import java.util.Locale;

/** A text that all guides share; every language's {@code common} file has each of them. */
enum Word {
    QUOTE("field"),
    WHOLE_ADDRESS,
    LOCAL_PART,
    YOUR_NAME,
    YOUR_PASSWORD,
    DRAWING_WINDOW("title", "place"),
    DRAWING_DIALOG("title", "place"),
    DRAWING_MENU("place"),
    DRAWING_PHONE("title", "place"),
    DRAWING_TAB("field"),
    DRAWING_FIELD("number", "field", "value"),
    DRAWING_CHOICE("number", "field"),
    DRAWING_NOTE,
    PORTRAIT_NOTE("program"),
    SWITCH_ON,
    SWITCH_OFF,
    CHECK_ON,
    CHECK_OFF,
    RADIO_ON,
    RADIO_OFF,
    VALUES,
    FIELD,
    YOUR_VALUE,
    HOW,
    COPY("field"),
    TYPE,
    CHOOSE,
    TURN_ON,
    TURN_OFF,
    TICK,
    LEAVE_EMPTY,
    SELECT,
    UNVERIFIED;

    private final List<String> slots;

    Word(String... slots) {
        this.slots = List.of(slots);
    }

    /** As in the files: {@code whole-address}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The names that stand in braces in it. */
    List<String> slots() {
        return slots;
    }
}
