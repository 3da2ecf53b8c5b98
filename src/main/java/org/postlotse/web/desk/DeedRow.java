package org.postlotse.web.desk;

import org.postlotse.staff.AuditTrail;

/** Something that was done; {@code mailbox} is empty where it was done to all. */
record DeedRow(String at, String who, String kind, String mailbox, String detail) {
    static DeedRow of(AuditTrail.Deed deed, Numbers numbers) {
        return new DeedRow(numbers.moment(deed.at()), deed.who(), deed.kind().key(), deed.mailbox(), deed.detail());
    }
}
