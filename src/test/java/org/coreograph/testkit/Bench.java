package org.coreograph.testkit;

import org.coreograph.engine.Engine;
import org.coreograph.gallery.Gallery;
import org.coreograph.gallery.Lectures;
import org.coreograph.gallery.Lessons;
import org.coreograph.viewmodel.EngineRuns;
import org.coreograph.viewmodel.RunStarter;
import org.coreograph.viewmodel.RunStatus;
import org.coreograph.viewmodel.RunWorker;
import org.coreograph.viewmodel.Workbench;
import org.coreograph.viewmodel.WorkbenchState;
import org.coreograph.viewmodel.lecture.LectureDesk;
import org.coreograph.viewmodel.lesson.LessonDesk;
import org.coreograph.viewmodel.lesson.LessonSource;

/** A workbench without a window, whose frames a test makes. */
public final class Bench implements AutoCloseable {
    private final ManualTicker ticker = new ManualTicker();
    private final Frames frames = new Frames();
    private final RunWorker worker;
    private final Workbench workbench;

    /** A workbench on the program as it is shipped. */
    public Bench() {
        this(new EngineRuns(new Engine(), new Gallery()));
    }

    public Bench(RunStarter runs) {
        this(runs, () -> Lessons.shipped(new Gallery()));
    }

    /** A workbench with lessons of one's own. */
    public Bench(RunStarter runs, LessonSource lessons) {
        worker = RunWorker.start(runs, frames, ticker);
        LessonDesk desk = new LessonDesk(new Gallery(), lessons, runs::start, frames::requestFrame);
        workbench = new Workbench(
                new Gallery(),
                desk,
                new LectureDesk(new Lectures(new Gallery()), frames::requestFrame),
                worker,
                frames,
                ticker);
    }

    /** Opens it, and waits until the first screen is there. */
    public static Bench opened() {
        Bench bench = new Bench();
        bench.workbench.open();
        bench.settle();
        return bench;
    }

    public Workbench workbench() {
        return workbench;
    }

    public WorkbenchState state() {
        return workbench.state();
    }

    /** Makes a frame some time after the last. */
    public void frameAfter(long nanos) {
        ticker.advance(nanos);
        workbench.frame();
    }

    /** Makes frames, each when it is asked for, until no run goes on and the lessons are read. */
    public void settle() {
        frameAfter(0);
        while (workbench.moving()
                || state().run() instanceof RunStatus.Running
                || state().lesson().loading()) {
            nextFrame();
        }
    }

    /** Waits until a frame is asked for, and makes it. */
    public void nextFrame() {
        frames.await();
        frameAfter(0);
    }

    @Override
    public void close() {
        worker.close();
    }
}
