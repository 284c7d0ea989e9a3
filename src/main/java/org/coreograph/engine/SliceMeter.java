package org.coreograph.engine;

import org.jspecify.annotations.Nullable;

/**
 * Takes down what the platform tells of the slices on one core, each of which {@link #begin begins} and {@link #end ends}.
 * Everything is called by the thread of the task on that core, next to where the slice's own times are read, and what
 * asks the platform takes some 200 ns.
 *
 * <p>What is asked of one thread of the operating system says nothing about another, and a virtual thread that waits may
 * come back on another. So the meter {@link #rest rests} while the engine has a task wait within its slice. The CPU time
 * is unknown where a thread changed in any other way, as when a program's own code parks its virtual thread, and where
 * somebody else ends the slice with the run.
 */
final class SliceMeter {
    private final ThreadFacts facts;

    /** Who it runs for, and from when on that thread; null while it rests. */
    private @Nullable Thread thread;

    private long startCpuNanos = ThreadFacts.UNKNOWN;

    private long cpuNanos = ThreadFacts.UNKNOWN;
    private long osThread = ThreadFacts.UNKNOWN;
    private int processor = ThreadFacts.UNKNOWN;

    SliceMeter(ThreadFacts facts) {
        this.facts = facts;
    }

    /** A slice of the calling thread's task begins. */
    void begin() {
        cpuNanos = 0;
        goOn();
    }

    /** The slice goes on, after a rest. */
    void goOn() {
        thread = Thread.currentThread();
        osThread = facts.osThread();
        startCpuNanos = facts.cpuNanos();
    }

    /** The slice goes on, but its task may have to wait a moment. */
    void rest() {
        add();
    }

    /** The slice ends; what was found out is there until the next begins. */
    void end() {
        processor = add() ? facts.processor() : ThreadFacts.UNKNOWN;
    }

    /** Adds the time since it went on; returns whether the thread is still the same. */
    @SuppressWarnings("ReferenceEquality") // a thread is equal to itself alone
    private boolean add() {
        boolean same = Thread.currentThread() == thread && facts.osThread() == osThread;
        long nowNanos = same ? facts.cpuNanos() : ThreadFacts.UNKNOWN;
        boolean known = nowNanos != ThreadFacts.UNKNOWN
                && startCpuNanos != ThreadFacts.UNKNOWN
                && cpuNanos != ThreadFacts.UNKNOWN;
        cpuNanos = known ? cpuNanos + nowNanos - startCpuNanos : ThreadFacts.UNKNOWN;
        thread = null;
        return same;
    }

    /** Returns whether the platform told anything of the last slice. */
    boolean knowsAnything() {
        return cpuNanos != ThreadFacts.UNKNOWN || osThread != ThreadFacts.UNKNOWN || processor != ThreadFacts.UNKNOWN;
    }

    /** Returns how long a processor worked in the last slice, or {@link ThreadFacts#UNKNOWN}. */
    long cpuNanos() {
        return cpuNanos;
    }

    /** Returns the operating system's id of the thread that the last slice was seen on, or {@link ThreadFacts#UNKNOWN}. */
    long osThread() {
        return osThread;
    }

    /** Returns the processor that the last slice ended on, or {@link ThreadFacts#UNKNOWN}. */
    int processor() {
        return processor;
    }
}
