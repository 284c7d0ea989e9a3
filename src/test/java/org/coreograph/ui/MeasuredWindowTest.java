package org.coreograph.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.stage.Stage;
import org.coreograph.model.Clock;
import org.coreograph.model.Durations;
import org.coreograph.testkit.HeldRuns;
import org.coreograph.testkit.WindowHandle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class MeasuredWindowTest {
    private final HeldRuns runs = new HeldRuns();
    private WindowHandle window;

    @Start
    void open(Stage stage) {
        window = WindowHandle.open(stage, runs);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void simulate() {
        runs.next().finish(2 * Durations.SECOND);
        runs.next().finish(Durations.SECOND);
        window.settle();
    }

    @Test
    void threadKindIsOfferedOnlyUnderTheMeasuredClock() {
        simulate();
        assertThat(window.sees("virtual")).isFalse();
        window.clickOn("measured");
        runs.next().finish(Durations.SECOND);
        runs.next().finish(Durations.SECOND);
        window.settle();
        assertThat(window.sees("virtual")).isTrue();
    }

    /** Measures, up to a run on two cores that goes on. */
    private HeldRuns.Held measureTwo() {
        simulate();
        window.clickOn("measured");
        runs.next().finish(Durations.SECOND);
        HeldRuns.Held many = runs.next();
        many.reach(100 * Durations.MILLI);
        window.await(
                "the run to be seen", () -> window.picture().runs().getLast().endNanos() == 100 * Durations.MILLI);
        return many;
    }

    @Test
    void coresOfTheRunUnderWayChangeWithTheSlider() {
        HeldRuns.Held many = measureTwo();
        window.change(bench -> bench.setCores(4));
        assertThat(many.coresAsked()).containsExactly(4);
        many.finish(Durations.SECOND);
        window.awaitMessage("Cores changed while it ran").settle();
        assertThat(window.number("speed-up")).isEqualTo("–");
        assertThat(window.number("ratio")).isEqualTo("–");
        assertThat(window.number("lost")).isEqualTo("2 to 4 cores: not available");
        assertThat(window.number("lost-one")).isEqualTo("1 core: not available");
    }

    @Test
    void moreCoresThanProcessorsAreNotedUnderTheMeasuredClockAlone() {
        simulate();
        assertThat(window.number("crowded")).isEmpty();
        window.change(bench -> bench.setCores(4));
        runs.next().finish(Durations.SECOND);
        window.settle();
        assertThat(window.number("crowded")).isEmpty();
        window.change(bench -> bench.setClock(Clock.MEASURED));
        runs.next().finish(Durations.SECOND);
        runs.next().finish(Durations.SECOND);
        window.settle();
        assertThat(window.number("crowded")).isEqualTo("more cores than this machine's 2 processors");
    }

    @Test
    void nothingIsLostInSimulatedRuns() {
        simulate();
        assertThat(window.sees("lost")).isFalse();
    }

    @Test
    void taskThatMakesNoCallIsNamedWhileItGoesOn() {
        HeldRuns.Held many = measureTwo();
        many.lose("A makes no call", "B makes no call", "C makes no call", "D makes no call");
        window.await("the tasks to be named", () -> window.sees("unresponsive"));
        assertThat(window.number("unresponsive"))
                .isEqualTo("A makes no call\nB makes no call\nC makes no call\nand 1 more");
        many.finish(Durations.SECOND);
        window.settle();
        assertThat(window.sees("unresponsive")).isFalse();
    }

    @Test
    void measuredRunIsSeenWhileItGoesOnAndCanBeStopped() {
        simulate();
        window.clickOn("measured");
        HeldRuns.Held one = runs.next();
        one.reach(700 * Durations.MILLI);
        window.await(
                "the run to be seen", () -> window.picture().runs().getFirst().endNanos() == 700 * Durations.MILLI);
        assertThat(window.sees("stop")).isTrue();
        assertThat(window.sees("again")).isFalse();

        window.click("stop").awaitMessage("Stopped");

        assertThat(one.stopped()).isTrue();
        assertThat(window.sees("stop")).isFalse();
        assertThat(window.sees("again")).isTrue();
    }
}
