package org.postlotse.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets what was not asked for the longest time. */
final class Recent {
    private Recent() {}

    static <K, V> Map<K, V> atMost(int most) {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        });
    }
}
