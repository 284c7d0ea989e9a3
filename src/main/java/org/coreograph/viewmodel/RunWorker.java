package org.coreograph.viewmodel;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.Durations;
import org.coreograph.model.Outcome;
import org.coreograph.model.RunRequest;
import org.jspecify.annotations.Nullable;

/**
 * Makes comparisons, one after the other, on a thread of its own.
 *
 * <p>The latest ask wins: one that waits is replaced by a newer one. A simulated comparison under way is finished
 * first, since it is over in a moment and a picture that follows the slider late is better than none; only where it
 * turns out slow is it ended ({@link #endIfOutdated}). A measured one is ended at once, unless it is only to have
 * another number of cores, which it takes while it goes on ({@link #steer}). The one-core run comes before the other,
 * never beside it, and is kept while only the number of cores changes.
 *
 * <p>All fields below the lock are guarded by it; what the thread has to tell is in {@link #news}, which is replaced as
 * a whole. Runs are never waited for with the lock held. All methods are thread-safe.
 */
public final class RunWorker implements AutoCloseable {
    /** After this time a simulated comparison that is out of date isn't worth waiting for. */
    static final long SLOW_NANOS = 250 * Durations.MILLI;

    /** How often a run that goes on is looked at, at most. */
    private static final long LOOK_NANOS = 50 * Durations.MILLI;

    /** Looking at a measured run may take one part in so many of a processor, or it would disturb what it looks at. */
    private static final int LOOK_SHARE = 50;

    private final RunStarter starter;
    private final FrameRequests frames;
    private final LongSupplier ticker;
    private final Thread thread;
    private final AtomicReference<@Nullable RunNews> news = new AtomicReference<>();

    private final Object lock = new Object();
    private @Nullable Ask waiting;
    private @Nullable Ask current;
    private @Nullable LiveRun run;
    /** How far the comparison under way has come. */
    private RunNews.Phase phase = RunNews.Phase.ONE_CORE;

    private long currentSinceNanos;
    private Ending ending = Ending.NONE;
    private boolean closed;

    /** The last one-core run that came to its end; used by the thread alone. */
    private @Nullable RunReport kept;

    /** Why the comparison under way is to end early. */
    private enum Ending {
        NONE,
        /** A newer one is wanted; nobody wants to see what this one did. */
        OUTDATED,
        /** A person stopped it and wants to see how far it came. */
        STOPPED
    }

    private RunWorker(RunStarter starter, FrameRequests frames, LongSupplier ticker) {
        this.starter = starter;
        this.frames = frames;
        this.ticker = ticker;
        thread = Thread.ofPlatform().daemon().name("coreograph-runs").unstarted(this::work);
    }

    /**
     * Makes a worker and starts its thread.
     *
     * @param frames asked for a frame whenever there are news
     * @param ticker tells the time in nanoseconds, from any origin
     */
    public static RunWorker start(RunStarter starter, FrameRequests frames, LongSupplier ticker) {
        RunWorker worker = new RunWorker(starter, frames, ticker);
        worker.thread.start();
        return worker;
    }

    /** Asks for a comparison; one that still waits is forgotten. */
    void submit(Ask ask) {
        synchronized (lock) {
            waiting = ask;
            if (current != null && !(current.simulated() && ask.simulated())) {
                end(Ending.OUTDATED);
            }
            lock.notifyAll();
        }
    }

    /**
     * Changes the number of cores of the measured comparison under way: that of the run on many cores while it goes on,
     * or that which it will start with. The run on one core stays on one, since the other is compared with it.
     *
     * @return the comparison as it is asked for now, or null where there is none that takes it
     */
    @Nullable
    Ask steer(RunRequest request) {
        synchronized (lock) {
            Ask now = current;
            boolean free = now != null && waiting == null && ending == Ending.NONE && !now.simulated();
            if (now == null || !free || !now.sameButForCores(request)) {
                return null;
            }
            int cores = request.settings().cores();
            boolean takes = phase == RunNews.Phase.ONE_CORE || (run != null && run.setCores(cores));
            current = takes ? now.withCores(cores) : now;
            return takes ? current : null;
        }
    }

    /** Ends the comparison under way if a newer one waits and this one turned out slow. */
    void endIfOutdated() {
        synchronized (lock) {
            if (current != null && waiting != null && ticker.getAsLong() - currentSinceNanos > SLOW_NANOS) {
                end(Ending.OUTDATED);
            }
        }
    }

    /**
     * Stops what is under way, and forgets what waits.
     *
     * @return the comparison under way, whose last news are still to come, or null
     */
    @Nullable
    Ask stop() {
        synchronized (lock) {
            waiting = null;
            if (current != null) {
                end(Ending.STOPPED);
            }
            return current;
        }
    }

    /** Says which tasks of the run under way go on without a call; to be asked several times a second. */
    List<String> unresponsive() {
        LiveRun now;
        synchronized (lock) {
            now = run;
        }
        return now == null ? List.of() : now.unresponsive();
    }

    /** Returns the latest news, or null before the first. */
    @Nullable
    RunNews news() {
        return news.get();
    }

