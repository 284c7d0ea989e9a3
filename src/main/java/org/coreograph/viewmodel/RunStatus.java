package org.coreograph.viewmodel;

import java.util.OptionalLong;
import org.coreograph.model.Clock;

/** Whether a run goes on, for the line that says so. Immutable. */
public sealed interface RunStatus {
    /** Nothing goes on. */
    record Idle() implements RunStatus {}

    /**
     * A run goes on.
     *
     * @param elapsedNanos how long it has gone on
     * @param boundNanos about how long it takes at most: what the one-core run took, this time or the last; empty where
     *     nothing is known
     * @param stopping whether it was asked to stop
     */
    record Running(Clock clock, int cores, long elapsedNanos, OptionalLong boundNanos, boolean stopping)
            implements RunStatus {}
}
