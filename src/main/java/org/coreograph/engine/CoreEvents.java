package org.coreograph.engine;

import java.util.Arrays;

/**
 * When each core's next event is, in a tournament tree: the earliest is read at once, and changing one core's costs the
 * height of the tree.
 */
final class CoreEvents {
    /** The time of a core that has no event to come. */
    static final long NEVER = Long.MAX_VALUE;

    private final int leaves;
    /** Node i has the children 2i and 2i + 1; the leaves are the cores. Each holds its subtree's earliest time. */
    private final long[] times;

    CoreEvents(int cores) {
        leaves = cores == 1 ? 1 : Integer.highestOneBit(cores - 1) * 2;
        times = new long[leaves * 2];
        Arrays.fill(times, NEVER);
    }

    void set(int core, long nanos) {
        int node = leaves + core;
        times[node] = nanos;
        for (node >>= 1; node > 0; node >>= 1) {
            long earliest = Math.min(times[2 * node], times[2 * node + 1]);
            if (times[node] == earliest) {
                return;
            }
            times[node] = earliest;
        }
    }

    long earliest() {
        return times[1];
    }

    /**
     * Returns the lowest core from a given one on whose event is the earliest, or -1 where there is none.
     *
     * @param from 0 or more
     */
    int earliestFrom(int from) {
        long earliest = times[1];
        if (from >= leaves) {
            return -1;
        }
        // Up from the first leaf asked for, until a subtree to the right of it holds the earliest.
        int node = leaves + from;
        while (times[node] != earliest) {
            while ((node & 1) == 1) {
                node >>= 1;
            }
            if (node == 0) {
                return -1;
            }
            node++;
        }
        while (node < leaves) {
            node *= 2;
            if (times[node] != earliest) {
                node++;
            }
        }
        return node - leaves;
    }
}
