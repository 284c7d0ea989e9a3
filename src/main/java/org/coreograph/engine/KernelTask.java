package org.coreograph.engine;

import java.util.Objects;
import java.util.function.Consumer;
import org.coreograph.model.EventSink;
import org.coreograph.model.SliceEnd;
import org.coreograph.model.TaskSpec;
import org.coreograph.model.ThreadKind;
import org.coreograph.model.WaitKind;
import org.coreograph.program.Task;
import org.coreograph.program.Waitable;
import org.jspecify.annotations.Nullable;

/**
 * A task as either kernel sees it: where it is, and what it waits for. All but the turn is guarded as its kernel says.
 */
abstract class KernelTask {
    static final int NO_CORE = -1;

    final int id;
    final String name;
    final TaskSpec spec;

    /** The process it belongs to. */
    final int process;

    final Task body;
    final Turn turn;

    /** The core it is on, also while that core still changes to it. */
    int core = NO_CORE;

    boolean arrived;
    boolean ended;

    /** The core of the task that started it or woke it last, or {@link #NO_CORE}. */
    int readyFrom = NO_CORE;

    /** When its timer is due; {@link Timers#NEVER} where it has none. */
    long timerNanos = Timers.NEVER;

    /** What to do if its timer is due before anybody wakes it; null where nothing is. */
    @Nullable
    Runnable whenTimeIsUp;

    /** Whether the time was up before anybody woke it, when it last waited for something until a time. */
    boolean timedOut;

    private int lastCore = NO_CORE;
    private int coreBefore = NO_CORE;

    /** Whether its slice counts as a switch, and as a migration. */
    private boolean switched;

    private boolean migrated;

    /** What it waits for, of what kind and since when; the kind is null while it isn't blocked. */
    private @Nullable Waitable waitsFor;

    private @Nullable WaitKind wait;
    private long blockedNanos;

    KernelTask(ThreadKind kind, int id, TaskSpec spec, int process, Task body, Consumer<KernelTask> life) {
        this.id = id;
        this.name = spec.name();
        this.spec = spec;
        this.process = process;
        this.body = body;
        this.turn = new Turn(kind, name, () -> life.accept(this));
    }

    final boolean isMain() {
        return id == EventSink.MAIN;
    }

    /** Returns whether it is blocked, be it asleep. */
    final boolean isBlocked() {
        return wait != null;
    }

    /** Returns what it waits for, or null where it isn't blocked or only sleeps. */
    final @Nullable Waitable waitsFor() {
        return waitsFor;
    }

    /** Returns whether its slice counts as a switch. */
    final boolean switched() {
        return switched;
    }

    /**
     * Puts it on a core.
     *
     * @param lastTask the task that was there before, or {@link EventSink#NONE}
     */
    final void board(int newCore, int lastTask) {
        switched = lastTask != EventSink.NONE && lastTask != id;
        migrated = lastCore != NO_CORE && lastCore != newCore;
        coreBefore = lastCore;
        lastCore = newCore;
        core = newCore;
    }

    /** Returns whether its slice counts as a migration. */
    final boolean migrated() {
        return migrated;
    }

    /** Notes that it waits from now on; its slice, if it is on a core, is still to be written down. */
    final void block(WaitKind kind, @Nullable Waitable on, long now) {
        wait = kind;
        waitsFor = on;
        blockedNanos = now;
    }

    /** Writes down that it waited until now, and ends that. */
    final void unblock(EventSink.Writer to, int waker, long now) {
        to.blocked(blockedNanos, now, id, Objects.requireNonNull(wait), waitedObject(), waker);
        wait = null;
        waitsFor = null;
    }

    /** Writes down a slice, and the switch before it. */
    final void ran(EventSink.Writer to, long dispatchedNanos, long startNanos, long endNanos, SliceEnd why) {
        to.ran(dispatchedNanos, startNanos, endNanos, id, why, wait, waitedObject(), switched, migrated);
    }

    /** Writes down that the switch to it was cut short. */
    final void switchCut(EventSink.Writer to, long startNanos, long endNanos) {
        to.switched(startNanos, endNanos, id, switched);
        lastCore = coreBefore;
    }

    private int waitedObject() {
        Waitable on = waitsFor;
        return on == null ? EventSink.NONE : on.id();
    }

    /** Writes down that the run ends while it waits; does nothing where it doesn't. */
    final void stuck(EventSink.Writer to, long endNanos) {
        if (wait != null) {
            to.stuck(blockedNanos, endNanos, id, wait, waitedObject());
        }
    }
}
