package org.coreograph.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.assertj.core.data.Offset;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.Clock;
import org.coreograph.model.Outcome;
import org.coreograph.model.Settings;
import org.coreograph.testkit.RecordingSurface;
import org.coreograph.testkit.RecordingSurface.Shape;
import org.coreograph.testkit.RecordingSurface.Words;
import org.coreograph.testkit.TraceBuilder;
import org.coreograph.timeline.Box;
import org.coreograph.trace.SpanKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonPainterTest {
    private static final Typeface TYPEFACE = new Typeface();
    private static final Settings SIMULATED = Settings.DEFAULTS;
    private static final Settings MEASURED = Settings.DEFAULTS.withClock(Clock.MEASURED);
    private static final long SLICE = 50_000_000;
    private static final long SWITCH = 5_000;

    private static RunReport one(Settings settings) {
        return TraceBuilder.takingTurns(40, SLICE, SWITCH)
                .completed(settings, TraceBuilder.turnsEndNanos(40, SLICE, SWITCH));
    }

    private static RunReport two(Settings settings) {
        return onCores(settings, 2);
    }

    private static RunReport onCores(Settings settings, int cores) {
        TraceBuilder builder = new TraceBuilder(cores, "A", "B");
        builder.last(0, 0, 20 * SLICE, 1, false);
        builder.last(1, 0, 20 * SLICE, 2, false);
        return builder.completed(settings, 20 * SLICE);
    }

    private static ComparisonScene comparison(Settings settings) {
        return ComparisonScene.of(List.of(one(settings), two(settings)));
    }

    private static RecordingSurface paint(ComparisonScene scene, double widthPx, double heightPx) {
        RecordingSurface surface = new RecordingSurface(TYPEFACE);
        new ComparisonPainter(TYPEFACE, 1).paint(surface, scene, Palette.LIGHT, widthPx, heightPx);
        return surface;
    }

    private static RecordingSurface paint(ComparisonScene scene) {
        return paint(scene, 1_000, 400);
    }

    @Test
    void comparisonSaysWhatEachRunShows() {
        String text = paint(comparison(SIMULATED)).text();
        assertThat(text)
                .contains("1 core")
                .contains("concurrency: taking turns")
                .contains("2 cores")
                .contains("parallelism: at the same time")
                .contains("2.000 s")
                .contains("1.000 s")
                .contains("2.00×")
                .contains("ticks: 39 switches of 5 µs, not to scale")
                .contains("core 0")
                .contains("core 1");
    }

    @Test
    void simulatedRunNeverSaysMeasuredAndTheOtherWayRound() {
        assertThat(paint(comparison(SIMULATED)).text()).contains("SIMULATED").doesNotContainIgnoringCase("measured");
        assertThat(paint(comparison(MEASURED)).text()).contains("MEASURED").doesNotContainIgnoringCase("simulated");
    }

    @Test
    void eachRunStatesItsOwnClock() {
        RecordingSurface surface = paint(ComparisonScene.of(List.of(one(SIMULATED), two(MEASURED))));
        Words simulated = find(surface, "SIMULATED");
        Words measured = find(surface, "MEASURED");
        assertThat(simulated.box().yPx())
                .isEqualTo(find(surface, "1 core").box().yPx(), within(4));
        assertThat(measured.box().yPx())
                .isEqualTo(find(surface, "2 cores").box().yPx(), within(4));
        assertThat(surface.text()).doesNotContain("×");
    }

    private static Offset<Double> within(double px) {
        return Offset.offset(px);
    }

    private static Words find(RecordingSurface surface, String text) {
        return surface.words().stream()
                .filter(words -> words.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text + " is not among " + surface.texts()));
    }

    @Test
    void everySwitchHasATickBelowItsLane() {
        RecordingSurface surface = paint(comparison(SIMULATED));
        assertThat(ticks(surface)).hasSize(39);
    }

    /** Thin marks in ink that are higher than wide; those of the axis are muted. */
    private static List<Shape> ticks(RecordingSurface surface) {
        return surface.shapes().stream()
                .filter(shape -> shape.kind().equals("rect"))
                .filter(shape -> shape.colour().equals(Palette.LIGHT.ink()))
                .filter(shape -> shape.box().widthPx() <= 2)
                .toList();
    }

    @Test
    void idleCoresAreHatchedAndBusyOnesAreInTheColourOfTheirTask() {
        RecordingSurface surface = paint(ComparisonScene.of(List.of(one(SIMULATED), onCores(SIMULATED, 3))));
        List<Shape> hatched = surface.shapes().stream()
                .filter(shape -> shape.kind().equals("hatch"))
                .toList();
        assertThat(hatched).isNotEmpty();
        assertThat(hatched).allSatisfy(shape -> assertThat(shape.colour()).isEqualTo(Palette.LIGHT.hatch()));
        double widthOfA = widthOf(surface, Palette.LIGHT.task(1));
        double widthOfB = widthOf(surface, Palette.LIGHT.task(2));
        assertThat(widthOfA).isEqualTo(widthOfB, within(20));
    }

    private static double widthOf(RecordingSurface surface, Colour colour) {
        return surface.shapes().stream()
                .filter(shape -> shape.colour().equals(colour))
                .mapToDouble(shape -> shape.box().widthPx())
                .sum();
    }

    @Test
    void runThatFailedOrStoppedSaysSoInWords() {
        for (Outcome outcome : new Outcome[] {Outcome.DEADLOCK, Outcome.FAILED, Outcome.STOPPED}) {
            RunReport run = new TraceBuilder(1, "A")
                    .last(0, 0, 1_000, 1, outcome == Outcome.FAILED)
                    .run(SIMULATED, 1_000, outcome, "A waits for\n mutex fork 1");
            RecordingSurface surface = paint(ComparisonScene.of(List.of(run)));
            assertThat(surface.text()).contains(outcome.id()).contains("A waits for mutex fork 1");
            boolean cross = surface.shapes().stream()
                    .anyMatch(shape ->
                            shape.kind().equals("line") && shape.colour().equals(Palette.LIGHT.alarm()));
            assertThat(cross).isEqualTo(outcome == Outcome.FAILED);
        }
    }

    @Test
    void measuredRunOnMoreCoresThanProcessorsSaysSo() {
        assertThat(paint(comparison(MEASURED)).text()).contains("more cores than this machine's 1 processor");
        assertThat(paint(comparison(SIMULATED)).text()).doesNotContain("processor");
        ComparisonScene cramped = ComparisonScene.of(List.of(onCores(MEASURED, 64)));
        assertThat(paint(cramped, 1_000, 160).text())
                .as("where there is room for little more")
                .contains("more cores than this machine's 1 processor");
    }

    @Test
    void runWhoseCoresChangedSaysSoAndHasNoRatio() {
        RunReport changed = new TraceBuilder(2, "A")
                .last(0, 0, 10 * SLICE, 1, false)
                .off(1, 0, 4 * SLICE)
                .completed(MEASURED, 10 * SLICE);
        RecordingSurface surface = paint(ComparisonScene.of(List.of(one(MEASURED), changed)));
        assertThat(surface.text())
                .contains("1 to 2 cores")
                .contains("cores changed while it ran")
                .contains("off")
                .doesNotContain("ratio");
    }

    @Test
    void runThatGoesOnSaysSoAndHatchesNothingOfWhatIsToCome() {
        RunReport going =
                RunReport.of(two(MEASURED).request(), "Test", two(MEASURED).trace(), null);
        ComparisonScene scene = ComparisonScene.of(List.of(going)).withRange(0, 40 * SLICE);
        RecordingSurface surface = paint(scene);
        assertThat(surface.text()).contains("1.000 s so far");
        assertThat(surface.shapes().stream().filter(shape -> shape.kind().equals("hatch")))
                .allSatisfy(shape -> assertThat(shape.box().rightPx()).isLessThan(600));
    }

    @Test
    void runBeforeHasThinLanesOfItsOwn() {
        RecordingSurface surface = paint(comparison(SIMULATED).withGhost(one(SIMULATED)));
        assertThat(surface.text()).contains("before: 1 core, simulated");
        assertThat(widthOf(surface, Palette.LIGHT.ghost(1))).isGreaterThan(400);
    }

    @Test
    void playheadStandsAtItsTimeOnAllLanesAndSaysIt() {
        RecordingSurface surface = paint(comparison(SIMULATED).withPlayhead(20 * SLICE));
        assertThat(surface.text()).contains("1.00 s");
        List<Shape> lines = surface.shapes().stream()
                .filter(shape -> shape.kind().equals("rect") && shape.colour().equals(Palette.LIGHT.ink()))
                .filter(shape -> shape.box().heightPx() > 20)
                .toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst().box().xPx()).isEqualTo(lines.getLast().box().xPx());
        assertThat(paint(comparison(SIMULATED).withPlayhead(20 * SLICE).withRange(0, SLICE))
                        .shapes())
                .noneMatch(shape -> shape.kind().equals("polygon"));
    }

    @Test
    void throughTheLensBothTasksSeemToRunAllTheTimeAtHalfPace() {
        RecordingSurface surface = paint(comparison(SIMULATED).withLens(125_000_000));
        assertThat(surface.text())
                .contains("through a window of 125 ms: apparent parallelism 2.00, true 1.00")
                .contains("pace 50 %")
                .contains("pace 100 %");
        List<Shape> faint = surface.shapes().stream()
                .filter(shape ->
                        shape.colour().opacity() > 0.49 && shape.colour().opacity() < 0.51)
                .toList();
        assertThat(faint).hasSize(2);
        assertThat(faint).allSatisfy(shape -> assertThat(shape.box().widthPx()).isGreaterThan(900));
    }

    @Test
    void lensOnVeryManyTasksSaysHowManyAreShown() {
        String[] names = new String[300];
        Arrays.setAll(names, i -> "task " + i);
        TraceBuilder builder = new TraceBuilder(1, names);
        for (int i = 0; i < names.length; i++) {
            builder.last(0, i * 1_000L, i * 1_000L + 1_000, i + 1, false);
        }
        ComparisonScene scene = ComparisonScene.of(List.of(builder.completed(SIMULATED, 300_000)));
        assertThat(paint(scene.withLens(10_000)).text()).contains("the first 256 of 300 tasks");
    }

    @ParameterizedTest
    @CsvSource({"1000,400,2", "640,300,2", "1600,700,8", "840,360,64", "2000,1200,256", "300,220,3"})
    void nothingIsDrawnOutsideAndNoTextLiesOnAnotherOrOnALane(double width, double height, int cores) {
        for (ComparisonScene scene : scenes(cores)) {
            RecordingSurface surface = paint(scene, width, height);
            for (Shape shape : surface.shapes()) {
                assertThat(within(shape.box(), width, height)).as("%s", shape).isTrue();
            }
            List<Words> words = surface.words().stream().filter(outsideSlices()).toList();
            for (int i = 0; i < words.size(); i++) {
                Words one = words.get(i);
                assertThat(within(one.box(), width, height)).as("%s", one).isTrue();
                for (int j = 0; j < i; j++) {
                    assertThat(overlap(one.box(), words.get(j).box()))
                            .as("%s and %s", one, words.get(j))
                            .isFalse();
                }
                for (Shape lane : lanes(surface)) {
                    assertThat(overlap(one.box(), lane.box()))
                            .as("%s and %s", one, lane)
                            .isFalse();
                }
            }
        }
    }

    private static List<ComparisonScene> scenes(int cores) {
        RunReport one = one(SIMULATED);
        RunReport many = onCores(MEASURED, cores);
        ComparisonScene plain = ComparisonScene.of(List.of(one, many));
        return List.of(
                plain,
                plain.withGhost(onCores(SIMULATED, Math.max(2, cores - 1))),
                plain.withPlayhead(0),
                plain.withPlayhead(plain.endNanos()),
                plain.withLens(60_000_000));
    }

    private static boolean within(Box box, double width, double height) {
        double slack = 0.01;
        return box.xPx() >= -slack
                && box.yPx() >= -slack
                && box.rightPx() <= width + slack
                && box.bottomPx() <= height + slack;
    }

    private static boolean overlap(Box one, Box other) {
        return one.xPx() < other.rightPx() - 0.01
                && other.xPx() < one.rightPx() - 0.01
                && one.yPx() < other.bottomPx() - 0.01
                && other.yPx() < one.bottomPx() - 0.01;
    }

    /** Names of tasks and paces stand within slices; all other texts don't. */
    private static Predicate<Words> outsideSlices() {
        return words -> !(words.text().equals("A")
                || words.text().equals("B")
                || words.text().startsWith("pace"));
    }

    private static List<Shape> lanes(RecordingSurface surface) {
        return surface.shapes().stream()
                .filter(shape -> shape.colour().equals(Palette.LIGHT.laneBackground()))
                .toList();
    }

    @Test
    void placeTellsWhatIsThere() {
        RecordingSurface surface = new RecordingSurface(TYPEFACE);
        ComparisonScene scene = comparison(SIMULATED);
        Placement placement = new ComparisonPainter(TYPEFACE, 1).paint(surface, scene, Palette.LIGHT, 1_000, 400);
        Box idle = surface.shapes().stream()
                .filter(shape -> shape.kind().equals("hatch"))
                .toList()
                .getLast()
                .box();
        double y = idle.yPx() + idle.heightPx() / 2;
        Moment b = placement.at(placement.viewport().xPx(10 * SLICE), y).orElseThrow();
        assertThat(b.task()).isEqualTo("B");
        assertThat(b.kind()).isEqualTo(SpanKind.RUNNING);
        assertThat(b.words()).isEqualTo("B, running\n0.000 s to 1.000 s\nfor 1 s\ncore 1 of 2");
        assertThat(placement.at(placement.viewport().xPx(30 * SLICE), y))
                .as("after the run")
                .isEmpty();
        assertThat(placement.at(5, y)).isEmpty();
    }

    @Test
    void coreThatWasOffIsCrossedOutAndSaysSo() {
        RunReport run = new TraceBuilder(2, "A")
                .last(0, 0, 100, 1, false)
                .off(1, 40, 100)
                .completed(SIMULATED, 100);
        RecordingSurface surface = new RecordingSurface(TYPEFACE);
        Placement placement = new ComparisonPainter(TYPEFACE, 1)
                .paint(surface, ComparisonScene.of(List.of(run)), Palette.LIGHT, 1_000, 400);
        Box word = find(surface, "off").box();
        double left = placement.viewport().xPx(40);
        double right = placement.viewport().xPx(100);
        assertThat(word.xPx()).isBetween(left, right);
        List<Box> lines = surface.shapes().stream()
                .filter(shape -> shape.kind().equals("line"))
                .map(Shape::box)
                .filter(box -> Math.abs(box.xPx() - left) < 1 && Math.abs(box.rightPx() - right) < 1)
                .toList();
        assertThat(lines).as("a line from corner to corner, and one across it").hasSize(2);
        double y = word.yPx() + word.heightPx() / 2;
        Moment moment = placement.at((left + right) / 2, y).orElseThrow();
        assertThat(moment.kind()).isEqualTo(SpanKind.OFF);
        assertThat(moment.words()).startsWith("switched off\n").endsWith("core 1 of 2");
        assertThat(placement.at(placement.viewport().xPx(20), y).orElseThrow().words())
                .startsWith("idle\n");
    }

    @Test
    void drawingTheSameSceneAgainDrawsTheSame() {
        ComparisonPainter painter = new ComparisonPainter(TYPEFACE, 1);
        ComparisonScene scene = comparison(SIMULATED).withLens(1_000);
        RecordingSurface first = new RecordingSurface(TYPEFACE);
        RecordingSurface second = new RecordingSurface(TYPEFACE);
        painter.paint(first, scene, Palette.LIGHT, 900, 300);
        painter.paint(second, scene, Palette.LIGHT, 900, 300);
        assertThat(second.shapes()).isEqualTo(first.shapes());
        assertThat(second.words()).isEqualTo(first.words());
    }

    @Test
    void sceneIsDescribedInWords() {
        assertThat(new ComparisonPainter(TYPEFACE, 1).describe(comparison(SIMULATED)))
                .isEqualTo("1 core, simulated, concurrency: taking turns, 2.000 s;"
                        + " 2 cores, simulated, parallelism: at the same time, 1.000 s");
    }

    @Test
    void guessesStayOnTheAxisAndWhatIsRightIsWrittenRatherThanAGuessBesideIt() {
        ComparisonScene marked = comparison(SIMULATED)
                .withMarks(List.of(
                        new TimeMark(410_000_000, TimeMark.Kind.GUESS),
                        new TimeMark(900_000_000, TimeMark.Kind.GUESS),
                        new TimeMark(420_000_000, TimeMark.Kind.TRUTH)));
        assertThat(paint(marked).texts()).contains("0.90 s?", "0.42 s").doesNotContain("0.41 s?");
        assertThat(lines(marked) - lines(comparison(SIMULATED)))
                .as("a line with a light edge for each mark over the lanes of each run")
                .isEqualTo(3 * 2 * 2);
    }

    @Test
    void markOutOfSightIsNotDrawn() {
        ComparisonScene marked = comparison(SIMULATED)
                .withRange(0, 500_000_000)
                .withMarks(List.of(new TimeMark(900_000_000, TimeMark.Kind.GUESS)));
        assertThat(paint(marked).texts()).noneMatch(text -> text.endsWith("?"));
    }

    private static long lines(ComparisonScene scene) {
        return paint(scene).shapes().stream()
                .filter(shape -> shape.kind().equals("line"))
                .count();
    }
}
