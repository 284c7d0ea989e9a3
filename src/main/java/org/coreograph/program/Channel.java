package org.coreograph.program;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Queue;
import org.coreograph.model.Action;
import org.coreograph.model.ObjectKind;
import org.coreograph.model.WaitKind;
import org.jspecify.annotations.Nullable;

/**
 * A first-in-first-out channel with Go's meaning. Unbuffered, a send waits for its receiver; buffered, it waits only
 * while the buffer is full. A send that meets its receiver lets the sender go on and makes the receiver ready.
 *
 * <p>At any time at most one of the two queues has waiters, but for a task that selects among both: senders wait only
 * while the buffer is full and nobody receives, receivers only while nothing is there.
 *
 * <p>Between cores that have a memory each, a message crosses the bus before it is in the channel. An {@link Owned} value
 * is handed over; anything else counts as copied.
 */
public final class Channel<T> extends Primitive implements Iterable<T> {
    private final int capacity;
    private final long messageBytes;
    private final Queue<T> buffer = new ArrayDeque<>();
    private final Exchange.Queue<T> senders = new Exchange.Queue<>();
    private final Exchange.Queue<T> receivers = new Exchange.Queue<>();
    private boolean closed;

    Channel(Kernel kernel, String name, int capacity, long messageBytes) {
        if (capacity < 0) {
            throw new IllegalArgumentException("a channel's capacity must be 0 or more, but was " + capacity);
        }
        super(kernel, ObjectKind.CHANNEL, name, capacity);
        this.capacity = capacity;
        this.messageBytes = Owned.checkedBytes(messageBytes);
    }

    /** Returns how many values are in the buffer now, as Go's {@code len}. */
    public int size() {
        kernel.touch();
        kernel.enter();
        try {
            return buffer.size();
        } finally {
            kernel.exit();
        }
    }

    /** Returns how many values the buffer has room for, as Go's {@code cap}. */
    public int capacity() {
        return capacity;
    }

    /**
     * Sends a value, and blocks until a receiver has it or the buffer has room for it.
     *
     * @throws ChannelClosedException if the channel is closed, also while the caller waits
     */
    public void send(T value) {
        int me = kernel.touch();
        carry(me, value);
        boolean sent = false;
        kernel.enter();
        try {
            if (canSend()) {
                sendNow(me, value);
            } else {
                Exchange<T> mine = awaitReceiver(me, value);
                kernel.block(WaitKind.SEND, waitable);
                checkSent(mine);
            }
            sent = true;
        } finally {
            kernel.exit();
            if (!sent) {
                belongsTo(me, value);
            }
        }
    }

