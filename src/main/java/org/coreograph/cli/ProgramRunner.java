package org.coreograph.cli;

import java.io.PrintStream;
import java.util.List;
import org.coreograph.analysis.RunReport;
import org.coreograph.engine.Engine;
import org.coreograph.engine.Run;
import org.coreograph.gallery.Gallery;
import org.coreograph.gallery.Parameter;
import org.coreograph.model.BadInputException;
import org.coreograph.model.RunEnd;
import org.coreograph.model.RunRequest;
import org.coreograph.trace.TraceRecorder;

/** Runs what was asked for, from its start to its end. */
final class ProgramRunner {
    /** How often one looks for tasks that make no call. */
    private static final long LOOK_MILLIS = 50;

    private final Engine engine;
    private final Gallery gallery;
    private final StopOnExit stopOnExit;
    private final PrintStream err;

    /** @param err gets a line where tasks make no call, once a run */
    ProgramRunner(Engine engine, Gallery gallery, StopOnExit stopOnExit, PrintStream err) {
        this.engine = engine;
        this.gallery = gallery;
        this.stopOnExit = stopOnExit;
        this.err = err;
    }

    /** @throws BadInputException if there is no such program or it can't take its arguments */
    void check(RunRequest request) {
        gallery.create(request);
    }

    /**
     * Returns the names of a program's parameters.
     *
     * @throws BadInputException if there is no such program
     */
    List<String> parameters(String program) {
        return gallery.find(program).parameters().stream().map(Parameter::name).toList();
    }

    /** @throws BadInputException if there is no such program */
    String title(String program) {
        return gallery.find(program).title();
    }

    /**
     * Runs, and waits for the end.
     *
     * @throws BadInputException if there is no such program or it can't take its arguments
     */
    RunReport run(RunRequest request) throws InterruptedException {
        String title = title(request.program());
        stopOnExit.prepare();
        TraceRecorder recorder = new TraceRecorder(request.settings().cores());
        Run run = engine.start(gallery.create(request), request.settings(), recorder);
        stopOnExit.watch(run);
        tellOfUnresponsive(run);
        RunEnd end = run.await();
        return RunReport.of(request, title, recorder.finish(end), end);
    }

    /** Waits for the end of the run, or until tasks were told of that make no call. */
    private void tellOfUnresponsive(Run run) throws InterruptedException {
        while (!run.await(LOOK_MILLIS)) {
            List<String> unresponsive = run.unresponsive();
            if (!unresponsive.isEmpty()) {
                unresponsive.forEach(sentence -> err.println("coreograph: " + sentence));
                return;
            }
        }
    }

    /** Returns whether the program is to end, which stops every run. */
    boolean stopped() {
        return stopOnExit.stopped();
    }
}
