package org.coreograph.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.coreograph.analysis.RunReport;
import org.coreograph.engine.Engine;
import org.coreograph.engine.Run;
import org.coreograph.model.Outcome;
import org.coreograph.model.RunEnd;
import org.coreograph.model.RunRequest;
import org.coreograph.model.Settings;
import org.coreograph.program.Program;
import org.coreograph.trace.TraceRecorder;

/** Runs programs for tests. */
public final class Runs {
    private Runs() {}

    /** Runs a program to its end. */
    public static RunReport run(Program program, Settings settings) {
        return run(program, settings, new TraceRecorder(settings.cores()));
    }

    /** Runs a program that must complete, and checks what always holds. */
    public static RunReport completed(Program program, Settings settings) {
        RunReport report = run(program, settings);
        Invariants.hold(report);
        assertThat(report.end().reason()).isNull();
        assertThat(report.end().outcome()).isEqualTo(Outcome.COMPLETED);
        return report;
    }

    /** Runs a program to its end, with a recorder that the test chose. */
    public static RunReport run(Program program, Settings settings, TraceRecorder recorder) {
        try {
            Run run = new Engine().start(program, settings, recorder);
            RunEnd end = run.await();
            return RunReport.of(new RunRequest("test", Map.of(), settings), "Test", recorder.finish(end), end);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
