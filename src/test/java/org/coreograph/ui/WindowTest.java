package org.coreograph.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.Durations;
import org.coreograph.model.PolicyKind;
import org.coreograph.model.RuntimeKind;
import org.coreograph.model.SettingName;
import org.coreograph.model.Settings;
import org.coreograph.testkit.WindowHandle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class WindowTest {
    private WindowHandle window;

    @Start
    void open(Stage stage) {
        window = WindowHandle.open(stage);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void firstScreenShowsOneCoreAboveTwoWithNoClick() {
        window.settle();
        assertThat(window.picture().runs()).extracting(RunReport::cores).containsExactly(1, 2);
        assertThat(window.coresTitle()).isEqualTo("Cores: 2");
        assertThat(window.number("time")).isEqualTo("1.000 s");
        assertThat(window.number("time-one")).isEqualTo("2.000 s");
        assertThat(window.number("ratio")).isEqualTo("2.00×");
        assertThat(window.number("code")).isEqualTo("unchanged");
    }

    @Test
    void draggedSliderRunsAgainAndTheRunBeforeStaysAsGhost() {
        window.settle().pressCores(4, 16);
        assertThat(window.picture().runs().getLast().cores()).isEqualTo(16);
        window.letGo();
        assertThat(window.coresTitle()).isEqualTo("Cores: 16");
        assertThat(Objects.requireNonNull(window.picture().ghost()).cores()).isEqualTo(2);
    }

    @Test
    void everyNumberOfCoresIsReachedFromTheKeyboard() {
        window.settle().focusCores();
        for (int cores = 3; cores <= 9; cores++) {
            window.press(KeyCode.RIGHT);
            assertThat(window.coresTitle()).isEqualTo("Cores: " + cores);
        }
        window.press(KeyCode.END).settle();
        assertThat(window.picture().runs().getLast().cores()).isEqualTo(64);
        window.press(KeyCode.PAGE_DOWN);
        assertThat(window.coresTitle()).isEqualTo("Cores: 32");
        window.press(KeyCode.HOME).settle();
        assertThat(window.coresTitle()).isEqualTo("Cores: 1");
    }

    @Test
    void spacePlaysAndPauses() {
        window.settle().focusCores().press(KeyCode.SPACE);
        assertThat(window.playing()).isTrue();
        window.press(KeyCode.SPACE);
        assertThat(window.playing()).isFalse();
    }

    @Test
    void arrowsStepWhereNothingElseWantsThem() {
        window.settle().focusCores().press(KeyCode.HOME);
        window.click("to-start");
        assertThat(window.state().playback().playheadNanos()).isZero();
        window.click("step");
        assertThat(window.state().playback().playheadNanos()).isEqualTo(50 * Durations.MILLI);
    }

    @Test
    void zoomKeysChangeTheRangeAndZeroShowsAll() {
        window.settle().focusCores().press(KeyCode.PLUS);
        assertThat(window.state().range().fitted()).isFalse();
        window.press(KeyCode.DIGIT0);
        assertThat(window.state().range().fitted()).isTrue();
    }

    @Test
    void badParameterIsToldByItsFieldAndThePictureStays() {
        window.settle().type("count", "-5");
        assertThat(window.trouble("count")).contains("count").contains("'-5'");
        window.settle();
        assertThat(window.picture().runs().getLast().endNanos()).isEqualTo(Durations.SECOND);

        window.type("count", "500000000").settle();
        assertThat(window.trouble("count")).isEmpty();
        assertThat(window.picture().runs().getLast().endNanos()).isEqualTo(Durations.SECOND / 2);
    }

    @Test
    void settingsWithoutAPlaceOfTheirOwnAreBesideTheirButton() {
        window.settle().toggleSettings();
        window.set("seed", "7").set("cost-spawn", "3us").setChoice("runtime", RuntimeKind.GO);

        Settings settings = window.state().setup().settings();
        assertThat(settings.seed()).isEqualTo(7);
        assertThat(settings.number(SettingName.COST_SPAWN)).isEqualTo(3 * Durations.MICRO);
        assertThat(settings.policy()).isEqualTo(PolicyKind.WORK_STEALING);
        window.settle();
        assertThat(window.picture().runs().getLast().request().settings()).isEqualTo(settings);
    }

    @Test
    void badSettingIsToldBelowItsFieldAndChangesNothing() {
        window.settle().toggleSettings();
        window.set("mlfq-boost", "soon");
        assertThat(window.settingTrouble("mlfq-boost")).contains("mlfq.boost").contains("'soon'");
        assertThat(window.state().setup().settings().set()).isEmpty();

        window.set("mlfq-boost", "1s");
        assertThat(window.settingTrouble("mlfq-boost")).isEmpty();
        assertThat(window.state().setup().settings().number(SettingName.MLFQ_BOOST))
                .isEqualTo(Durations.SECOND);
    }

    @Test
    void choiceAmongNamesIsMadeFromAList() {
        window.settle().choose("Counter").choose("guard", "A mutex");

        assertThat(window.state().setup().request().arguments()).containsExactly(Map.entry("guard", "mutex"));
        assertThat(window.picture().runs())
                .extracting(run -> Objects.requireNonNull(run.end()).result().get("counter"))
                .containsExactly(2_000L, 2_000L);
    }

    @Test
    void keysTypedIntoAFieldAreNoShortcuts() {
        window.settle().type("count", "1 0+");
        assertThat(window.playing()).isFalse();
        assertThat(window.state().range().fitted()).isTrue();
        assertThat(window.trouble("count")).contains("'1 0+'");
    }

    @Test
    void presentationShowsTheRunOnOneCoreOnce() {
        window.settle()
                .ask(workbench -> workbench.setCores(1))
                .press(KeyCode.F11)
                .settle();
        assertThat(window.picture().runs()).hasSize(1);
        window.ask(workbench -> workbench.setCores(2));
        assertThat(window.picture().runs()).hasSize(2);
    }

    @Test
    void presentationShowsThePictureTheSliderAndOneSentence() {
        window.settle().press(KeyCode.F11);
        assertThat(window.sentence()).isEqualTo("One core takes turns. Two run side by side.");
        assertThat(window.picture().presentation()).isTrue();
        assertThat(window.sees("program")).isFalse();
        assertThat(window.sees("quantum")).isFalse();

        window.focusCores().press(KeyCode.RIGHT).settle();
        assertThat(window.picture().runs().getLast().cores()).isEqualTo(3);

        window.press(KeyCode.ESCAPE);
        assertThat(window.sentence()).isEmpty();
        assertThat(window.sees("program")).isTrue();
        assertThat(window.picture().presentation()).isFalse();
    }

    @Test
    void lensIsTurnedOnWithAKey() {
        window.settle().focusCores().press(KeyCode.L).settle();
        assertThat(window.picture().lensNanos()).isEqualTo(125 * Durations.MILLI);
        assertThat(window.number("apparent-one")).isEqualTo("2.000");
        assertThat(window.number("pace-one")).isEqualTo("50 %");
    }

    @Test
    void everyProgramOfTheGalleryCanBeShown() {
        window.settle();
        for (String title : new String[] {"Jobs", "Array split", "Ping-pong", "Two loops"}) {
            assertThat(window.choose(title).picture().runs().getFirst().title()).isEqualTo(title);
        }
    }
}
