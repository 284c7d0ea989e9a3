package org.coreograph.program;

import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a receive came to: a value; or none, since the channel is closed and drained, or since none is there now. */
public final class Received<T> {
    private static final Received<?> CLOSED = new Received<>(null, true);
    private static final Received<?> NOTHING = new Received<>(null, false);

    private final @Nullable T value;
    private final boolean closed;

    private Received(@Nullable T value, boolean closed) {
        this.value = value;
        this.closed = closed;
    }

    /** Returns what a receive came to that got a value, or null from a channel that is closed and drained. */
    static <T> Received<T> of(@Nullable T value) {
        return value == null ? cast(CLOSED) : new Received<>(value, false);
    }

    static <T> Received<T> nothing() {
        return cast(NOTHING);
    }

    @SuppressWarnings("unchecked") // one without a value is the same for every type
    private static <T> Received<T> cast(Received<?> none) {
        return (Received<T>) none;
    }

    /** Returns whether there is a value: what Go calls {@code ok}. */
    public boolean ok() {
        return value != null;
    }

    /** Returns whether the channel is closed and drained. */
    public boolean isClosed() {
        return closed;
    }

    /** @throws NoSuchElementException if there is none */
    public T value() {
        if (value == null) {
            throw new NoSuchElementException(
                    closed ? "the channel is closed and drained" : "nothing was there to receive");
        }
        return value;
    }

    /** Returns the value, or another where there is none, as Go gives the zero value of the type. */
    public T or(T none) {
        return Objects.requireNonNullElse(value, none);
    }

    @Override
    public String toString() {
        return ok() ? String.valueOf(value) : closed ? "closed" : "nothing";
    }
}
