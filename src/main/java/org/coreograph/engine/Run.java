package org.coreograph.engine;

import org.coreograph.model.RunEnd;

/** A run under way or over. Thread-safe. */
public interface Run {
    /** Asks the run to stop; its end is there within 200 ms. Does nothing once it is over. */
    void stop();

    /**
     * Asks for another number of cores while the run goes on, on the measured clock; those from core 0 on stay. A core
     * that leaves is off once the task on it gave way at its next look, and a core that comes takes a task at once.
     *
     * <p>A simulated run takes no other number: it is run again instead. Nor does one with distributed memory, since a
     * core that left would take its memory and its tasks along.
     *
     * @param cores 1 to {@link org.coreograph.model.Settings#MAX_CORES}
     * @return whether the run takes other numbers of cores
     * @throws org.coreograph.model.BadInputException if the number is out of its range
     */
    boolean setCores(int cores);

    /** Returns whether the run is over. */
    boolean isOver();

    /** Waits for the end of the run. */
    RunEnd await() throws InterruptedException;

    /** Returns the run's time: how far it has come, or when it ended. */
    long nowNanos();
}
