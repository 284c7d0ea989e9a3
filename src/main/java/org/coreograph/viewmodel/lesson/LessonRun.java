package org.coreograph.viewmodel.lesson;

import org.coreograph.analysis.RunReport;

/** A run that an answer is read off. Thread-safe. */
public interface LessonRun {
    /** Asks the run to stop; does nothing once it is over. */
    void stop();

    /** Waits for the end. */
    RunReport await() throws InterruptedException;
}
