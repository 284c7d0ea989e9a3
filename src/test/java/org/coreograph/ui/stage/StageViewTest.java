package org.coreograph.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.stage.Stage;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.Durations;
import org.coreograph.model.Settings;
import org.coreograph.picture.Palette;
import org.coreograph.picture.Typeface;
import org.coreograph.testkit.Runs;
import org.coreograph.viewmodel.PlaySpeed;
import org.coreograph.viewmodel.Playback;
import org.coreograph.viewmodel.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class StageViewTest {
    private static final long MILLI = Durations.MILLI;

    private StageView view;

    @Start
    void start(Stage stage) {
        view = new StageView(new Typeface());
        stage.setScene(new Scene(view, 800, 200));
        stage.show();
    }

    private static RunReport run(int cores) {
        return Runs.run(
                machine -> {
                    machine.start("A", () -> machine.compute(20 * MILLI));
                    machine.start("B", () -> machine.compute(20 * MILLI));
                },
                Settings.DEFAULTS.withCores(cores).withQuantumNanos(10 * MILLI).withSwitchCostNanos(0));
    }

    private boolean show(Shown shown, long atNanos, long nowNanos) {
        Playback playback = new Playback(atNanos, false, new PlaySpeed(0), true);
        return view.show(shown, playback, Palette.LIGHT, nowNanos);
    }

    /** While many cores are measured their run is another one in each frame, and the one-core run the same. */
    @Test
    void tokensOfARunThatStaysArriveWhileTheOtherChanges(FxRobot robot) {
        RunReport one = run(1);
        robot.interact(() -> {
            assertThat(show(new Shown(one, run(2), null), 5 * MILLI, 0)).isFalse();
            Shown later = new Shown(one, run(3), null);
            assertThat(show(later, 15 * MILLI, MILLI)).isTrue();
            assertThat(show(later, 15 * MILLI, MILLI + StageMotion.LENGTH_NANOS))
                    .isFalse();
        });
    }
}
