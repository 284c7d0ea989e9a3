package org.coreograph.engine;

import org.jspecify.annotations.Nullable;

/**
 * Where the tasks' own code runs, as a kernel lets it be seen while a run goes on: from any thread and with no lock. Under
 * the simulated clock there is one such place, that of the task whose turn it is; under the measured clock each core is
 * one, and main's thread another.
 */
interface Places {
    /** Returns how many places there are. */
    int places();

    /** Returns the task whose own code runs at a place now, or null: where there is no task, and where it waits. */
    @Nullable
    KernelTask task(int place);

    /**
     * Returns a number that is another each time the task at a place has called the machine or, while the machine works
     * for it, that has come further. It never comes back to what it was while the same task is there.
     */
    long calls(int place);
}
