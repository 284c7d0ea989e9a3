package org.coreograph.program;

/** The code of a task. */
@FunctionalInterface
public interface Task {
    /** @throws Exception anything; the task then ends as failed, and the others go on */
    void run() throws Exception;
}
