package org.coreograph.testkit;

import org.quicktheories.QuickTheory;

/**
 * How many random programs a test tries. {@code -Dexamples.times=100} tries a hundred times as many, and
 * {@code -Dexamples.seed=7} others.
 */
public final class Examples {
    private static final int TIMES = Integer.getInteger("examples.times", 1);

    private Examples() {}

    /** Begins a theory of so many examples, the same ones in each build. */
    public static QuickTheory of(int examples) {
        return QuickTheory.qt()
                .withFixedSeed(Long.getLong("examples.seed", 20_260_101L))
                .withExamples(Math.multiplyExact(examples, TIMES))
                .withShrinkCycles(1_000);
    }
}
