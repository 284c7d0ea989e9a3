package org.coreograph.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.coreograph.model.Durations;
import org.coreograph.model.EventSink;
import org.coreograph.model.ObjectInfo;
import org.coreograph.model.ObjectKind;
import org.coreograph.model.WaitKind;
import org.jspecify.annotations.Nullable;

/**
 * Goes on with the first of several sends and receives that can go on, as Go's {@code select}:
 *
 * <pre>{@code
 * machine.select()
 *         .receive(jobs, job -> work(job))
 *         .send(results, result, () -> sent++)
 *         .after(5 * Durations.MILLI, () -> machine.emit("too late"))
 *         .run();
 * }</pre>
 *
 * <p>If several can go on one is drawn, each with the same chance. If none can, the caller goes on with
 * {@link #otherwise} where that is there, and blocks where it isn't. A case without a channel is never taken, so that a
 * program can switch a case off. Each run takes one case and runs its body after it; the cases may be run again. Where
 * there is a bus all that might be sent crosses it first.
 *
 * <p>How a wait ends: the task has an {@link Exchange} in a queue of each channel. Whoever polls one of them takes the
 * others out of their queues in the same step, and so does the timer; hence one case at most comes about, and no channel
 * keeps a case of a select that is over.
 */
public final class Select {
    private static final long FOR_EVER = -1;
    private static final int NONE = EventSink.NONE;
    private static final int NAMES = 8;

    private final Kernel kernel;

    /** What tasks wait for that select, by the channels they wait at. */
    private final Map<String, Waitable> waitables;

    private final List<SelectCase<?>> cases = new ArrayList<>();
    private final List<Runnable> bodies = new ArrayList<>();
    private int otherwise = NONE;
    private int timeout = NONE;
    private long timeoutNanos = FOR_EVER;

    Select(Kernel kernel, Map<String, Waitable> waitables) {
        this.kernel = kernel;
        this.waitables = waitables;
    }

    /**
     * Adds a receive.
     *
     * @param from a channel, or null for a case that is never taken
     * @param body gets what was received: a value, or the word that the channel is closed and drained
     */
    public <T> Select receive(@Nullable Channel<T> from, Consumer<? super Received<T>> body) {
        if (from == null) {
            bodies.add(() -> {});
        } else {
            SelectCase.Receive<T> receive = new SelectCase.Receive<>(bodies.size(), from);
            cases.add(receive);
            bodies.add(() -> body.accept(receive.got()));
        }
        return this;
    }

    /**
     * Adds a send, which fails if it is taken when the channel is closed.
     *
     * @param to a channel, or null for a case that is never taken
     */
    public <T> Select send(@Nullable Channel<T> to, T value, Runnable body) {
        if (to != null) {
            cases.add(new SelectCase.Send<>(bodies.size(), to, value));
        }
        bodies.add(body);
        return this;
    }

    /** Adds what is done if nothing else could be for a time. */
    public Select after(long nanos, Runnable body) {
        if (nanos < 0 || nanos > Durations.MAX_NANOS) {
            throw new IllegalArgumentException("a timeout must be 0 to 86400s, but was " + nanos + "ns");
        }
        if (timeoutNanos == FOR_EVER || nanos < timeoutNanos) {
            timeout = bodies.size();
            timeoutNanos = nanos;
        }
        bodies.add(body);
        return this;
    }

    /** Adds what is done if nothing else can be at once: Go's {@code default}. */
    public Select otherwise(Runnable body) {
        otherwise = bodies.size();
        bodies.add(body);
        return this;
    }

    /**
     * Takes one of the cases, and runs its body.
     *
     * @return the number of the case that was taken, from 0 in the order in which they were added
     * @throws ChannelClosedException if that was a send and the channel is closed
     */
    public int run() {
        int me = kernel.touch();
        int taken = NONE;
        try {
            cases.forEach(one -> one.prepare(me));
            taken = choose(me);
        } finally {
            for (SelectCase<?> one : cases) {
                if (one.index != taken) {
                    one.undo(me);
                }
            }
        }
        bodies.get(taken).run();
        return taken;
    }

    private int choose(int me) {
        int taken = atOnce(me);
        if (taken != NONE) {
            return taken;
        }
        if (otherwise != NONE) {
            return otherwise;
        }
        if (timeoutNanos == 0) {
            return timeout;
        }
        return await(me, waitable());
    }

    private int atOnce(int me) {
        kernel.enter();
        try {
            return takeReady(me);
        } finally {
            kernel.exit();
        }
    }

    /** Takes one of those that are ready, within a step. */
    private int takeReady(int me) {
        int ready = 0;
        for (SelectCase<?> one : cases) {
            ready += one.isReady() ? 1 : 0;
        }
        if (ready == 0) {
            return NONE;
        }
        int drawn = ready == 1 ? 0 : kernel.draw(ready);
        for (SelectCase<?> one : cases) {
            if (one.isReady() && drawn-- == 0) {
                one.takeNow(me);
                return one.index;
            }
        }
        throw new IllegalStateException("a case was ready and isn't any more, in one step");
    }

    private int await(int me, Waitable on) {
        kernel.enter();
        try {
            // Since it was looked at another task may have come.
            int taken = takeReady(me);
            return taken == NONE ? block(me, on) : taken;
        } finally {
            kernel.exit();
        }
    }

    private int block(int me, Waitable on) {
        Exchange<?>[] waiting = new Exchange<?>[cases.size()];
        for (int i = 0; i < waiting.length; i++) {
            waiting[i] = cases.get(i).await(me);
            waiting[i].together = waiting;
        }
        if (timeoutNanos == FOR_EVER) {
            kernel.block(WaitKind.SELECT, on);
        } else if (!kernel.block(WaitKind.SELECT, on, timeoutNanos, () -> withdraw(waiting))) {
            return timeout;
        }
        for (int i = 0; i < waiting.length; i++) {
            if (waiting[i].over) {
                cases.get(i).finish();
                return cases.get(i).index;
            }
        }
        throw new IllegalStateException("a select was woken, but none of its cases came about");
    }

    private static void withdraw(Exchange<?>[] waiting) {
        for (Exchange<?> one : waiting) {
            one.withdraw();
        }
    }

    /** Returns what the caller waits for: the one channel there is, or a choice among several. */
    private Waitable waitable() {
        List<Waitable> channels =
                cases.stream().map(one -> one.channel.waitable).distinct().toList();
        if (channels.size() == 1) {
            return channels.getFirst();
        }
        String names = channels.stream().limit(NAMES).map(Waitable::name).collect(Collectors.joining(", "));
        String name = channels.isEmpty()
                ? "without cases"
                : "among " + names + (channels.size() > NAMES ? ", and " + (channels.size() - NAMES) + " more" : "");
        return waitables.computeIfAbsent(name, words -> kernel.waitable(ObjectInfo.of(ObjectKind.SELECT, words)));
    }
}
