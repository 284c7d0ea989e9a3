package org.coreograph.viewmodel.code;

import org.coreograph.model.RunRequest;

/** Finds out which line each task of a run was in, by running it once more. */
@FunctionalInterface
public interface LineFinder {
    /**
     * Runs a request a second time, just as it was run, and waits for the end. The run gives way to any that is to be
     * shown.
     *
     * @param request of a simulated run
     * @throws org.coreograph.model.BadInputException if there is no such program or it can't take the arguments
     * @throws InterruptedException if interrupted while a run went on
     */
    FoundLines find(RunRequest request) throws InterruptedException;
}
