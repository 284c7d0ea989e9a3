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

    /** Makes a thread, which is started later. */
    interface Maker {
        Thread unstarted(String name, Runnable body);
    }

    private final ThreadKind kind;
    private final Maker maker;
    private final int maxThreads;
    private final int maxTasks;
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
        return switch (kind) {
            case PLATFORM -> new TaskThreads(kind, TaskThreads::platform, MAX_PLATFORM_THREADS, MAX_TASKS);
            case VIRTUAL -> new TaskThreads(kind, TaskThreads::virtual, Integer.MAX_VALUE, MAX_TASKS);
        };
    }

    private static Thread platform(String name, Runnable body) {
        return Thread.ofPlatform().daemon().name(name).unstarted(body);
    }

    private static Thread virtual(String name, Runnable body) {
        return Thread.ofVirtual().name(name).unstarted(body);
    }

    ThreadKind kind() {
        return kind;
    }

    /** Checks that a run may have a task with an id, which come from 0 without gaps. */
    void checkTask(int id) {
        if (id > maxTasks) {
            throw ExhaustedException.tasks(maxTasks);
        }
    }

    /** Makes a thread, to be {@link #start started} at once. */
    Thread unstarted(String name, Runnable body) {
        if (alive.get() >= maxThreads) {
            throw ExhaustedException.threads(maxThreads);
        }
        try {
            return maker.unstarted(name, body);
        } catch (OutOfMemoryError e) {
            throw exhausted(e);
        }
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

    /** Returns what to say of an error that came because something ran out. */
    ExhaustedException exhausted(OutOfMemoryError error) {
        HeapReserve.release();
        return ExhaustedException.memory(error, kind, alive.get());
    }
}
