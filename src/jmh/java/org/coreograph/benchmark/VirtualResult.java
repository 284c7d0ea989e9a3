package org.coreograph.benchmark;

/**
 * What came of a program in virtual time.
 *
 * @param endMillis when it ended
 * @param events how often a task was resumed
 * @param order a hash of which task it was, each time
 */
record VirtualResult(long endMillis, int events, long order) {

    /** Takes down which task is resumed; used by one thread at a time. */
    static final class Log {
        private static final int FACTOR = 31;

        private int events;
        private long order;

        void resumed(int task) {
            events++;
            order = order * FACTOR + task;
        }

        VirtualResult at(long endMillis) {
            return new VirtualResult(endMillis, events, order);
        }
    }
}
