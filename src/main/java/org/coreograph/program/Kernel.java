package org.coreograph.program;

import org.coreograph.model.ObjectInfo;
import org.coreograph.model.WaitKind;

/**
 * What the vocabulary stands on; the engine has one for each clock. Programs use a {@link Machine} instead.
 *
 * <p>Every method is called by a task of the run, on its own thread. Each throws {@link RunClosedError} once the run
 * is over, and {@link IllegalStateException} on a thread that is no task of the run.
 */
public interface Kernel {
    /** Returns the id of the calling task. */
    int current();

    /** Returns the time since the run began. */
    long nowNanos();

    /**
     * Creates a task that arrives at a time, or now if that has passed; it needs no core to arrive.
     *
     * @return its id
     */
    int start(long arrivalNanos, String name, Task body);

    /** Takes an amount of computing time on a core; under the measured clock, work of about that length. */
    void compute(long nanos);

    /**
     * Takes computing time, with a body of real code that is the work. Simulated, the body takes effect when its cost
     * has passed; measured, the body itself is what takes the time.
     */
    void compute(long nanos, Runnable body);

    /** Counts: exactly 1 ns a count under the simulated clock, a real loop of so many rounds under the measured one. */
    void count(long times);

    /** Blocks the calling task until a time has passed; 0 goes on at once. */
    void sleep(long nanos);

    /** Gives a number to something that tasks share and can wait for. */
    Waitable waitable(ObjectInfo info);

    /**
     * Begins a step: until {@link #exit}, no other task's step runs and nothing is dispatched. Steps don't nest and
     * declare no time.
     */
    void enter();

    /** Ends the step. */
    void exit();

    /**
     * Within a step, blocks the calling task until another wakes it; the step is left meanwhile and entered again.
     * There are no spurious returns.
     */
    void block(WaitKind kind, Waitable on);

    /** Within a step, makes a blocked task ready; the caller keeps its core. */
    void wake(int task);

    /** Keeps a value that the program computed: a number, a boolean or a text. */
    void result(String name, Object value);
}
