package org.postlotse.evidence;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was learned last, of a bounded number of keys: the eldest are forgotten. */
final class Latest<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    private final int most;

    Latest(int most) {
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
