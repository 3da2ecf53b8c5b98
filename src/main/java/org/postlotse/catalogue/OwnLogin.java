package org.postlotse.catalogue;

/**
 * The login name of one mailbox, as the hoster's records have it.
 *
 * @param name not formed by any rule
 * @param secret whether whoever has not proven to own the mailbox must neither learn it nor that there is one
 */
public record OwnLogin(String name, boolean secret) {
    /** Never with the name: it stands in no log. */
    @Override
    public String toString() {
        return "a login name";
    }
}
