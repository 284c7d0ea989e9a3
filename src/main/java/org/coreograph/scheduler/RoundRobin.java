package org.coreograph.scheduler;

/** First in, first out; a task whose quantum is over while others wait goes to the tail. */
final class RoundRobin implements Policy {
    private final TaskQueue queue = new TaskQueue();
    private final long quantumNanos;

    RoundRobin(long quantumNanos) {
        this.quantumNanos = quantumNanos;
    }

    @Override
    public long quantumNanos() {
        return quantumNanos;
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
