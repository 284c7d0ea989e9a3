package org.coreograph.viewmodel;

import java.util.List;
import org.coreograph.analysis.RunReport;
import org.coreograph.viewmodel.lesson.LessonRun;

/** A run under way or over, and what it has written so far. Thread-safe. */
public interface LiveRun extends LessonRun {
    /**
     * Asks for another number of cores while the run goes on; doesn't wait.
     *
     * @return whether the run takes other numbers of cores
     */
    boolean setCores(int cores);

    /** Says which tasks go on without a call, so that they can't be stopped or preempted; a sentence for each. */
    List<String> unresponsive();

    /** Returns whether the run is over. */
    boolean isOver();

    /** Returns what happened so far, with no end. */
    RunReport snapshot();
}
