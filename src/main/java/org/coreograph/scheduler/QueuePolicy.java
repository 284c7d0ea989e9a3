package org.coreograph.scheduler;

/** What serves one queue, first in, first out. */
abstract class QueuePolicy implements Policy {
    private final TaskQueue queue = new TaskQueue();

    @Override
    public final void add(int task) {
        queue.add(task);
    }

    @Override
    public final int take() {
        return queue.take();
    }

    @Override
    public final int size() {
        return queue.size();
    }
}
