package org.coreograph.model;

/** Hears where in the text of a program its tasks are. Called by one thread at a time, in the order of time. */
@FunctionalInterface
public interface LineSink {
    /**
     * A task calls the machine, and stays in that line until it calls again.
     *
     * @param line counted from 1
     */
    void at(int task, long nanos, int line);
}
