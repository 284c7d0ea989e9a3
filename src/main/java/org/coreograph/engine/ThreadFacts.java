package org.coreograph.engine;

/**
 * What the platform tells a thread about itself. A virtual thread is told of its carrier, so that what was asked before
 * it last unmounted says nothing about now. Thread-safe; no method allocates or locks.
 */
interface ThreadFacts {
    /** Stands for what the platform doesn't tell. */
    int UNKNOWN = -1;

    /** What this platform tells. */
    ThreadFacts PLATFORM = LinuxThreadFacts.link().orElseGet(PortableThreadFacts::new);

    /** Returns how long processors have worked for the operating system's thread that calls, or {@link #UNKNOWN}. */
    long cpuNanos();

    /** Returns the operating system's id of the thread that calls, or {@link #UNKNOWN}. */
    long osThread();

    /** Returns the processor that the caller runs on, or {@link #UNKNOWN}; another a moment later, perhaps. */
    int processor();

    /**
     * Has the operating system wake the calling thread as soon as what it waits for is due, rather than up to 50
     * microseconds later to save power; meant for platform threads.
     *
     * @return whether the platform did as asked
     */
    boolean wakeOnTime();
}
