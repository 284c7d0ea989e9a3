package org.coreograph.engine;

import java.util.function.Consumer;
import org.coreograph.model.TaskSpec;
import org.coreograph.model.ThreadKind;
import org.coreograph.program.Task;

/** A task under the measured clock. All but the turn and the flag is guarded by the kernel's lock. */
final class MeasuredTask extends KernelTask {
    /** When it was last woken, or 0. */
    long wokenNanos;

    /** Polled by the task while it works: somebody wants it to enter the kernel. */
    private volatile boolean wanted;

    MeasuredTask(ThreadKind kind, int id, TaskSpec spec, int process, Task body, Consumer<MeasuredTask> life) {
        super(kind, id, spec, process, body, task -> life.accept((MeasuredTask) task));
    }

    boolean isWanted() {
        return wanted;
    }

    void want(boolean want) {
        wanted = want;
    }
}
