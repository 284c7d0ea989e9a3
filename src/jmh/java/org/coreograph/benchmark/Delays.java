package org.coreograph.benchmark;

/**
 * How long a task of many delays again and again, in milliseconds of virtual time. No two tasks are ever due at the same
 * instant: their delays are multiples of their number, but for the first, which sets them apart. So every scheduler must
 * resume them in the same order, whatever it does at a tie.
 */
final class Delays {
    private static final int MOST = 1_024;

    private final int tasks;
    private final boolean random;
    private long apartMillis;
    private long state;

    /**
     * @param task the number of this task, from 0
     * @param tasks how many there are
     * @param random whether delays are drawn, for every task its own; otherwise the tasks take turns
     */
    Delays(int task, int tasks, boolean random) {
        this.tasks = tasks;
        this.random = random;
        apartMillis = task;
        state = task + 1L;
    }

    /** Returns the next delay, at least 1. */
    long nextMillis() {
        long millis = (random ? draw() : 1) * tasks + apartMillis;
        apartMillis = 0;
        return millis;
    }

    private long draw() {
        state ^= state << 13;
        state ^= state >>> 7;
        state ^= state << 17;
        return 1 + (state & MOST - 1);
    }
}
