package org.coreograph.model;

import java.util.Locale;

/** How a run ended. Where several hold, the first of stopped, deadlock and failed is named. */
public enum Outcome {
    /** Every task returned. */
    COMPLETED,
    /** Nothing could ever run again, though tasks had not ended. */
    DEADLOCK,
    /** Every task ended, at least one of them by throwing. */
    FAILED,
    /** The run was cut short, by a person or by a limit that the reason names. */
    STOPPED;

    /** Returns the name used in summaries, in lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
