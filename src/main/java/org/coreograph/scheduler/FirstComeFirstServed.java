package org.coreograph.scheduler;

/** First in, first out, with no preemption. */
final class FirstComeFirstServed implements Policy {
    private final TaskQueue queue = new TaskQueue();

    @Override
    public long quantumNanos() {
        return UNLIMITED;
    }

    @Override
    public void add(int task) {
        queue.add(task);
    }

    @Override
    public int take() {
        return queue.take();
    }

    @Override
    public int size() {
        return queue.size();
    }
}
