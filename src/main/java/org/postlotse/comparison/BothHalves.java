package org.postlotse.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** An account as it stands in the program today. */
public record BothHalves(Present receiving, Present sending) {
    public static BothHalves unknown() {
        return new BothHalves(Present.unknown(), Present.unknown());
    }

    public static BothHalves of(Function<Half, Present> half) {
        return new BothHalves(half.apply(Half.RECEIVING), half.apply(Half.SENDING));
    }

    public Present of(Half half) {
        return switch (half) {
            case RECEIVING -> receiving;
            case SENDING -> sending;
        };
    }

    /** The halves of which something was told that can be compared. */
    public List<Half> told() {
        return Arrays.stream(Half.values()).filter(half -> of(half).told()).toList();
    }
}
