package org.coreograph.engine;

/**
 * Real work in fixed amounts, for the measured clock: rounds of a xorshift generator (Marsaglia, Xorshift RNGs, Journal
 * of Statistical Software 8(14), 2003), each of which needs the one before, so that no compiler can leave any out.
 */
final class Work {
    /** How many rounds go between two looks at the flag: a few microseconds. */
    static final int ROUNDS_A_POLL = 2_048;

    private static final long MAX_CALIBRATION_NANOS = 2_000_000_000;
    private static final int POLLS_A_STRETCH = 64;
    private static final int SETTLED_STRETCHES = 200;
    private static final double NOTICEABLY = 1.02;

    /** Where results end up, so that the rounds aren't dead code. */
    @SuppressWarnings("UnusedVariable") // written so that it could be read: no compiler may assume that nobody does
    private static volatile long sink;

    private Work() {}

    /** Does some rounds and returns the generator's new state; the old one must not be 0. */
    static long rounds(long state, int rounds) {
        long x = state;
        for (int i = 0; i < rounds; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
        }
        return x;
    }

    /** Publishes a state, so that the rounds that led to it had to be done. */
    static void publish(long state) {
        sink = state;
    }

    /** Returns how many rounds this machine does in a nanosecond, measured once for the JVM. */
    static double roundsPerNano() {
        return Calibration.ROUNDS_PER_NANO;
    }

    private static final class Calibration {
        static final double ROUNDS_PER_NANO = measure();

        /**
         * Takes the best of many short stretches: whatever disturbs a stretch makes it slower, never faster. It goes on
         * until many in a row brought nothing better, so that a loop that isn't compiled yet isn't taken for the machine.
         */
        private static double measure() {
            long begin = System.nanoTime();
            long state = 1;
            double best = 0;
            int sinceBest = 0;
            while (sinceBest < SETTLED_STRETCHES && System.nanoTime() - begin < MAX_CALIBRATION_NANOS) {
                long start = System.nanoTime();
                for (int i = 0; i < POLLS_A_STRETCH; i++) {
                    state = rounds(state, ROUNDS_A_POLL);
                }
                double now = (double) POLLS_A_STRETCH * ROUNDS_A_POLL / Math.max(1, System.nanoTime() - start);
                sinceBest = now > best * NOTICEABLY ? 0 : sinceBest + 1;
                best = Math.max(best, now);
            }
            publish(state);
            return best;
        }
    }
}
