package org.coreograph.program;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.coreograph.model.Action;
import org.coreograph.model.EventSink;
import org.coreograph.model.ObjectKind;
import org.coreograph.model.WaitKind;
import org.jspecify.annotations.Nullable;

/**
 * A bounded number of things that tasks take and give back, such as connections. They are made as they are needed; while
 * all are out, who wants one waits, first in, first out. What was given back last is taken first.
 */
public final class Pool<T> extends Primitive {
    private final int size;
    private final Supplier<? extends T> maker;
    private final Waiters waiters;
    private final Deque<T> idle = new ArrayDeque<>();

    /** What is out, and which task took it. */
    private final IdentityHashMap<T, Integer> out = new IdentityHashMap<>();

    /** What was handed to tasks that waited and haven't gone on yet; who was handed nothing is to make it. */
    private final Map<Integer, T> handed = new HashMap<>();

    /** How many have been made or are being made. */
    private int made;

    Pool(Kernel kernel, String name, int size, Supplier<? extends T> maker) {
        if (size < 1) {
            throw new IllegalArgumentException("a pool's size must be 1 or more, but was " + size);
        }
        super(kernel, ObjectKind.POOL, name, size);
        this.size = size;
        this.maker = maker;
        waiters = new Waiters(kernel, WaitKind.POOL, waitable);
        waitable.heldBy(() ->
                out.values().stream().mapToInt(task -> task).sorted().distinct().toArray());
    }

    /** Blocks until there is one to take, and takes it; makes it if fewer were made than there may be. */
    public T take() {
        int me = kernel.touch();
        T taken = takeIfMade(me);
        return taken == null ? make(me) : taken;
    }

    private @Nullable T takeIfMade(int me) {
        kernel.enter();
        try {
            T taken = idle.poll();
            if (taken != null) {
                took(me, taken);
                return taken;
            }
            if (made < size) {
                made++;
                return null;
            }
            waiters.await(me);
            return handed.remove(me);
        } finally {
            kernel.exit();
        }
    }

    private T make(int me) {
        T taken = null;
        try {
            taken = Objects.requireNonNull(
                    maker.get(), () -> waitable.name() + " was to make something, but made null");
            return taken;
        } finally {
            kernel.enter();
            try {
                if (taken != null) {
                    took(me, taken);
                } else if (waiters.wakeFirst() == EventSink.NONE) {
                    // Otherwise the task that was woken makes it instead.
                    made--;
                }
            } finally {
                kernel.exit();
            }
        }
    }

    /**
     * Gives something back: to the task that has waited longest, if any does.
     *
     * @throws IllegalStateException if it wasn't taken from here, or was given back before
     */
    public void give(T back) {
        int me = kernel.touch();
        kernel.enter();
        try {
            if (out.remove(back) == null) {
                throw new IllegalStateException(back + " was given to " + waitable.name() + ", but isn't out of it");
            }
            note(me, Action.GIVE, left());
            int next = waiters.wakeFirst();
            if (next == EventSink.NONE) {
                idle.push(back);
            } else {
                handed.put(next, back);
                took(next, back);
            }
        } finally {
            kernel.exit();
        }
    }

    private void took(int task, T taken) {
        out.put(taken, task);
        note(task, Action.TAKE, left());
    }

    private int left() {
        return size - out.size();
    }
}
