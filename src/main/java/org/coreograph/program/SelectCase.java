package org.coreograph.program;

import org.jspecify.annotations.Nullable;

/** A send or a receive that a {@link Select} may take. */
abstract sealed class SelectCase<T> {
    final int index;
    final Channel<T> channel;

    SelectCase(int index, Channel<T> channel) {
        this.index = index;
        this.channel = channel;
    }

    /** Comes before all else, and may take time. */
    abstract void prepare(int me);

    /** Undoes that, where the case isn't taken. */
    abstract void undo(int me);

    // ---- Within a step ----

    abstract boolean isReady();

    /** Does it, where it is ready. */
    abstract void takeNow(int me);

    /** Waits for it, where it isn't. */
    abstract Exchange<T> await(int me);

    /** Finds out what became of it, when the wait is over and it was this one that came about. */
    abstract void finish();

    static final class Receive<T> extends SelectCase<T> {
        private @Nullable T value;
        private @Nullable Exchange<T> waiting;

        Receive(int index, Channel<T> channel) {
            super(index, channel);
        }

        Received<T> got() {
            return Received.of(value);
        }

        @Override
        void prepare(int me) {
            value = null;
        }

        @Override
        void undo(int me) {
            // Nothing was received.
        }

        @Override
        boolean isReady() {
            return channel.canReceive();
        }

        @Override
        void takeNow(int me) {
            value = channel.receiveNow(me);
        }

        @Override
        Exchange<T> await(int me) {
            waiting = channel.awaitSender(me);
            return waiting;
        }

        @Override
        void finish() {
            value = waiting == null ? null : waiting.value;
        }
    }

    static final class Send<T> extends SelectCase<T> {
        private final T value;
        private boolean carried;
        private @Nullable Exchange<T> waiting;

        Send(int index, Channel<T> channel, T value) {
            super(index, channel);
            this.value = value;
        }

        @Override
        void prepare(int me) {
            carried = false;
            channel.carry(me, value);
            carried = true;
        }

        @Override
        void undo(int me) {
            if (carried) {
                channel.belongsTo(me, value);
            }
        }

        @Override
        boolean isReady() {
            return channel.canSend();
        }

        @Override
        void takeNow(int me) {
            channel.sendNow(me, value);
        }

        @Override
        Exchange<T> await(int me) {
            waiting = channel.awaitReceiver(me, value);
            return waiting;
        }

        @Override
        void finish() {
            if (waiting != null) {
                channel.checkSent(waiting);
            }
        }
    }
}
