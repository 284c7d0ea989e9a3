package org.coreograph.program;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Queue;
import org.coreograph.model.ObjectInfo;
import org.coreograph.model.ObjectKind;
import org.coreograph.model.WaitKind;
import org.jspecify.annotations.Nullable;

/**
 * A first-in-first-out channel with Go's meaning. Unbuffered, a send waits for its receiver; buffered, it waits only
 * while the buffer is full. A send that meets its receiver lets the sender go on and makes the receiver ready.
 *
 * <p>At any time at most one of the two queues has waiters: senders wait only while the buffer is full and nobody
 * receives, receivers only while nothing is there.
 */
public final class Channel<T> implements Iterable<T> {
    private final Kernel kernel;
    private final Waitable waitable;
    private final int capacity;
    private final Queue<T> buffer = new ArrayDeque<>();
    private final Queue<Exchange<T>> senders = new ArrayDeque<>();
    private final Queue<Exchange<T>> receivers = new ArrayDeque<>();
    private boolean closed;

    /** What a waiting task sends or gets. {@code done} tells a transfer from a close. */
    private static final class Exchange<T> {
        final int task;

        @Nullable
        T value;

        boolean done;

        Exchange(int task, @Nullable T value) {
            this.task = task;
            this.value = value;
        }
    }

    Channel(Kernel kernel, String name, int capacity) {
        if (capacity < 0) {
            throw new IllegalArgumentException("a channel's capacity must be 0 or more, but was " + capacity);
        }
        this.kernel = kernel;
        this.waitable = kernel.waitable(new ObjectInfo(ObjectKind.CHANNEL, name, capacity));
        this.capacity = capacity;
    }

    /**
     * Sends a value, and blocks until a receiver has it or the buffer has room for it.
     *
     * @throws ChannelClosedException if the channel is closed, also while the caller waits
     */
    public void send(T value) {
        Objects.requireNonNull(value, "a channel carries no null");
        kernel.enter();
        try {
            if (closed) {
                throw new ChannelClosedException("send on closed " + waitable.name());
            }
            Exchange<T> receiver = receivers.poll();
            if (receiver != null) {
                complete(receiver, value);
            } else if (buffer.size() < capacity) {
                buffer.add(value);
            } else {
                Exchange<T> mine = new Exchange<>(kernel.current(), value);
                senders.add(mine);
                kernel.block(WaitKind.SEND, waitable);
                if (!mine.done) {
                    throw new ChannelClosedException("send on closed " + waitable.name());
                }
            }
        } finally {
            kernel.exit();
        }
    }

    /**
     * Receives the oldest value, and blocks until there is one.
     *
     * @throws ChannelClosedException if the channel is closed and drained
     */
    public T receive() {
        T value = receiveOrNull();
        if (value == null) {
            throw new ChannelClosedException("receive from closed and drained " + waitable.name());
        }
        return value;
    }

    /**
     * Closes the channel: no more is sent, what is in it can still be received.
     *
     * @throws ChannelClosedException if it is closed already
     */
    public void close() {
        kernel.enter();
        try {
            if (closed) {
                throw new ChannelClosedException("close of closed " + waitable.name());
            }
            closed = true;
            receivers.forEach(waiting -> kernel.wake(waiting.task));
            receivers.clear();
            senders.forEach(waiting -> kernel.wake(waiting.task));
            senders.clear();
        } finally {
            kernel.exit();
        }
    }

    /** Receives until the channel is closed and drained, as Go's {@code range}. */
    @Override
    public Iterator<T> iterator() {
        return new Iterator<>() {
            private @Nullable T next;

            @Override
            public boolean hasNext() {
                if (next == null) {
                    next = receiveOrNull();
                }
                return next != null;
            }

            @Override
            public T next() {
                if (!hasNext() || next == null) {
                    throw new NoSuchElementException();
                }
                T value = next;
                next = null;
                return value;
            }
        };
    }

    private @Nullable T receiveOrNull() {
        kernel.enter();
        try {
            Exchange<T> sender = senders.poll();
            T sent = sender == null ? null : sender.value;
            T buffered = buffer.poll();
            if (sender != null) {
                complete(sender, null);
            }
            if (buffered != null && sent != null) {
                buffer.add(sent);
            }
            T oldest = buffered != null ? buffered : sent;
            if (oldest != null) {
                return oldest;
            }
            if (closed) {
                return null;
            }
            Exchange<T> mine = new Exchange<>(kernel.current(), null);
            receivers.add(mine);
            kernel.block(WaitKind.RECEIVE, waitable);
            return mine.value;
        } finally {
            kernel.exit();
        }
    }

    private void complete(Exchange<T> waiting, @Nullable T value) {
        waiting.value = value;
        waiting.done = true;
        kernel.wake(waiting.task);
    }
}
