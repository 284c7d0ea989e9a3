package org.coreograph.scheduler;

/** First in, first out; a task whose quantum is over while others wait goes to the tail. */
final class RoundRobin extends QueuePolicy {
    private final long quantumNanos;

    RoundRobin(long quantumNanos) {
        this.quantumNanos = quantumNanos;
    }

    @Override
    public long quantumNanos(int task) {
        return quantumNanos;
    }
}
