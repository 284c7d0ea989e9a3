package org.coreograph.engine;

import org.coreograph.model.RunEnd;

/** A run under way or over. Thread-safe. */
public interface Run {
    /** Asks the run to stop; its end is there within 200 ms. Does nothing once it is over. */
    void stop();

    /** Returns whether the run is over. */
    boolean isOver();

    /** Waits for the end of the run. */
    RunEnd await() throws InterruptedException;

    /** Returns the run's time: how far it has come, or when it ended. */
    long nowNanos();
}
