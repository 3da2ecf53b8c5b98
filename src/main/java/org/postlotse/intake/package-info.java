/**
 * Where log lines come in while they are written: files that are followed through rotation, and lines that log shippers
 * push over HTTP. Whatever the way, a line is read by {@link org.postlotse.evidence.Evidence}, and what it told is kept
 * together with how far its source was read: whoever is killed in between counts nothing twice and misses nothing.
 */
@NullMarked
package org.postlotse.intake;

import org.jspecify.annotations.NullMarked;
