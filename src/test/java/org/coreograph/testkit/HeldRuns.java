package org.coreograph.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.EventSink;
import org.coreograph.model.Outcome;
import org.coreograph.model.RunEnd;
import org.coreograph.model.RunRequest;
import org.coreograph.model.SliceEnd;
import org.coreograph.trace.TraceRecorder;
import org.coreograph.viewmodel.LiveRun;
import org.coreograph.viewmodel.RunStarter;

/** Starts runs that go on until a test ends them. Thread-safe. */
public final class HeldRuns implements RunStarter {
    private static final long PATIENCE_SECONDS = 30;

    private final BlockingQueue<Held> started = new LinkedBlockingQueue<>();
    private final List<RunRequest> requests = new ArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean overlapped;
    private volatile boolean takesCores = true;

    @Override
    public LiveRun start(RunRequest request) {
        Held run = new Held(request);
        overlapped |= underWay.incrementAndGet() > 1;
        synchronized (requests) {
            requests.add(request);
        }
        started.add(run);
        return run;
    }

    /** Lets no run take another number of cores while it goes on. */
    public void refuseCores() {
        takesCores = false;
    }

    /** Waits for the next run that is started. */
    public Held next() {
        try {
            Held run = started.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (run == null) {
                throw new AssertionError("no run was started");
            }
            return run;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns of how many cores the runs were that have been started, in order. */
    public List<Integer> cores() {
        synchronized (requests) {
            return requests.stream().map(request -> request.settings().cores()).toList();
        }
    }

    /** Returns whether a run was started before the one before it was over. */
    public boolean overlapped() {
        return overlapped;
    }

    /** Returns a report of a run in which a task ran on core 0 from the start. */
    public static RunReport report(RunRequest request, long endNanos, Outcome outcome) {
        return report(request, recorded(request, endNanos), endNanos, outcome);
    }

    private static RunReport report(RunRequest request, TraceRecorder recorder, long endNanos, Outcome outcome) {
        return RunReport.of(
                request,
                "Held",
                recorder.snapshot(endNanos),
                new RunEnd(
                        outcome,
                        outcome == Outcome.COMPLETED ? null : "for a reason",
                        endNanos,
                        Map.of(),
                        List.of(),
                        Map.of(),
                        List.of(),
                        null));
    }

    private static TraceRecorder recorded(RunRequest request, long endNanos) {
        TraceRecorder recorder = new TraceRecorder(request.settings().cores());
        recorder.declareTask(EventSink.MAIN, EventSink.NONE, "main");
        recorder.declareTask(1, EventSink.MAIN, "A");
        recorder.offCore().arrived(0, 1);
        recorder.core(0).ran(0, 0, endNanos, 1, SliceEnd.ENDED, null, EventSink.NONE, false, false);
        recorder.core(0).ended(endNanos, 1, false);
        return recorder;
    }

    /** A run that goes on until it is told to end. */
    public final class Held implements LiveRun {
        private final RunRequest request;
        private final CountDownLatch over = new CountDownLatch(1);
        private volatile long nowNanos = 1;
        private volatile Outcome outcome = Outcome.COMPLETED;
        private volatile List<String> unresponsive = List.of();
        private final List<Integer> coresAsked = new CopyOnWriteArrayList<>();

        private Held(RunRequest request) {
            this.request = request;
        }

        public RunRequest request() {
            return request;
        }

        /** Lets the run come to its end. */
        public void finish(long endNanos) {
            nowNanos = endNanos;
            end();
        }

        /** Lets the run end otherwise. */
        public void fail(Outcome how, long endNanos) {
            outcome = how;
            finish(endNanos);
        }

        /** Lets the run come so far. */
        public void reach(long nanos) {
            nowNanos = nanos;
        }

        private void end() {
            if (over.getCount() > 0) {
                underWay.decrementAndGet();
            }
            over.countDown();
        }

        @Override
        public void stop() {
            if (over.getCount() > 0) {
                outcome = Outcome.STOPPED;
                end();
            }
        }

        /** Waits until it is over. */
        public void awaitOver() {
            try {
                if (!over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new AssertionError("the run goes on");
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        /** Returns whether somebody stopped it. */
        public boolean stopped() {
            return outcome == Outcome.STOPPED;
        }

        @Override
        public boolean setCores(int cores) {
            if (takesCores) {
                coresAsked.add(cores);
            }
            return takesCores;
        }

        /** Returns the numbers of cores that it was asked for while it went on. */
        public List<Integer> coresAsked() {
            return List.copyOf(coresAsked);
        }

        @Override
        public List<String> unresponsive() {
            return isOver() ? List.of() : unresponsive;
        }

        /** Lets tasks go on without a call. */
        public void lose(String... sentences) {
            unresponsive = List.of(sentences);
        }

        @Override
        public boolean isOver() {
            return over.getCount() == 0;
        }

        @Override
        public RunReport snapshot() {
            return RunReport.of(request, "Held", steered(nowNanos).snapshot(nowNanos), null);
        }

        @Override
        public RunReport await() throws InterruptedException {
            over.await();
            return report(request, steered(nowNanos), nowNanos, outcome);
        }

        /** Returns what a run did in whose first half only the cores were on that it began with, or that were left. */
        private TraceRecorder steered(long endNanos) {
            TraceRecorder recorder = recorded(request, endNanos);
            int began = request.settings().cores();
            for (int cores : coresAsked) {
                for (int core = Math.min(began, cores); core < Math.max(began, cores); core++) {
                    recorder.core(core).off(0, endNanos / 2);
                }
                began = Math.max(began, cores);
            }
            return recorder;
        }
    }
}
