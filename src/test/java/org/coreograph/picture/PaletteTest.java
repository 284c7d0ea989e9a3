package org.coreograph.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaletteTest {
    /** What WCAG 2.2 asks of small text. */
    private static final double READABLE = 4.5;

    private static Stream<Palette> palettes() {
        return Stream.of(Palette.LIGHT, Palette.DARK);
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void textCanBeReadOnItsGround(Palette palette) {
        for (Colour text :
                new Colour[] {palette.ink(), palette.mutedInk(), palette.accent(), palette.alarm(), palette.dealing()
                }) {
            assertThat(Colour.contrast(text, palette.background())).isGreaterThanOrEqualTo(READABLE);
        }
        for (Palette.Badge badge : new Palette.Badge[] {palette.simulated(), palette.measured()}) {
            assertThat(Colour.contrast(badge.text(), badge.ground())).isGreaterThanOrEqualTo(READABLE);
        }
        assertThat(Colour.contrast(palette.measured().text(), palette.background()))
                .isGreaterThanOrEqualTo(READABLE);
        assertThat(Colour.contrast(palette.ink(), palette.doing().over(palette.background(), 0.4)))
                .isGreaterThanOrEqualTo(READABLE);
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void namesCanBeReadInTheColoursOfAllTasks(Palette palette) {
        for (int task = 0; task <= 14; task++) {
            Colour colour = palette.task(task);
            assertThat(Colour.contrast(Palette.textOn(colour), colour)).isGreaterThanOrEqualTo(READABLE);
        }
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void paceCanBeReadHoweverFaintAStretchIs(Palette palette) {
        for (int task = 0; task <= 7; task++) {
            for (double pace = 0.05; pace <= 1; pace += 0.05) {
                Colour seen = palette.task(task).over(palette.laneBackground(), pace);
                assertThat(Colour.contrast(Palette.textOn(seen), seen)).isGreaterThanOrEqualTo(READABLE);
            }
        }
    }

    @Test
    void textIsDarkOnYellowAndSkyBlueAndLightOnBlue() {
        assertThat(Palette.textOn(Colour.of(0xF0E442)).luminance()).isLessThan(0.1);
        assertThat(Palette.textOn(Colour.of(0x56B4E9)).luminance()).isLessThan(0.1);
        assertThat(Palette.textOn(Colour.of(0x0072B2)).luminance()).isGreaterThan(0.9);
    }

    @Test
    void sevenTasksInARowHaveColoursOfTheirOwnAndThenTheyComeAgain() {
        assertThat(IntStream.rangeClosed(1, 7).mapToObj(Palette.LIGHT::task)).doesNotHaveDuplicates();
        assertThat(Palette.LIGHT.task(8)).isEqualTo(Palette.LIGHT.task(1));
        assertThat(Palette.LIGHT.task(1)).isEqualTo(Colour.of(0x0072B2));
        assertThat(Palette.LIGHT.task(2)).isEqualTo(Colour.of(0xE69F00));
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void ghostsAreGrey(Palette palette) {
        for (int task = 1; task <= 7; task++) {
            Colour ghost = palette.ghost(task);
            assertThat(Math.max(ghost.red(), Math.max(ghost.green(), ghost.blue()))
                            - Math.min(ghost.red(), Math.min(ghost.green(), ghost.blue())))
                    .as("how far a ghost is from grey")
                    .isLessThan(10);
        }
    }

    @Test
    void blackOnWhiteHasTheGreatestContrastThereIs() {
        assertThat(Colour.contrast(Colour.of(0), Colour.of(0xFFFFFF))).isEqualTo(21);
    }
}
