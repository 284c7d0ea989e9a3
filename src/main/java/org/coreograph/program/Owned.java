package org.coreograph.program;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.coreograph.model.Action;
import org.coreograph.model.EventSink;
import org.coreograph.model.ObjectKind;

/**
 * A value that belongs to one task at a time, and that no other can touch. Sent through a channel it is handed over:
 * from then on it is its receiver's, and nothing was copied. Between cores that have a memory each it crosses the bus
 * with all its bytes, as its copies do.
 */
public final class Owned<T> extends Primitive {
    private static final int ON_ITS_WAY = EventSink.NONE;

    private final String name;
    private final long bytes;
    private final AtomicInteger owner;
    private T value;

    /** Who sent it last; written by its owner alone. */
    private int sender = EventSink.NONE;

    Owned(Kernel kernel, String name, T value, long bytes) {
        super(kernel, ObjectKind.OWNED, name, 1);
        this.name = name;
        this.value = Objects.requireNonNull(value, "an owned value is not null");
        this.bytes = checkedBytes(bytes);
        this.owner = new AtomicInteger(kernel.current());
    }

    /** Returns how large it is. */
    public long bytes() {
        return bytes;
    }

    /**
     * Returns the value.
     *
     * @throws ForeignMemoryException if it isn't the caller's
     */
    public T get() {
        check(kernel.current());
        return value;
    }

    /**
     * Sets the value.
     *
     * @throws ForeignMemoryException if it isn't the caller's
     */
    public void set(T to) {
        check(kernel.current());
        value = Objects.requireNonNull(to, "an owned value is not null");
    }

    /**
     * Returns a copy, which is the caller's too, to be sent instead of this one.
     *
     * @param copier copies the value, such as {@code int[]::clone}
     * @throws ForeignMemoryException if it isn't the caller's
     */
    public Owned<T> copy(UnaryOperator<T> copier) {
        return new Owned<>(kernel, name, copier.apply(get()), bytes);
    }

    /** Says that it is no longer the caller's, and nobody else's yet. */
    void depart(int me) {
        check(me);
        sender = me;
        owner.set(ON_ITS_WAY);
    }

    /** Says whose it is, when it was on its way. */
    void arrive(int task) {
        owner.set(task);
        if (task != sender) {
            note(sender, Action.MOVE, task);
        }
    }

    private void check(int me) {
        int now = owner.get();
        if (now != me) {
            throw new ForeignMemoryException(name
                    + (now == ON_ITS_WAY
                            ? " is on its way"
                            : " was handed over: it belongs to " + nameOf(now) + " now"));
        }
    }

    private String nameOf(int task) {
        kernel.enter();
        try {
            return kernel.taskName(task);
        } finally {
            kernel.exit();
        }
    }

    @Override
    public String toString() {
        return name;
    }

    static long checkedBytes(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("a message must have 1 byte or more, but had " + bytes);
        }
        return bytes;
    }
}
