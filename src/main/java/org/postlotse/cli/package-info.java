/**
 * The same crafts at a terminal: {@code serve} (the default), {@code check}, {@code document} and {@code config}. A
 * command other than {@code serve} opens no port and no database; what it answers goes to standard output, what it has
 * to say to standard error. Exit codes are few and stand in {@code ExitCode}.
 */
@NullMarked
package org.postlotse.cli;

import org.jspecify.annotations.NullMarked;
