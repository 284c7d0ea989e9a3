package org.coreograph.scheduler;

import java.util.random.RandomGenerator;

/**
 * Random numbers that a seed decides, the same on every machine: SplitMix64 (Steele, Lea and Flood, Fast Splittable
 * Pseudorandom Number Generators, OOPSLA 2014). Not thread-safe.
 */
public final class SeededDraws implements RandomGenerator {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    /** @param purpose tells draws for different things apart, so that one more of a kind doesn't change another kind's */
    public SeededDraws(long seed, String purpose) {
        state = mixed(seed) ^ mixed(purpose.hashCode());
    }

    @Override
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mixed(state);
    }

    private static long mixed(long value) {
        long z = value;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
