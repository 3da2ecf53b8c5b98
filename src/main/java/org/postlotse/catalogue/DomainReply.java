package org.postlotse.catalogue;

import java.time.Duration;

/** What a source of domains says of one. */
public sealed interface DomainReply {
    /**
     * The hoster serves it.
     *
     * @param brand the id of the brand whose it is
     * @param keep how long that may be believed
     */
    record Ours(String brand, Duration keep) implements DomainReply {}

    /**
     * As far as this source knows the hoster does not serve it.
     *
     * @param keep how long that may be believed
     */
    record Unknown(Duration keep) implements DomainReply {}

    /**
     * The source can not say now, which is no “no”.
     *
     * @param why in a few words, for operators
     */
    record Silent(String why) implements DomainReply {}
}
