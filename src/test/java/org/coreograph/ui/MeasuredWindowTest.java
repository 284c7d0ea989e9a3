package org.coreograph.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.stage.Stage;
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
