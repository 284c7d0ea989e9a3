package org.coreograph.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.coreograph.analysis.RunReport;
import org.coreograph.analysis.Stalls;
import org.coreograph.gallery.Gallery;
import org.coreograph.gallery.GalleryProgram;
import org.coreograph.model.Durations;
import org.coreograph.model.RunRequest;
import org.coreograph.model.Settings;
import org.coreograph.testkit.ContrastSurface;
import org.coreograph.testkit.Runs;
import org.coreograph.timeline.Box;
import org.coreograph.timeline.Viewport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text of a picture can be read on what lies below it, in both themes, with a contrast of at least 4.5 to 1. */
class ContrastTest {
    private static final Typeface TYPEFACE = new Typeface();
    private static final List<Palette> PALETTES = List.of(Palette.LIGHT, Palette.DARK);
    private static final int WIDTH_PX = 1_000;
    private static final int HEIGHT_PX = 700;

    static Stream<String> programs() {
        return new Gallery().programs().stream().map(GalleryProgram::id);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void textsOfThePicturesOfAProgramCanBeRead(String program) {
        RunReport one = run(program, 1);
        RunReport two = run(program, 2);
        ComparisonScene whole = ComparisonScene.of(List.of(one, two));
        long end = whole.endNanos();
        ComparisonScene marked = whole.withGhost(run(program, 3))
                .withPlayhead(end / 3)
                .withMarks(List.of(
                        new TimeMark(end / 4, TimeMark.Kind.GUESS), new TimeMark(end / 2, TimeMark.Kind.TRUTH)));
        for (ComparisonScene scene : List.of(
                whole,
                marked,
                marked.withRows(ComparisonScene.Rows.TASKS),
                marked.withRows(ComparisonScene.Rows.TASKS).withSelectedTask(2),
                marked.withRange(0, Math.max(1, end / 8)),
                marked.withRange(0, Math.max(1, end / 8)).withRows(ComparisonScene.Rows.TASKS),
                whole.withLens(Math.max(1, end / 10)),
                presented(whole))) {
            assertReadable(scene);
        }
    }

    @Test
    void textsOnWhatWasLostInAMeasuredRunCanBeRead() {
        Viewport viewport = new Viewport(0, 100 * Durations.MILLI, 0, 1_000);
        Stalls stalls = new Stalls(
                List.of(
                        new Stalls.Stall(
                                Stalls.Kind.GC, 0, 1, 10 * Durations.MILLI, 20 * Durations.MILLI, 10 * Durations.MILLI),
                        new Stalls.Stall(
                                Stalls.Kind.UNKNOWN,
                                0,
                                1,
                                30 * Durations.MILLI,
                                70 * Durations.MILLI,
                                8 * Durations.MILLI)),
                0L,
                0L,
                Durations.MILLI,
                0);
        for (Palette palette : PALETTES) {
            ContrastSurface surface = new ContrastSurface(TYPEFACE);
            surface.fillRect(new Box(0, 0, 1_000, 200), palette.task(1));
            new StallPainter(surface, palette, TYPEFACE, new TypeSizes(16), viewport)
                    .draw(new Box(0, 100, 1_000, 60), stalls, 0);
            assertThat(surface.texts()).containsExactlyInAnyOrder("GC", "?");
            assertThat(surface.faint()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(ChartKind.class)
    void textsOfASheetCanBeRead(ChartKind chart) {
        ComparisonScene scene = ComparisonScene.of(List.of(run("philosophers", 1), run("philosophers", 3)));
        Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        for (Palette palette : PALETTES) {
            ContrastSurface surface = new ContrastSurface(TYPEFACE);
            new Sheet(TYPEFACE, 1, graphics, surface, palette, new Box(0, 0, 1_600, 900), false).draw(scene, chart);
            assertThat(surface.texts()).isNotEmpty();
            assertThat(surface.faint()).isEmpty();
        }
        graphics.dispose();
    }

    private static void assertReadable(ComparisonScene scene) {
        for (Palette palette : PALETTES) {
            ContrastSurface surface = new ContrastSurface(TYPEFACE);
            new ComparisonPainter(TYPEFACE, 2).paint(surface, scene, palette, WIDTH_PX, HEIGHT_PX);
            assertThat(surface.texts()).isNotEmpty();
            assertThat(surface.faint()).as("%s, %s", scene.rows(), palette).isEmpty();
        }
    }

    private static ComparisonScene presented(ComparisonScene scene) {
        return new ComparisonScene(
                scene.runs(),
                scene.ghost(),
                scene.startNanos(),
                scene.endNanos(),
                scene.playheadNanos(),
                scene.lensNanos(),
                scene.rows(),
                scene.selectedTask(),
                scene.line(),
                scene.marks(),
                true);
    }

    private static RunReport run(String program, int cores) {
        Settings settings = Settings.DEFAULTS.withCores(cores).withQuantumNanos(2 * Durations.MILLI);
        return Runs.run(new Gallery().create(new RunRequest(program, Map.of(), settings)), settings);
    }
}
