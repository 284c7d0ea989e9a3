package org.coreograph.engine;

import org.jspecify.annotations.Nullable;

/**
 * Takes down what the platform tells of the slices on one core. {@link #begin} and {@link #end} are called by the thread
 * of the task on that core, next to where the slice's own times are read; both take some 200 ns.
 *
 * <p>What is asked of one thread says nothing about another. So the CPU time is unknown where a slice ended on another
 * thread of the operating system than it began on, as when code of the program's own parks its virtual thread, and
 * where somebody else ends the slice with the run.
 */
final class SliceMeter {
    private final ThreadFacts facts;

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
        thread = Thread.currentThread();
        osThread = facts.osThread();
        startCpuNanos = facts.cpuNanos();
    }

    /** It ends; what was found out is there until the next begins. */
    @SuppressWarnings("ReferenceEquality") // a thread is equal to itself alone
    void end() {
        boolean same = Thread.currentThread() == thread && facts.osThread() == osThread;
        long nowNanos = same ? facts.cpuNanos() : ThreadFacts.UNKNOWN;
        boolean known = nowNanos != ThreadFacts.UNKNOWN && startCpuNanos != ThreadFacts.UNKNOWN;
        cpuNanos = known ? nowNanos - startCpuNanos : ThreadFacts.UNKNOWN;
        processor = same ? facts.processor() : ThreadFacts.UNKNOWN;
        thread = null;
    }

    /** Returns whether the platform told anything of the last slice. */
    boolean knowsAnything() {
        return cpuNanos != ThreadFacts.UNKNOWN || osThread != ThreadFacts.UNKNOWN || processor != ThreadFacts.UNKNOWN;
    }

    /** Returns how long a processor worked in the last slice, or {@link ThreadFacts#UNKNOWN}. */
    long cpuNanos() {
        return cpuNanos;
    }

    /** Returns the operating system's id of the thread that the last slice began on, or {@link ThreadFacts#UNKNOWN}. */
    long osThread() {
        return osThread;
    }

    /** Returns the processor that the last slice ended on, or {@link ThreadFacts#UNKNOWN}. */
    int processor() {
        return processor;
    }
}