    /**
     * Sends a value if that can be done at once, as Go's {@code select} with a default. Where there is a bus the value
     * crosses it first, whether there is room for it or not.
     *
     * @return whether it was sent
     * @throws ChannelClosedException if the channel is closed
     */
    public boolean trySend(T value) {
        int me = kernel.touch();
        carry(me, value);
        boolean sent = false;
        kernel.enter();
        try {
            if (canSend()) {
                sendNow(me, value);
                sent = true;
            }
            return sent;
        } finally {
            kernel.exit();
            if (!sent) {
                belongsTo(me, value);
            }
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

    /** Receives the oldest value, or says that the channel is closed and drained: Go's {@code value, ok}. */
    public Received<T> receiveOrClosed() {
        return Received.of(receiveOrNull());
    }

    /** Receives the oldest value, or another if the channel is closed and drained: there Go gives the zero value. */
    public T receiveOr(T ifClosed) {
        return Objects.requireNonNullElse(receiveOrNull(), ifClosed);
    }

    /** Receives the oldest value if one is there, as Go's {@code select} with a default. */
    public Received<T> tryReceive() {
        int me = kernel.touch();
        kernel.enter();
        try {
            return canReceive() ? Received.of(receiveNow(me)) : Received.nothing();
        } finally {
            kernel.exit();
        }
    }

    private @Nullable T receiveOrNull() {
        int me = kernel.touch();
        kernel.enter();
        try {
            if (canReceive()) {
                return receiveNow(me);
            }
            Exchange<T> mine = awaitSender(me);
            kernel.block(WaitKind.RECEIVE, waitable);
            return mine.value;
        } finally {
            kernel.exit();
        }
    }

    /**
     * Closes the channel: no more is sent, what is in it can still be received.
     *
     * @throws ChannelClosedException if it is closed already
     */
    public void close() {
        int me = kernel.touch();
        kernel.enter();
        try {
            if (closed) {
                throw new ChannelClosedException("close of closed " + waitable.name());
            }
            closed = true;
            note(me, Action.CLOSE);
            wakeAll(receivers);
            wakeAll(senders);
        } finally {
            kernel.exit();
        }
    }

    private void wakeAll(Exchange.Queue<T> waiting) {
        for (Exchange<T> one = waiting.poll(); one != null; one = waiting.poll()) {
            kernel.wake(one.task);
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

    // ---- What a select needs too; all but the first two within a step ----

    /** Carries a message over the bus, where there is one; what is owned is on its way then. */
    void carry(int me, T value) {
        Objects.requireNonNull(value, "a channel carries no null");
        if (value instanceof Owned<?> owned) {
            owned.depart(me);
            kernel.transfer(owned.bytes());
        } else {
            kernel.transfer(messageBytes);
        }
    }

    /** Says whose a value is from now on: its receiver's, or again its sender's where it wasn't sent. */
    void belongsTo(int task, T value) {
        if (value instanceof Owned<?> owned) {
            owned.arrive(task);
        }
    }

    /** Returns whether a send need not wait: it succeeds, or fails because the channel is closed. */
    boolean canSend() {
        return closed || !receivers.isEmpty() || buffer.size() < capacity;
    }

    /** Sends at once, where that {@linkplain #canSend can be}. */
    void sendNow(int me, T value) {
        if (closed) {
            throw sendOnClosed();
        }
        note(me, Action.SEND, value);
        Exchange<T> receiver = receivers.poll();
        if (receiver == null) {
            buffer.add(value);
        } else {
            receiver.value = value;
            received(receiver.task, value);
            complete(receiver);
        }
    }

    /** Returns whether a receive need not wait: there is a value, or the channel is closed. */
    boolean canReceive() {
        return closed || !buffer.isEmpty() || !senders.isEmpty();
    }

    /** Receives at once, where that {@linkplain #canReceive can be}; null where the channel is closed and drained. */
    @Nullable
    T receiveNow(int me) {
        T oldest = buffer.poll();
        if (oldest != null) {
            received(me, oldest);
        }
        Exchange<T> sender = senders.poll();
        if (sender != null) {
            T sent = Objects.requireNonNull(sender.value);
            note(sender.task, Action.SEND, sent);
            if (oldest == null) {
                oldest = sent;
                received(me, sent);
            } else {
                buffer.add(sent);
            }
            complete(sender);
        }
        return oldest;
    }

    /** Puts the caller among those that wait for a receiver, where a send {@linkplain #canSend has to wait}. */
    Exchange<T> awaitReceiver(int me, T value) {
        Exchange<T> mine = new Exchange<>(me, value);
        note(me, Action.OFFER, value);
        senders.add(mine);
        return mine;
    }

    /** Puts the caller among those that wait for a sender, where a receive {@linkplain #canReceive has to wait}. */
    Exchange<T> awaitSender(int me) {
        Exchange<T> mine = new Exchange<>(me, null);
        receivers.add(mine);
        return mine;
    }

    /** Fails where a sender's wait ended because the channel was closed. */
    void checkSent(Exchange<T> mine) {
        if (!mine.done) {
            throw sendOnClosed();
        }
    }

    private void received(int task, T value) {
        note(task, Action.RECEIVE, value);
        belongsTo(task, value);
    }

    private void complete(Exchange<T> waiting) {
        waiting.done = true;
        kernel.wake(waiting.task);
    }

    private ChannelClosedException sendOnClosed() {
        return new ChannelClosedException("send on closed " + waitable.name());
    }
}
