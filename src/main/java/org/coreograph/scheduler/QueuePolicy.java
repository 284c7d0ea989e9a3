package org.coreograph.scheduler;

/** What serves one queue, first in, first out. */
abstract class QueuePolicy implements Policy {
    private final TaskQueue queue = new TaskQueue();

    @Override
    public final void add(int task, Ready why, int core, long nowNanos) {
        queue.add(task);
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
}
