package org.coreograph.engine;

import org.jspecify.annotations.Nullable;

/**
 * Some memory that is kept back, so that a run whose tasks used up all the rest can still be ended and reported. It
 * belongs to the whole JVM; runs don't overlap.
 *
 * <p>Waiting for an {@link OutOfMemoryError} wouldn't do: a virtual thread that can't put its stack aside when it waits
 * blocks its carrier instead, and says nothing. So it is tried now and then whether there is room ({@link #probe}).
 */
final class HeapReserve {
    private static final int RESERVED_BYTES = 4 << 20;

    /** Pieces small enough to go wherever there is room. */
    private static final int PIECE_BYTES = 1 << 17;

    @SuppressWarnings("UnusedVariable") // held, not used
    private static volatile byte @Nullable [][] held;

    @SuppressWarnings("UnusedVariable") // written so that no compiler leaves the pieces out
    private static volatile byte @Nullable [][] probed;

    private HeapReserve() {}

    /** Keeps memory back, unless that is done: before a run. */
    static void hold() {
        if (held == null) {
            held = pieces(RESERVED_BYTES);
        }
    }

    /** Lets it go, for what the end of a run needs. */
    static void release() {
        held = null;
    }

    /**
     * Tries whether there is room; costs next to nothing while there is plenty.
     *
     * @throws OutOfMemoryError if there isn't; what is kept back still is
     */
    static void probe(long bytes) {
        Runtime runtime = Runtime.getRuntime();
        long surelyFree = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
        if (surelyFree < 2 * bytes) {
            // What isn't in use may be garbage still: only taking it tells.
            probed = pieces(bytes);
            probed = null;
        }
    }

    private static byte[][] pieces(long bytes) {
        byte[][] pieces = new byte[(int) (bytes / PIECE_BYTES) + 1][];
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = new byte[PIECE_BYTES];
        }
        return pieces;
    }
}
