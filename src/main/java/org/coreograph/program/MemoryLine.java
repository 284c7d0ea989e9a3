package org.coreograph.program;

import java.util.BitSet;
import org.coreograph.model.EventSink;

/**
 * A cache line of 64 bytes, and which cores hold a copy of it, by the protocol with the states modified, shared and
 * invalid (Papamarcos and Patel, A low-overhead coherence solution for multiprocessors with private cache memories,
 * ISCA 1984, without its fourth state). Used by the engine and by what lies on the line; guarded by the kernel.
 */
public final class MemoryLine {
    /** How many values of 8 bytes lie on a line. */
    public static final int VALUES = 8;

    private final int process;
    private final BitSet copies = new BitSet();
    private int homeCore;
    private int values;

    /**
     * @param process the process whose memory it is in
     * @param homeCore the core whose memory it is in where that is distributed, or {@link EventSink#NONE} for the first
     *     that touches it
     */
    public MemoryLine(int process, int homeCore) {
        this.process = process;
        this.homeCore = homeCore;
    }

    public int process() {
        return process;
    }

    /** Returns the core whose memory it is in; the one that asks, where none has touched it yet. */
    public int homeCore(int asking) {
        if (homeCore == EventSink.NONE) {
            homeCore = asking;
        }
        return homeCore;
    }

    /**
     * Returns whether an access by a core needs a transfer from another: for a read, if only others hold a copy; for a
     * write, if any other does.
     */
    public boolean needsTransfer(int core, boolean write) {
        if (copies.isEmpty()) {
            return false;
        }
        return write ? copies.cardinality() > 1 || !copies.get(core) : !copies.get(core);
    }

    /** Notes that a core now holds a copy, after a write the only one. */
    public void accessed(int core, boolean write) {
        if (write) {
            copies.clear();
        }
        copies.set(core);
    }

    /**
     * Puts one more value on the line, and returns its place.
     *
     * @throws IllegalStateException if the line is full
     */
    int place(String line, String value) {
        if (values == VALUES) {
            throw new IllegalStateException("a line of memory holds " + VALUES + " values, but " + value
                    + " would be one more on line " + line + ": begin another");
        }
        return values++;
    }
}
