package org.postlotse.evidence;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** What each source of lines has told since this process began: nothing that was not understood goes by unseen. */
@Singleton
public class Sources {
    private final Map<String, SourceAccount> accounts = new ConcurrentSkipListMap<>();

    /** Where a source's readings, one after the other or several at once, add up what they find. */
    SourceAccount account(String name) {
        return accounts.computeIfAbsent(name, unseen -> new SourceAccount());
    }

    /** In the order of their names. */
    public List<SourceReport> reports() {
        return accounts.entrySet().stream()
                .map(account -> account.getValue().report(account.getKey()))
                .toList();
    }
}
