package org.coreograph.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.coreograph.model.Durations;
import org.coreograph.model.Outcome;
import org.coreograph.model.Settings;
import org.coreograph.program.Program;
import org.coreograph.testkit.EveryEngine;
import org.coreograph.trace.TraceRecorder;
import org.junit.jupiter.api.Timeout;

/** Loops that never call the machine, as they are seen while they run. What time it takes to see them is not asserted. */
@Timeout(30)
class UnresponsiveTest {
    private final AtomicBoolean release = new AtomicBoolean();

    private void spin() {
        while (!release.get()) {
            Thread.onSpinWait();
        }
    }

    /** Looks until somebody is told of, lets the loop end, and returns what was said. */
    private List<String> toldOf(Program program, Settings settings) throws InterruptedException {
        Run run = new Engine().start(program, settings, new TraceRecorder(settings.cores()));
        List<String> told;
        try {
            do {
                assertThat(run.await(1)).isFalse();
                told = run.unresponsive();
            } while (told.isEmpty());
        } finally {
            release.set(true);
        }
        assertThat(run.await().outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(run.unresponsive()).isEmpty();
        return told;
    }

    @EveryEngine
    void taskThatNeverCallsIsToldOfWhileItRuns(Settings settings) throws InterruptedException {
        Program program = machine -> {
            machine.start("other", () -> machine.compute(Durations.MICRO));
            machine.start("deaf", this::spin);
        };
        assertThat(toldOf(program, settings.withCores(2)))
                .singleElement()
                .asString()
                .startsWith("task deaf has made");
    }

    @EveryEngine
    void mainThatNeverCallsIsToldOf(Settings settings) throws InterruptedException {
        assertThat(toldOf(machine -> spin(), settings))
                .singleElement()
                .asString()
                .startsWith("task main has made");
    }

    @EveryEngine
    void bodyOfAComputationThatNeverCallsIsToldOf(Settings settings) throws InterruptedException {
        Program program =
                machine -> machine.start("deaf", () -> machine.compute(Durations.MICRO, (Runnable) this::spin));
        assertThat(toldOf(program, settings)).singleElement().asString().startsWith("task deaf has made");
    }

    /** Seconds of looking may pass on a slow machine: a wait is no loop. */
    @EveryEngine
    void taskThatWaitsIsNotToldOf(Settings settings) throws InterruptedException {
        Program program = machine -> {
            machine.start("waits", () -> machine.sleep(Durations.MILLI));
            machine.start("deaf", this::spin);
        };
        assertThat(toldOf(program, settings)).singleElement().asString().contains("deaf");
    }
}
