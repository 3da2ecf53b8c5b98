package org.postlotse.campaign;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.postlotse.catalogue.EmailAddress;

/**
 * The owner of a mailbox, as far as letters care.
 *
 * @param code stays the same in all letters to this mailbox
 * @param language the one in which they came to the pages last; empty until they did
 * @param lastLetter when one was sent last
 */
public record Recipient(
        EmailAddress mailbox, CheckCode code, Optional<Locale> language, Optional<Instant> lastLetter) {}
