package org.coreograph.engine;

import org.coreograph.model.EventSink;

/**
 * Where the tasks' own code runs, as a kernel lets it be seen while a run goes on: from any thread and with no lock. Under
 * the simulated clock there is one such place, that of the task whose turn it is; under the measured clock each core is
 * one, and main's thread another.
 */
interface Places {
    /** Returns how many places there are. */
    int places();

    /**
     * Returns the task whose own code runs at a place now, or {@link EventSink#NONE}: where there is no task, where it
     * waits, and while the kernel does something for it that may take long.
     */
    int task(int place);

    /**
     * Returns a number that is another each time the task at a place has called the machine, or looked, while it works
     * for the machine, whether it is wanted. It never comes back to what it was while the same task is there.
     */
    long calls(int place);
}