    /** Ends what is under way; nothing is run after this. Doesn't wait. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            waiting = null;
            if (current != null) {
                end(Ending.OUTDATED);
            }
            lock.notifyAll();
        }
    }

    private void end(Ending why) {
        ending = why;
        if (run != null) {
            run.stop();
        }
        LockSupport.unpark(thread);
    }

    private void work() {
        try {
            for (Ask ask = take(); ask != null; ask = take()) {
                try {
                    compare(ask);
                } catch (RuntimeException e) {
                    tell(failed(ask, e));
                }
            }
        } catch (InterruptedException e) {
            // Nobody interrupts this thread but to end it.
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Ask take() throws InterruptedException {
        synchronized (lock) {
            current = null;
            run = null;
            while (waiting == null && !closed) {
                lock.wait();
            }
            current = waiting;
            waiting = null;
            ending = Ending.NONE;
            phase = RunNews.Phase.ONE_CORE;
            currentSinceNanos = ticker.getAsLong();
            return current;
        }
    }

    private void compare(Ask first) throws InterruptedException {
        RunReport one = kept;
        if (one == null || first.anew() || !one.request().equals(first.oneCore())) {
            RunReport many = RunNews.notBegun(first.request(), first.title());
            one = perform(first.oneCore(), RunNews.of(first, RunNews.Phase.ONE_CORE, one(first), many));
            if (told(first, one, many)) {
                return;
            }
            kept = one;
        }
        Ask ask = onwards(first);
        if (ask.cores() == 1) {
            tell(RunNews.of(ask, RunNews.Phase.DONE, one, one));
            return;
        }
        RunReport many = RunNews.notBegun(ask.request(), ask.title());
        many = perform(ask.request(), RunNews.of(ask, RunNews.Phase.N_CORES, one, many));
        if (!told(ask, one, many)) {
            tell(RunNews.of(ask, RunNews.Phase.DONE, one, many));
        }
    }

    private static RunReport one(Ask ask) {
        return RunNews.notBegun(ask.oneCore(), ask.title());
    }

    /** Goes on from the run on one core, with the number of cores that is wanted by now. */
    private Ask onwards(Ask ask) {
        synchronized (lock) {
            boolean over = current == null || current.cores() == 1;
            phase = over ? RunNews.Phase.DONE : RunNews.Phase.N_CORES;
            return current == null ? ask : current;
        }
    }

    /** Returns whether the comparison is to end here; if a person stopped it, says how far it came. */
    private boolean told(Ask ask, RunReport one, RunReport many) {
        Ending how;
        synchronized (lock) {
            how = ending;
        }
        return switch (how) {
            case NONE -> false;
            case OUTDATED -> true;
            case STOPPED -> {
                tell(RunNews.of(ask, RunNews.Phase.STOPPED, one, many));
                yield true;
            }
        };
    }

    /** Runs to the end; a measured run is shown while it goes on. */
    private RunReport perform(RunRequest request, RunNews begun) throws InterruptedException {
        synchronized (lock) {
            if (ending != Ending.NONE) {
                return begun.phase() == RunNews.Phase.ONE_CORE ? begun.one() : begun.many();
            }
        }
        tell(begun);
        LiveRun started = starter.start(request);
        synchronized (lock) {
            run = started;
            if (ending != Ending.NONE) {
                started.stop();
            }
        }
        if (!begun.ask().simulated()) {
            watch(started, begun);
        }
        RunReport report = started.await();
        synchronized (lock) {
            run = null;
            // A run that ended just before the stop reached it is as good as any.
            boolean cut = report.end() != null && report.end().outcome() == Outcome.STOPPED;
            if (ending == Ending.STOPPED && !cut && begun.phase() == RunNews.Phase.N_CORES) {
                ending = Ending.NONE;
            }
        }
        return report;
    }

    private void watch(LiveRun started, RunNews begun) {
        while (!started.isOver()) {
            long sinceNanos = ticker.getAsLong();
            RunReport live = started.snapshot();
            long tookNanos = ticker.getAsLong() - sinceNanos;
            tell(asWanted(begun).with(live));
            LockSupport.parkNanos(Math.max(LOOK_NANOS, tookNanos * LOOK_SHARE));
        }
    }

    /** Before the run on many cores begins, another number of them may be wanted than at first. */
    private RunNews asWanted(RunNews begun) {
        synchronized (lock) {
            Ask now = current;
            if (now == null || phase != RunNews.Phase.ONE_CORE || now.equals(begun.ask())) {
                return begun;
            }
            return RunNews.of(now, phase, begun.one(), RunNews.notBegun(now.request(), now.title()));
        }
    }

    private RunNews failed(Ask ask, RuntimeException e) {
        String message = e.getMessage();
        return new RunNews(
                ask,
                RunNews.Phase.FAILED,
                RunNews.notBegun(ask.oneCore(), ask.title()),
                RunNews.notBegun(ask.request(), ask.title()),
                message == null ? e.toString() : message);
    }

    private void tell(RunNews latest) {
        news.set(latest);
        frames.requestFrame();
    }
}
