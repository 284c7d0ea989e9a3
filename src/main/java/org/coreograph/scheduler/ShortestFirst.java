package org.coreograph.scheduler;

import org.coreograph.model.TaskSpec;

/**
 * Goes by what is left of declared bursts, the shortest first, with no quantum. Tasks that declared nothing come last,
 * in the order of the queue.
 */
abstract class ShortestFirst implements Policy {
    private final Bursts bursts = new Bursts();
    private final RankQueue queue = new RankQueue();

    @Override
    public final void declare(int task, TaskSpec spec) {
        bursts.declare(spec);
    }

    @Override
    public final void add(int task, Ready why, int core, long nowNanos) {
        queue.add(task, bursts.leftNanos(task));
    }

    @Override
    public final int take(int core, long nowNanos) {
        return queue.take();
    }

    @Override
    public final int takeAny(int core, int place) {
        return queue.takeAny(place);
    }

    @Override
    public final int size() {
        return queue.size();
    }

    @Override
    public final long quantumNanos(int task) {
        return UNLIMITED;
    }

    @Override
    public final boolean countsRunTime() {
        return true;
    }

    @Override
    public final void ran(int task, long nanos) {
        bursts.ran(task, nanos);
    }

    @Override
    public final void blocked(int task) {
        bursts.blocked(task);
    }

    @Override
    public final long rank(int task) {
        return bursts.leftNanos(task);
    }

    @Override
    public final long bestRank(int core) {
        return queue.bestRank();
    }
}
