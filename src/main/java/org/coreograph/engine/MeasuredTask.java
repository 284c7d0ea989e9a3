package org.coreograph.engine;

import java.util.function.Consumer;
import org.coreograph.model.TaskSpec;
import org.coreograph.program.Task;
import org.jspecify.annotations.Nullable;

/** A task under the measured clock. All but the turn, the flag and the count of calls is guarded by the kernel's lock. */
final class MeasuredTask extends KernelTask {
    /** When it was last woken, or 0. */
    long wokenNanos;

    /** Whether it waits in the ready queue. */
    boolean queued;

    /** The next of those that are to be given their turn once the lock is left; see {@link MeasuredCores#takeHanded}. */
    @Nullable
    MeasuredTask nextHanded;

    /** Polled by the task while it works: somebody wants it to enter the kernel. */
    private volatile boolean wanted;

    private final Consumer<MeasuredTask> life;

    MeasuredTask(TaskThreads threads, int id, TaskSpec spec, int process, Task body, Consumer<MeasuredTask> life) {
        super(threads, id, spec, process, body);
        this.life = life;
    }

    @Override
    public void run() {
        life.accept(this);
    }

    /** Returns whether it runs without a core, as only main does. */
    boolean runsFree() {
        return isMain() && !ended && core == NO_CORE && !isBlocked() && !queued;
    }

    boolean isWanted() {
        return wanted;
    }

    void want(boolean want) {
        wanted = want;
    }
}
