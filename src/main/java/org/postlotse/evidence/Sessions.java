package org.postlotse.evidence;

import org.jspecify.annotations.Nullable;

/** The newest few thousand log-ins by their sessions: a later line may tell more of one. */
final class Sessions {
    private static final int SETS = 1 << 11;
    /** So many share a place: the eldest of them goes. */
    private static final int WAYS = 8;

    private final @Nullable SeenLogin[] logins = new SeenLogin[SETS * WAYS];
    private final int[] hashes = new int[SETS * WAYS];
    private final long[] ages = new long[SETS * WAYS];
    private long age;

    void put(SeenLogin login) {
        int hash = login.session().hashCode();
        int first = first(hash);
        int place = first;
        for (int i = first; i < first + WAYS; i++) if (ages[i] < ages[place]) place = i;
        logins[place] = login;
        hashes[place] = hash;
        ages[place] = ++age;
    }

    /** The latest log-in in a session, which is forgotten; null where none is known. */
    @Nullable
    SeenLogin take(String session) {
        int hash = session.hashCode();
        int first = first(hash);
        int found = -1;
        for (int i = first; i < first + WAYS; i++) {
            var login = hashes[i] == hash ? logins[i] : null;
            if (login != null && login.session().equals(session) && (found < 0 || ages[i] > ages[found])) found = i;
        }
        return found < 0 ? null : taken(found);
    }

    private @Nullable SeenLogin taken(int place) {
        var login = logins[place];
        logins[place] = null;
        ages[place] = 0;
        return login;
    }

    private static int first(int hash) {
        return Octets.place(hash, SETS) * WAYS;
    }
}
