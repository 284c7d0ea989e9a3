package org.coreograph.viewmodel.lesson;

import org.coreograph.model.RunRequest;

/** Starts runs that answers are read off. */
@FunctionalInterface
public interface LessonRuns {
    /**
     * Starts a run.
     *
     * @throws org.coreograph.model.BadInputException if there is no such program or it can't take the arguments
     * @throws InterruptedException if interrupted while an earlier run went on
     */
    LessonRun start(RunRequest request) throws InterruptedException;
}
