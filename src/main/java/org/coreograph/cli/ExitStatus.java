package org.coreograph.cli;

import org.coreograph.model.Outcome;
import org.coreograph.model.RunEnd;

/** What the program's exit status means. */
public final class ExitStatus {
    /** All went well; a run completed. */
    public static final int OK = 0;

    /** A run ended in deadlock, failed or was stopped. Its summary is written all the same. */
    public static final int NOT_COMPLETED = 1;

    /** Unknown program, option, parameter or value. */
    public static final int BAD_INPUT = 2;

    /** A file could not be read or written. */
    public static final int FILE_ERROR = 3;

    private ExitStatus() {}

    static int of(RunEnd end) {
        return end.outcome() == Outcome.COMPLETED ? OK : NOT_COMPLETED;
    }
}
