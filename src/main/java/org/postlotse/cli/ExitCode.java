package org.postlotse.cli;

/** What a command's exit code means; scripts rely on it. */
final class ExitCode {
    /** All is well. */
    static final int FINE = 0;
    /** The configuration is wrong, or something broke. */
    static final int BROKEN = 1;
    /** The command was not understood. */
    static final int USAGE = 2;
    /** The address or the format is not ours. */
    static final int UNKNOWN = 3;
    /** The check found something that the customer can mend. */
    static final int CUSTOMER = 4;
    /** The check found something that the hoster must mend, or the network. */
    static final int HOSTER = 5;

    private ExitCode() {}
}
