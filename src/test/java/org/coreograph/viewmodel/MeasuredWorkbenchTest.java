package org.coreograph.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.coreograph.model.Clock;
import org.coreograph.model.Durations;
import org.coreograph.model.Outcome;
import org.coreograph.testkit.Bench;
import org.coreograph.testkit.HeldRuns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the measured clock does differently: it takes its time, and is watched meanwhile. */
class MeasuredWorkbenchTest {
    private final HeldRuns runs = new HeldRuns();
    private final Bench bench = new Bench(runs);
    private final Workbench workbench = bench.workbench();

    @BeforeEach
    void simulateFirst() {
        workbench.open();
        runs.next().finish(2 * Durations.SECOND);
        runs.next().finish(Durations.SECOND);
        bench.settle();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private RunStatus.Running awaitRunning(int cores, long atLeastNanos) {
        while (true) {
            if (bench.state().run() instanceof RunStatus.Running running
                    && running.cores() == cores
                    && running.elapsedNanos() >= atLeastNanos) {
                return running;
            }
            bench.nextFrame();
        }
    }

    @Test
    void runGrowsOnTheScreen() {
        workbench.setClock(Clock.MEASURED);
        HeldRuns.Held one = runs.next();
        one.reach(300 * Durations.MILLI);

        RunStatus.Running running = awaitRunning(1, 300 * Durations.MILLI);

        assertThat(running.boundNanos()).isEmpty();
        assertThat(bench.state().shown().one().end()).isNull();
        assertThat(bench.state().shown().one().endNanos()).isEqualTo(300 * Durations.MILLI);
        assertThat(bench.state().shown().many().endNanos()).isZero();
        assertThat(bench.state().playback().playheadNanos()).isEqualTo(300 * Durations.MILLI);
        one.finish(Durations.SECOND);

        HeldRuns.Held many = runs.next();
        many.reach(100 * Durations.MILLI);
        running = awaitRunning(2, 100 * Durations.MILLI);
        assertThat(running.boundNanos()).hasValue(Durations.SECOND);
        many.finish(500 * Durations.MILLI);
        bench.settle();

        assertThat(bench.state().timeRatio()).hasValue(2);
        assertThat(runs.overlapped()).isFalse();
    }

    @Test
    void simulatedRunIsNoGhostOfAMeasuredOne() {
        workbench.setClock(Clock.MEASURED);
        runs.next().finish(Durations.SECOND);
        runs.next().finish(Durations.SECOND);
        bench.settle();
        assertThat(bench.state().shown().ghost()).isNull();
    }

    @Test
    void stopShowsWhatHadHappenedAndSaysSo() {
        workbench.setClock(Clock.MEASURED);
        HeldRuns.Held one = runs.next();
        one.reach(300 * Durations.MILLI);
        awaitRunning(1, 300 * Durations.MILLI);

        workbench.stop();
        bench.settle();

        assertThat(one.stopped()).isTrue();
        assertThat(bench.state().shown().one().endNanos()).isEqualTo(300 * Durations.MILLI);
        assertThat(Objects.requireNonNull(bench.state().message()).text()).startsWith("Stopped");
        assertThat(runs.cores()).containsExactly(1, 2, 1);
    }

    @Test
    void runThatFailsIsShownAndToldAndTheNextOneRuns() {
        workbench.setCores(3);
        runs.next().fail(Outcome.DEADLOCK, 700);
        bench.settle();
        assertThat(bench.state().shown().many().endNanos()).isEqualTo(700);
        assertThat(bench.state().message()).isEqualTo(Message.trouble("3 cores: deadlock, for a reason"));

        workbench.setCores(4);
        runs.next().finish(500);
        bench.settle();
        assertThat(bench.state().message()).isNull();
    }

    @Test
    void nothingIsMeasuredUntilTheDragIsOver() {
        workbench.setClock(Clock.MEASURED);
        runs.next().finish(Durations.SECOND);
        runs.next().finish(Durations.SECOND);
        bench.settle();

        workbench.beginGesture();
        workbench.setCores(3);
        workbench.setCores(4);
        bench.settle();
        assertThat(runs.cores()).containsExactly(1, 2, 1, 2);
        workbench.endGesture();

        HeldRuns.Held run = runs.next();
        assertThat(run.request().settings().cores()).isEqualTo(4);
        run.finish(Durations.SECOND / 2);
        bench.settle();
        assertThat(Objects.requireNonNull(bench.state().shown().ghost()).cores())
                .isEqualTo(2);
    }

    private HeldRuns.Held measuringTwo() {
        workbench.setClock(Clock.MEASURED);
        runs.next().finish(Durations.SECOND);
        HeldRuns.Held many = runs.next();
        many.reach(100 * Durations.MILLI);
        awaitRunning(2, 100 * Durations.MILLI);
        return many;
    }

    @Test
    void runUnderWayTakesAnotherNumberOfCoresAsItGoes() {
        HeldRuns.Held many = measuringTwo();

        workbench.beginGesture();
        workbench.setCores(3);
        workbench.setCores(4);
        workbench.endGesture();

        assertThat(many.coresAsked()).containsExactly(3, 4);
        assertThat(awaitRunning(4, 0).cores()).isEqualTo(4);
        assertThat(many.stopped()).isFalse();
        many.finish(Durations.SECOND);
        bench.settle();
        assertThat(runs.cores()).containsExactly(1, 2, 1, 2);
        assertThat(bench.state().timeRatio()).isEmpty();
        assertThat(bench.state().many().speedUp()).isEmpty();
        assertThat(Objects.requireNonNull(bench.state().message()).text()).startsWith("Cores changed while it ran");
    }

    @Test
    void anotherNumberOfCoresBesidesAnotherSettingIsMeasuredAnew() {
        HeldRuns.Held many = measuringTwo();
        workbench.setQuantum(Durations.MILLI);
        workbench.setCores(3);
        many.awaitOver();
        assertThat(many.coresAsked()).isEmpty();
        assertThat(many.stopped()).isTrue();
        HeldRuns.Held again = runs.next();
        while (again.request().settings().quantumNanos() != Durations.MILLI) {
            again = runs.next();
        }
        again.finish(Durations.SECOND);
        runs.next().finish(Durations.SECOND);
        bench.settle();
        assertThat(bench.state().shown().many().cores()).isEqualTo(3);
    }

    @Test
    void runThatTakesNoOtherNumberOfCoresIsMeasuredAnew() {
        runs.refuseCores();
        HeldRuns.Held many = measuringTwo();
        workbench.setCores(3);
        many.awaitOver();
        assertThat(many.stopped()).isTrue();
        assertThat(runs.next().request().settings().cores()).isEqualTo(3);
    }

    @Test
    void runOnOneCoreStaysOnOneAndTheOtherBeginsWithWhatIsWanted() {
        workbench.setClock(Clock.MEASURED);
        HeldRuns.Held one = runs.next();
        awaitRunning(1, 1);

        workbench.setCores(4);

        assertThat(one.coresAsked()).isEmpty();
        while (bench.state().shown().many().cores() != 4) {
            bench.nextFrame();
        }
        assertThat(one.stopped()).isFalse();
        one.finish(Durations.SECOND);
        HeldRuns.Held many = runs.next();
        assertThat(many.request().settings().cores()).isEqualTo(4);
        many.finish(Durations.SECOND / 2);
        bench.settle();
        assertThat(bench.state().timeRatio()).hasValue(2);
    }

    @Test
    void tasksWithoutACallAreToldOfAsLongAsTheyGoOn() {
        HeldRuns.Held many = measuringTwo();
        assertThat(bench.state().unresponsive()).isEmpty();
        many.lose("A makes no call");
        while (bench.state().unresponsive().isEmpty()) {
            bench.nextFrame();
        }
        assertThat(bench.state().unresponsive()).containsExactly("A makes no call");
        many.finish(Durations.SECOND);
        bench.settle();
        assertThat(bench.state().unresponsive()).isEmpty();
    }

    @Test
    void simulatedTasksWithoutACallAreToldOfToo() {
        workbench.setCores(3);
        HeldRuns.Held run = runs.next();
        run.lose("B makes no call");
        while (bench.state().unresponsive().isEmpty()) {
            bench.frameAfter(Durations.MILLI);
        }
        run.finish(1);
        bench.settle();
        assertThat(bench.state().unresponsive()).isEmpty();
    }

    @Test
    void measuringAgainMakesBothRunsAnew() {
        workbench.setClock(Clock.MEASURED);
        runs.next().finish(Durations.SECOND);
        runs.next().finish(Durations.SECOND);
        bench.settle();

        workbench.run();
        runs.next().finish(3 * Durations.SECOND);
        runs.next().finish(2 * Durations.SECOND);
        bench.settle();

        assertThat(runs.cores()).containsExactly(1, 2, 1, 2, 1, 2);
        assertThat(bench.state().shown().one().endNanos()).isEqualTo(3 * Durations.SECOND);
    }

    @Test
    void measuredRunUnderWayWantsNoFramesOfItsOwn() {
        workbench.setClock(Clock.MEASURED);
        HeldRuns.Held one = runs.next();
        awaitRunning(1, 1);
        assertThat(workbench.moving()).isFalse();
        one.finish(1);
    }
}
