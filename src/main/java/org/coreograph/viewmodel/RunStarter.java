package org.coreograph.viewmodel;

import org.coreograph.model.BadInputException;
import org.coreograph.model.RunRequest;

/** Starts runs. */
@FunctionalInterface
public interface RunStarter {
    /**
     * Starts a run.
     *
     * @throws BadInputException if there is no such program or it can't take the arguments
     * @throws InterruptedException if interrupted while an earlier run went on
     */
    LiveRun start(RunRequest request) throws InterruptedException;
}
