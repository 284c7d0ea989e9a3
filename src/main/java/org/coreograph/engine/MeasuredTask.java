package org.coreograph.engine;

import org.coreograph.model.EventSink;
import org.coreograph.model.ThreadKind;
import org.coreograph.model.WaitKind;
import org.coreograph.program.Task;
import org.coreograph.program.Waitable;
import org.jspecify.annotations.Nullable;

/** A task under the measured clock. All but the turn and the flag is guarded by the kernel's lock. */
final class MeasuredTask {
    static final int NO_CORE = -1;

    final int id;
    final String name;
    final Task body;
    final Turn turn;

    /** Polled by the task while it works: somebody wants it to enter the kernel. */
    private volatile boolean wanted;

    int core = NO_CORE;
    int lastCore = NO_CORE;
    boolean switched;
    boolean migrated;
    long blockedNanos;

    /** When it was last woken, or 0. */
    long wokenNanos;

    @Nullable
    WaitKind wait;

    @Nullable
    Waitable waitsFor;

    boolean arrived;
    boolean ended;

    MeasuredTask(MeasuredKernel kernel, ThreadKind kind, int id, String name, Task body) {
        this.id = id;
        this.name = name;
        this.body = body;
        this.turn = new Turn(kind, name, () -> kernel.runBody(this));
    }

    boolean isMain() {
        return id == EventSink.MAIN;
    }

    boolean isWanted() {
        return wanted;
    }

    void want(boolean want) {
        wanted = want;
    }
}
