package org.coreograph.engine;

import java.util.concurrent.atomic.AtomicInteger;
import org.coreograph.model.ThreadKind;

/**
 * Makes the threads of a run's tasks, and knows how many there are. What it can't make is an
 * {@link ExhaustedException}, which ends the run. Thread-safe.
 */
final class TaskThreads {
    /**
     * How many platform threads a run has at once. The operating system may give more, but near its own limit (of
     * memory maps, on Linux) it isn't the run alone that fails: the JVM can't make a thread or grow its heap either.
     */
    static final int MAX_PLATFORM_THREADS = 16_000;

    /** How many tasks a run has, besides main, ended ones included: a loop that starts tasks without end comes to one. */
    static final int MAX_TASKS = 2_000_000;

    /**
     * After how many more tasks, and threads, it is tried whether there is memory to go on and to show what happened; and
     * after which share of those that there are, since each time may take a collection of all garbage.
     */
    private static final int A_PROBE = 128;

    private static final int SHARE_A_PROBE = 32;

    /** How much memory there has to be: a little to go on, and so much for each task in what shows the run. */
    private static final long PROBED_BYTES = 4 << 20;

    private static final long PROBED_BYTES_A_TASK = 1_000;

    /** Makes a thread, which is started later. */
    interface Maker {
        Thread unstarted(String name, Runnable body);
    }

    private final ThreadKind kind;
    private final Maker maker;
    private final int maxThreads;
    private final int maxTasks;
    // How many there have been; a hint, since two threads may count at once.
    private volatile int tasks;
    private int threads;
    private int nextTaskProbe;
    private int nextThreadProbe;

    private final AtomicInteger alive = new AtomicInteger();

    /**
     * @param maxThreads how many threads there are at once
     * @param maxTasks how many tasks there are, besides main
     */
    TaskThreads(ThreadKind kind, Maker maker, int maxThreads, int maxTasks) {
        this.kind = kind;
        this.maker = maker;
        this.maxThreads = maxThreads;
        this.maxTasks = maxTasks;
    }

    static TaskThreads of(ThreadKind kind) {
        int maxThreads = switch (kind) {
            case PLATFORM -> MAX_PLATFORM_THREADS;
            case VIRTUAL -> Integer.MAX_VALUE;
        };
        return new TaskThreads(kind, (name, body) -> make(kind, name, body), maxThreads, MAX_TASKS);
    }

    /** Makes a thread of a kind, to be started later. */
    static Thread make(ThreadKind kind, String name, Runnable body) {
        return switch (kind) {
            case PLATFORM -> Thread.ofPlatform().daemon().name(name).unstarted(body);
            case VIRTUAL -> Thread.ofVirtual().name(name).unstarted(body);
        };
    }

    ThreadKind kind() {
        return kind;
    }

    /** Checks that a run may have a task with an id, which come from 0 without gaps. */
    void checkTask(int id) {
        if (id > maxTasks) {
            throw ExhaustedException.tasks(maxTasks);
        }
        tasks = id;
        if (id >= nextTaskProbe) {
            probe();
            nextTaskProbe = after(id);
        }
    }

    /** Makes a thread, to be {@link #start started} at once. */
    Thread unstarted(String name, Runnable body) {
        if (alive.get() >= maxThreads) {
            throw ExhaustedException.threads(maxThreads);
        }
        try {
            if (threads++ >= nextThreadProbe) {
                probe();
                nextThreadProbe = after(threads);
            }
            return maker.unstarted(name, body);
        } catch (OutOfMemoryError e) {
            throw exhausted(e);
        }
    }

    private void probe() {
        HeapReserve.probe(PROBED_BYTES + tasks * PROBED_BYTES_A_TASK);
    }

    private static int after(int count) {
        return count + A_PROBE + count / SHARE_A_PROBE;
    }

    /** Starts a thread, which says when it {@link #ended}. */
    void start(Thread thread) {
        alive.getAndIncrement();
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            alive.getAndDecrement();
            throw exhausted(e);
        }
    }

    /** Notes that a thread's body is over. */
    void ended() {
        alive.getAndDecrement();
    }

    /** Returns how many threads there are. */
    int alive() {
        return alive.get();
    }

    /** Returns what to say of an error that came because something ran out. */
    ExhaustedException exhausted(OutOfMemoryError error) {
        HeapReserve.release();
        return ExhaustedException.memory(error, kind, alive.get());
    }
}
