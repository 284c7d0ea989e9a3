package org.coreograph.viewmodel;

import java.util.List;
import org.coreograph.analysis.RunReport;
import org.coreograph.engine.Engine;
import org.coreograph.engine.Run;
import org.coreograph.gallery.Gallery;
import org.coreograph.model.RunEnd;
import org.coreograph.model.RunRequest;
import org.coreograph.trace.TraceRecorder;

/** Runs gallery programs on the engine. Thread-safe. */
public final class EngineRuns implements RunStarter {
    private final Engine engine;
    private final Gallery gallery;

    public EngineRuns(Engine engine, Gallery gallery) {
        this.engine = engine;
        this.gallery = gallery;
    }

    @Override
    public LiveRun start(RunRequest request) throws InterruptedException {
        TraceRecorder recorder = new TraceRecorder(request.settings().cores());
        String title = gallery.find(request.program()).title();
        Run run = engine.start(gallery.create(request), request.settings(), recorder);
        return new Recorded(request, title, run, recorder);
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
