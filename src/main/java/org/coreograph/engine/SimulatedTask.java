package org.coreograph.engine;

import org.coreograph.model.EventSink;
import org.coreograph.model.ThreadKind;
import org.coreograph.model.WaitKind;
import org.coreograph.program.Task;
import org.coreograph.program.Waitable;
import org.jspecify.annotations.Nullable;

/** A task under the simulated clock. All but the turn belongs to whoever has the kernel's token. */
final class SimulatedTask {
    static final int NO_CORE = -1;

    final int id;
    final String name;
    final Task body;
    final Turn turn;

    /** The core it is on, also while that core switches to it. */
    int core = NO_CORE;

    int lastCore = NO_CORE;

    /** What is left of the computation it declared; 0 when code is to run next. */
    long remainingNanos;

    /** Whether its slice is counted as a switch, and as a migration. */
    boolean switched;

    boolean migrated;

    /** Since when it has been blocked, on what; null while it isn't. */
    long blockedNanos;

    @Nullable
    WaitKind wait;

    @Nullable
    Waitable waitsFor;

    boolean arrived;
    boolean ended;

    SimulatedTask(SimulatedKernel kernel, ThreadKind kind, int id, String name, Task body) {
        this.id = id;
        this.name = name;
        this.body = body;
        this.turn = new Turn(kind, name, () -> kernel.runBody(this));
    }

    boolean isMain() {
        return id == EventSink.MAIN;
    }
}
