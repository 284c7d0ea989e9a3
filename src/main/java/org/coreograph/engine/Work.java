package org.coreograph.engine;

/**
 * Real work in fixed amounts, for the measured clock: rounds of a xorshift generator (Marsaglia, Xorshift RNGs, Journal
 * of Statistical Software 8(14), 2003), each of which needs the one before, so that no compiler can leave any out.
 */
final class Work {
    /** How many rounds go between two looks at the flag: a few microseconds. */
    static final int ROUNDS_A_POLL = 2_048;

    private static final long CALIBRATION_NANOS = 40_000_000;

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

        /** Takes the best of many short stretches: whatever disturbs a stretch makes it slower, never faster. */
        private static double measure() {
            long begin = System.nanoTime();
            long state = 1;
            double best = 0;
            do {
                long start = System.nanoTime();
                for (int i = 0; i < 64; i++) {
                    state = rounds(state, ROUNDS_A_POLL);
                }
                best = Math.max(best, 64.0 * ROUNDS_A_POLL / Math.max(1, System.nanoTime() - start));
            } while (System.nanoTime() - begin < CALIBRATION_NANOS);
            publish(state);
            return best;
        }
    }
}
