package org.postlotse.evidence;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** What each source of lines has told this process: nothing that was not understood goes by unseen. */
@Singleton
public class Sources {
    private final Map<String, SourceAccount> accounts = new ConcurrentSkipListMap<>();
    private final SourceBook book;

    @Inject
    Sources(SourceBook book) {
        this.book = book;
    }

    /** Where a source's readings, one after the other or several at once, add up what they find. */
    SourceAccount account(String name) {
        return accounts.computeIfAbsent(name, SourceAccount::new);
    }

    /** All since this process began, in the order of their names. */
    public List<SourceReport> reports() {
        return accounts.values().stream().map(SourceAccount::report).toList();
    }

    /** Writes down what came since the last time, and that this node is there. */
    public void tell(SourceBook.Node node) {
        var drained = new HashMap<SourceAccount, SourceReport>();
        for (var account : accounts.values()) drained.put(account, account.drain());
        if (drained.isEmpty()) return;
        try {
            book.add(node, drained.values());
        } catch (RuntimeException broken) {
            drained.forEach(SourceAccount::giveBack);
            throw broken;
        }
    }
}
