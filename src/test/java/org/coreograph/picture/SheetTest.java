package org.coreograph.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.Clock;
import org.coreograph.model.Settings;
import org.coreograph.testkit.RecordingSurface;
import org.coreograph.testkit.RecordingSurface.Words;
import org.coreograph.testkit.TraceBuilder;
import org.coreograph.timeline.Box;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SheetTest {
    private static final Typeface TYPEFACE = new Typeface();

    private static ComparisonScene scene(Settings settings, int cores) {
        RunReport one = TraceBuilder.takingTurns(40, 50_000_000, 5_000)
                .completed(settings, TraceBuilder.turnsEndNanos(40, 50_000_000, 5_000));
        RunReport many = new TraceBuilder(cores, "A", "B")
                .last(0, 0, 1_000_000_000, 1, false)
                .last(1, 0, 1_000_000_000, 2, false)
                .completed(settings, 1_000_000_000);
        return ComparisonScene.of(List.of(one, many));
    }

    private static RecordingSurface draw(ComparisonScene scene, ChartKind chart, int width, int height) {
        RecordingSurface surface = new RecordingSurface(TYPEFACE);
        Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        new Sheet(TYPEFACE, 1, graphics, surface, Palette.LIGHT, new Box(0, 0, width, height), scene.presentation())
                .draw(scene, chart);
        graphics.dispose();
        return surface;
    }

    @ParameterizedTest
    @EnumSource(ChartKind.class)
    void everyChartHasATitleAndSaysHowItCameAbout(ChartKind chart) {
        String text = draw(scene(Settings.DEFAULTS, 2), chart, 1600, 900).text();
        assertThat(text)
                .contains("Test")
                .contains("SIMULATED")
                .contains("round robin, quantum 10 ms · switch 5 µs · seed 1 · Coreograph")
                .doesNotContain("MEASURED");
        assertThat(draw(scene(Settings.DEFAULTS.withClock(Clock.MEASURED), 2), chart, 1600, 900)
                        .text())
                .contains("MEASURED on 1 processor")
                .doesNotContain("SIMULATED");
    }

    @Test
    void comparisonSaysThatTheCodeIsTheSame() {
        assertThat(draw(scene(Settings.DEFAULTS, 2), ChartKind.COMPARISON, 1600, 900)
                        .text())
                .contains("code: unchanged");
        assertThat(draw(scene(Settings.DEFAULTS, 2), ChartKind.TIMELINE, 1600, 900)
                        .text())
                .doesNotContain("unchanged");
    }

    @Test
    void comparisonHoldsTheChartOfBothRunsWhereThereIsRoom() {
        assertThat(draw(scene(Settings.DEFAULTS, 2), ChartKind.COMPARISON, 1600, 900)
                        .texts())
                .contains("dealing with: in progress", "doing: running, 1 core", "doing: running, 2 cores");
        assertThat(draw(scene(Settings.DEFAULTS, 2), ChartKind.COMPARISON, 640, 360)
                        .texts())
                .contains("doing: running, 2 cores")
                .doesNotContain("doing: running, 1 core");
    }

    @Test
    void timelineIsTheLastRunAloneOnAnAxisOfItsOwn() {
        RecordingSurface surface = draw(scene(Settings.DEFAULTS, 2), ChartKind.TIMELINE, 1600, 900);
        assertThat(surface.texts()).contains("2 cores").doesNotContain("1 core", "2.0 s");
    }

    @Test
    void typeIsLargeEnoughForASlide() {
        for (ChartKind chart : ChartKind.values()) {
            assertThat(draw(scene(Settings.DEFAULTS, 2), chart, 1600, 900).words())
                    .filteredOn(
                            words -> words.text().length() > 1 && !words.text().equals("SIMULATED"))
                    .allSatisfy(words -> assertThat(words.sizePx()).isGreaterThanOrEqualTo(20));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "COMPARISON,200,200,2",
        "COMPARISON,320,240,8",
        "COMPARISON,640,360,2",
        "COMPARISON,640,360,64",
        "COMPARISON,1600,900,256",
        "COMPARISON,10000,200,2",
        "COMPARISON,200,10000,3",
        "TIMELINE,200,200,2",
        "TIMELINE,1920,1080,64",
        "RUNNING,200,200,2",
        "RUNNING,640,360,2",
        "RUNNING,3000,2000,64"
    })
    void nothingOverlapsOrIsCutOff(ChartKind chart, int width, int height, int cores) {
        RecordingSurface surface = draw(scene(Settings.DEFAULTS, cores), chart, width, height);
        List<Words> words = surface.words();
        for (int i = 0; i < words.size(); i++) {
            Words one = words.get(i);
            assertThat(one.box().xPx()).as("%s", one).isGreaterThanOrEqualTo(0);
            assertThat(one.box().rightPx()).as("%s", one).isLessThanOrEqualTo(width);
            assertThat(one.box().yPx()).as("%s", one).isGreaterThanOrEqualTo(0);
            assertThat(one.box().bottomPx()).as("%s", one).isLessThanOrEqualTo(height);
            for (int j = 0; j < i; j++) {
                assertThat(overlap(one.box(), words.get(j).box()))
                        .as("%s and %s", one, words.get(j))
                        .isFalse();
            }
        }
    }

    private static boolean overlap(Box one, Box other) {
        return one.xPx() < other.rightPx()
                && other.xPx() < one.rightPx()
                && one.yPx() < other.bottomPx()
                && other.yPx() < one.bottomPx();
    }
}
