package org.coreograph.engine;

import java.util.Arrays;
import org.coreograph.model.Settings;
import org.coreograph.scheduler.Policy;
import org.coreograph.scheduler.SeededDraws;

/**
 * The quantum under way on each core: how long it is, by the policy and by the run's jitter, and when it ends. Guarded
 * by its kernel.
 */
final class Quanta {
    private final Policy policy;
    private final double jitter;
    private final SeededDraws draws;
    private final long[] lengths;
    private final long[] ends;

    Quanta(Policy policy, Settings settings, int cores) {
        this.policy = policy;
        jitter = settings.jitter();
        draws = new SeededDraws(settings.seed(), "jitter");
        lengths = new long[cores];
        ends = new long[cores];
        Arrays.fill(ends, Policy.UNLIMITED);
    }

    /** Returns whether each quantum is as long as the one before, so that those that nobody watched can be made up. */
    boolean areEqual() {
        return jitter == 0 && !policy.watchesQuanta();
    }

    /** Begins a quantum of a core's task; returns when it ends, or {@link Policy#UNLIMITED}. */
    long begin(int core, int task, long startNanos) {
        long length = policy.quantumNanos(task);
        if (jitter > 0 && length != Policy.UNLIMITED) {
            length = Math.max(1, Math.round(length * (1 + jitter * (2 * draws.nextDouble() - 1))));
        }
        lengths[core] = length;
        long end = length == Policy.UNLIMITED ? Policy.UNLIMITED : startNanos + length;
        ends[core] = end;
        return end;
    }

    /** Returns when a core's quantum ends. */
    long end(int core) {
        return ends[core];
    }

    /** Returns how long a core's quantum is. */
    long length(int core) {
        return lengths[core];
    }

    /** Begins a quantum as long as the last where that ended. */
    void follow(int core) {
        ends[core] += lengths[core];
    }

    /** Brings the end of a quantum that nobody watched up to date: each began when the one before ended. */
    void catchUp(int core, long nowNanos) {
        long late = nowNanos - ends[core];
        if (late > 0) {
            long length = lengths[core];
            ends[core] += (late + length - 1) / length * length;
        }
    }
}
