package org.coreograph.engine;

import org.jspecify.annotations.Nullable;

/**
 * A little memory that is kept back, so that a run whose tasks used up all the rest can still be ended and reported. It
 * belongs to the whole JVM; runs don't overlap.
 */
final class HeapReserve {
    private static final int BYTES = 4 << 20;

    @SuppressWarnings("UnusedVariable") // held, not used
    private static volatile byte @Nullable [] held;

    private HeapReserve() {}

    /** Keeps memory back, unless that is done: before a run. */
    static void hold() {
        if (held == null) {
            held = new byte[BYTES];
        }
    }

    /** Lets it go, for what the end of a run needs. */
    static void release() {
        held = null;
    }
}
