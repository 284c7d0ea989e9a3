package org.coreograph.program;

import org.coreograph.model.Action;
import org.coreograph.model.EventSink;
import org.coreograph.model.ObjectInfo;
import org.coreograph.model.TaskSpec;
import org.coreograph.model.WaitKind;
import org.jspecify.annotations.Nullable;

/**
 * What the vocabulary stands on; the engine has one for each clock. Programs use a {@link Machine} instead.
 *
 * <p>Every method is called by a task of the run, on its own thread. Each throws {@link RunClosedError} once the run
 * is over, and {@link IllegalStateException} on a thread that is no task of the run.
 *
 * <p>An operation on something shared is written so: {@link #touch} first; then, where it can be decided by one atomic
 * change, that change; otherwise {@link #enter}, what has to be looked at and changed as one step, with {@link #block}
 * and {@link #wake} within, and {@link #exit}.
 */
public interface Kernel {
    /** Returns the id of the calling task. */
    int current();

    /** Returns the time since the run began. */
    long nowNanos();

    /**
     * Creates a task that arrives at a time, or now if that has passed; it needs no core to arrive. A task on a core
     * pays for starting it.
     *
     * @param process the process it belongs to, or {@link EventSink#NONE} for its starter's
     * @return its id
     */
    int start(TaskSpec spec, int process, Task body);

    /** Returns the number of a new process. */
    int newProcess(String name);

    /** Takes an amount of computing time on a core; under the measured clock, work of about that length. */
    void compute(long nanos);

    /**
     * Takes computing time, with a body of real code that is the work. Simulated, the body takes effect when its cost
     * has passed; measured, the body itself is what takes the time.
     */
    void compute(long nanos, Runnable body);

    /** Counts: exactly 1 ns a count under the simulated clock, a real loop of so many rounds under the measured one. */
    void count(long times);

    /** Blocks the calling task until a time has passed, 1 or more. */
    void pause(WaitKind kind, long nanos);

    /** Gives up the core, if others wait for one, and queues behind them. */
    void giveWay();

    /** Returns the name of a task. Within a step only. */
    String taskName(int task);

    /** Gives a number to something that tasks can wait for or share. */
    Waitable waitable(ObjectInfo info);

    /**
     * Comes before an operation on something shared: where the run interleaves at random, another task may go first.
     *
     * @return the id of the calling task
     */
    int touch();

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

    /**
     * Within a step, blocks the calling task until another wakes it or a time has passed; the step is left meanwhile and
     * entered again.
     *
     * @param timeoutNanos 1 or more
     * @param whenTimeIsUp done as a step of its own when the time has passed first, before anything else happens: takes
     *     the task out of what it waited in, so that nobody wakes it any more
     * @return whether it was woken; false if the time has passed
     */
    boolean block(WaitKind kind, Waitable on, long timeoutNanos, Runnable whenTimeIsUp);

    /** Within a step, makes a blocked task ready; the caller keeps its core. */
    void wake(int task);

    /** Makes a line of memory that is the calling task's: in its process, and on its core where each has its own. */
    MemoryLine newLine();

    /**
     * Accesses a line of memory, which costs time where the calling task is on a core, and can be preempted meanwhile.
     * What is read or written is to be read or written at once on return.
     *
     * @throws ForeignMemoryException if the line is in another process, or in another core's own memory
     */
    void access(MemoryLine line, boolean write);

    /** Carries a message over the bus; returns at once where the cores share their memory, or it costs nothing. */
    void transfer(long bytes);

    /** Returns whether operations are noted for the trace; measured runs leave out what would slow them down. */
    boolean notesActions();

    /**
     * Notes for the trace what a task does to something shared at this instant, where actions are noted. It need not be
     * the calling one: who hands a mutex over, or takes what a waiting task sends, notes that for the other.
     *
     * @param value what was sent, received, read or written, or how many there are now; or null
     */
    void did(int task, Action action, Waitable to, @Nullable Object value);

    /** Notes a partial result of the calling task. */
    void emit(String text);

    /** Draws a number from 0 to below a bound, by the run's seed. Within a step only. */
    int draw(int bound);

    /** Keeps a value that the program computed: a number, a boolean or a text. */
    void result(String name, Object value);
}
