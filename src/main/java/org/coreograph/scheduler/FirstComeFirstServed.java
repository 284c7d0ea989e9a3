package org.coreograph.scheduler;

/** First in, first out, with no preemption. */
final class FirstComeFirstServed extends QueuePolicy {
    @Override
    public long quantumNanos(int task) {
        return UNLIMITED;
    }
}
