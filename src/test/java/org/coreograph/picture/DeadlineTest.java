package org.coreograph.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.coreograph.analysis.RunReport;
import org.coreograph.gallery.Gallery;
import org.coreograph.model.RunRequest;
import org.coreograph.model.Settings;
import org.coreograph.testkit.ContrastSurface;
import org.coreograph.testkit.RecordingSurface;
import org.coreograph.testkit.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Four million additions in eight parts take 4 ms on one core. */
class DeadlineTest {
    private static final Typeface TYPEFACE = new Typeface();

    private static RunReport run(Map<String, String> arguments, int cores) {
        Settings settings = Settings.DEFAULTS.withCores(cores).withSwitchCostNanos(0);
        return Runs.run(new Gallery().create(new RunRequest("array-split", arguments, settings)), settings);
    }

    private static void paint(Surface surface, ComparisonScene scene, Palette palette) {
        new ComparisonPainter(TYPEFACE, 2).paint(surface, scene, palette, 1_000, 500);
    }

    @ParameterizedTest
    @CsvSource({"1, 4, true", "1, 3.999999, false", "4, 1, true", "4, 0.999999, false", "9, 0.5, true"})
    void deadlineIsMetByWhatEndsThenOrBefore(int cores, String millis, boolean met) {
        assertThat(Deadline.of(run(Map.of("deadline", millis), cores)))
                .get()
                .extracting(Deadline::met)
                .isEqualTo(met);
    }

    @Test
    void runWithoutADeadlineHasNone() {
        assertThat(Deadline.of(run(Map.of(), 2))).isEmpty();
    }

    @Test
    void lineIsOnTheLanesOfBothRunsAndItIsToldWhichOfThemMetIt() {
        Map<String, String> tight = Map.of("deadline", "1.2");
        RecordingSurface surface = new RecordingSurface(TYPEFACE);
        paint(surface, ComparisonScene.of(List.of(run(tight, 1), run(tight, 4))), Palette.LIGHT);
        assertThat(surface.texts())
                .containsOnlyOnce("deadline 1.2 ms: missed", "deadline 1.2 ms: met")
                .anyMatch(text -> text.matches("deadline 1\\.20* ms"));

        RecordingSurface without = new RecordingSurface(TYPEFACE);
        paint(without, ComparisonScene.of(List.of(run(Map.of(), 1), run(Map.of(), 4))), Palette.LIGHT);
        assertThat(lines(surface) - lines(without))
                .as("a line with a light edge over the lanes of each run")
                .isEqualTo(2 * 2);
    }

    private static long lines(RecordingSurface surface) {
        return surface.shapes().stream()
                .filter(shape -> shape.kind().equals("line"))
                .count();
    }

    @Test
    void wordsOnADeadlineCanBeRead() {
        Map<String, String> tight = Map.of("deadline", "1.2");
        for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
            ContrastSurface surface = new ContrastSurface(TYPEFACE);
            paint(surface, ComparisonScene.of(List.of(run(tight, 1), run(tight, 4))), palette);
            assertThat(surface.faint()).isEmpty();
        }
    }
}
