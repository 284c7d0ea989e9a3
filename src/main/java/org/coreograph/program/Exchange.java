package org.coreograph.program;

import org.jspecify.annotations.Nullable;

/**
 * What a task that waits at a channel sends or is to get. A task that selects has one at each of its channels, and takes
 * the others away when one has come about. Used within the kernel's steps only.
 */
final class Exchange<T> {
    final int task;

    /** What is sent; or what was received, null until then. */
    @Nullable
    T value;

    /** Whether the value went over. */
    boolean done;

    /** Whether the wait is over: the value went over, or the channel was closed. */
    boolean over;

    /** Those of the same select, this one included; null where the task waits at one channel alone. */
    Exchange<?> @Nullable [] together;

    // Its place in a queue, while it is in one.
    @Nullable
    Queue<T> in;

    private @Nullable Exchange<T> before;
    private @Nullable Exchange<T> after;

    Exchange(int task, @Nullable T value) {
        this.task = task;
        this.value = value;
    }

    /** Takes it out of the queue it is in, if it is in one. */
    void withdraw() {
        Queue<T> queue = in;
        if (queue != null) {
            queue.remove(this);
        }
    }

    /** First in, first out; and any can be taken out at once, however many there are. */
    static final class Queue<T> {
        private @Nullable Exchange<T> first;
        private @Nullable Exchange<T> last;

        boolean isEmpty() {
            return first == null;
        }

        void add(Exchange<T> exchange) {
            exchange.in = this;
            exchange.before = last;
            if (last == null) {
                first = exchange;
            } else {
                last.after = exchange;
            }
            last = exchange;
        }

        /** Takes out the first, whose wait is over by that; null where there is none. */
        @Nullable
        Exchange<T> poll() {
            Exchange<T> polled = first;
            if (polled == null) {
                return null;
            }
            polled.over = true;
            if (polled.together == null) {
                remove(polled);
            } else {
                for (Exchange<?> one : polled.together) {
                    one.withdraw();
                }
            }
            return polled;
        }

        private void remove(Exchange<T> exchange) {
            Exchange<T> before = exchange.before;
            Exchange<T> after = exchange.after;
            if (before == null) {
                first = after;
            } else {
                before.after = after;
            }
            if (after == null) {
                last = before;
            } else {
                after.before = before;
            }
            exchange.in = null;
            exchange.before = null;
            exchange.after = null;
        }
    }
}
