package org.coreograph.engine;

import org.coreograph.model.Settings;
import org.coreograph.scheduler.Policy;
import org.coreograph.scheduler.SeededDraws;

/** How long tasks may run at a time: what the policy says, varied by the run's jitter. Guarded as its kernel says. */
final class Quanta {
    private final Policy policy;
    private final double jitter;
    private final SeededDraws draws;

    Quanta(Policy policy, Settings settings) {
        this.policy = policy;
        jitter = settings.jitter();
        draws = new SeededDraws(settings.seed(), "jitter");
    }

    /** Returns the length of the quantum that a task begins, or {@link Policy#UNLIMITED}. */
    long next(int task) {
        long nanos = policy.quantumNanos(task);
        if (jitter > 0 && nanos != Policy.UNLIMITED) {
            double factor = 1 + jitter * (2 * draws.nextDouble() - 1);
            return Math.max(1, Math.round(nanos * factor));
        }
        return nanos;
    }

    /**
     * Brings the end of a quantum that nobody watched up to date: each began when the one before ended.
     *
     * @return when the one ends that goes on now, or ends just now
     */
    static long rolled(long endNanos, long quantumNanos, long nowNanos) {
        long late = nowNanos - endNanos;
        return late <= 0 ? endNanos : endNanos + (late + quantumNanos - 1) / quantumNanos * quantumNanos;
    }
}
