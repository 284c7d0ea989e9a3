package org.coreograph.program;

/**
 * Thrown out of every call that a task makes after its run is over, so that the task's thread ends. An error rather
 * than an exception, since no program should handle it.
 */
public final class RunClosedError extends Error {
    private static final long serialVersionUID = 1L;

    public RunClosedError() {
        super("the run is over", null, false, false);
    }
}
