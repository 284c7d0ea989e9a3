package org.coreograph.viewmodel;

import java.util.List;
import org.coreograph.analysis.RunReport;
import org.coreograph.engine.Engine;
import org.coreograph.engine.LineWatch;
import org.coreograph.engine.Run;
import org.coreograph.gallery.Gallery;
import org.coreograph.gallery.Sources;
import org.coreograph.model.Outcome;
import org.coreograph.model.RunEnd;
import org.coreograph.model.RunRequest;
import org.coreograph.trace.LineRecorder;
import org.coreograph.trace.TraceRecorder;
import org.coreograph.viewmodel.code.FoundLines;
import org.coreograph.viewmodel.code.LineFinder;
import org.jspecify.annotations.Nullable;

/** Runs gallery programs on the engine; runs that only look for lines give way to all others. Thread-safe. */
public final class EngineRuns implements RunStarter, LineFinder {
    private final Engine engine;
    private final Gallery gallery;

    private final Object lock = new Object();
    /** How many runs were wanted that are to be shown. */
    private int starts;
    /** The run that looks for lines, or null. */
    private @Nullable Run watched;

    public EngineRuns(Engine engine, Gallery gallery) {
        this.engine = engine;
        this.gallery = gallery;
    }

    @Override
    public LiveRun start(RunRequest request) throws InterruptedException {
        synchronized (lock) {
            starts++;
            if (watched != null) {
                watched.stop();
            }
        }
        TraceRecorder recorder = new TraceRecorder(request.settings().cores());
        String title = gallery.find(request.program()).title();
        Run run = engine.start(gallery.create(request), request.settings(), recorder);
        return new Recorded(request, title, run, recorder);
    }

    @Override
    public FoundLines find(RunRequest request) throws InterruptedException {
        int before;
        synchronized (lock) {
            before = starts;
        }
        LineRecorder lines = new LineRecorder();
        LineWatch watch = new LineWatch(Sources.outermost(gallery.find(request.program())), lines);
        TraceRecorder recorder = new TraceRecorder(request.settings().cores());
        Run run = engine.startWatched(gallery.create(request), request.settings(), recorder, watch);
        synchronized (lock) {
            watched = run;
            if (starts != before) {
                run.stop();
            }
        }
        RunEnd end = run.await();
        recorder.finish(end);
        synchronized (lock) {
            watched = null;
            if (end.outcome() == Outcome.STOPPED) {
                return starts != before
                        ? new FoundLines.GaveWay()
                        : new FoundLines.Unknown(String.valueOf(end.reason()));
            }
        }
        return lines.full()
                ? new FoundLines.Unknown("Lines change too often in this run to be followed: more than "
                        + LineRecorder.MAX_CHANGES + " times.")
                : new FoundLines.Known(lines.lines());
    }

    private record Recorded(RunRequest request, String title, Run run, TraceRecorder recorder) implements LiveRun {
        @Override
        public void stop() {
            run.stop();
        }

        @Override
        public boolean setCores(int cores) {
            return run.setCores(cores);
        }

        @Override
        public List<String> unresponsive() {
            return run.unresponsive();
        }

        @Override
        public boolean isOver() {
            return run.isOver();
        }

        @Override
        public RunReport snapshot() {
            return RunReport.of(request, title, recorder.snapshot(run.nowNanos()), null);
        }

        @Override
        public RunReport await() throws InterruptedException {
            RunEnd end = run.await();
            return RunReport.of(request, title, recorder.finish(end), end);
        }
    }
}
