package org.coreograph.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Predicate;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.Durations;
import org.coreograph.model.EventSink;
import org.coreograph.model.Settings;
import org.coreograph.picture.ComparisonScene.Rows;
import org.coreograph.program.Channel;
import org.coreograph.program.Program;
import org.coreograph.testkit.RecordingSurface;
import org.coreograph.testkit.RecordingSurface.Shape;
import org.coreograph.testkit.Runs;
import org.junit.jupiter.api.Test;

/** Rows of tasks, as they are drawn of real runs. */
class StatePainterTest {
    private static final Typeface TYPEFACE = new Typeface();
    private static final long MS = Durations.MILLI;

    /** A task that sends 1 at 10 ms and sleeps until 30 ms, and one that waits for it and computes until 40 ms. */
    private static final Program SENDER_AND_RECEIVER = machine -> {
        Channel<Integer> numbers = machine.channel("numbers", 0);
        machine.start("sender", () -> {
            machine.compute(10 * MS);
            numbers.send(1);
            machine.sleep(20 * MS);
        });
        machine.start("receiver", () -> {
            numbers.receive();
            machine.compute(30 * MS);
        });
    };

    private static RunReport run(Program program, int cores) {
        return Runs.completed(
                program,
                Settings.DEFAULTS.withCores(cores).withSwitchCostNanos(0).withQuantumNanos(100 * MS));
    }

    private static ComparisonScene scene(RunReport run) {
        return ComparisonScene.of(List.of(run)).withRows(Rows.TASKS);
    }

    private static RecordingSurface paint(ComparisonScene scene) {
        RecordingSurface surface = new RecordingSurface(TYPEFACE);
        new ComparisonPainter(TYPEFACE, 1).paint(surface, scene, Palette.LIGHT, 1_000, 300);
        return surface;
    }

    /** Returns how much of the time axis, from 0 to 1, patterns of a kind cover that are wider than those of the legend. */
    private static double share(RecordingSurface surface, String kind) {
        double all = surface.shapes().stream()
                .filter(shape -> shape.kind().equals("rect") && shape.colour().equals(Palette.LIGHT.laneBackground()))
                .mapToDouble(shape -> shape.box().widthPx())
                .max()
                .orElseThrow();
        Predicate<Shape> drawn =
                shape -> shape.kind().equals(kind) && shape.box().widthPx() > 60;
        return surface.shapes().stream()
                        .filter(drawn)
                        .mapToDouble(shape -> shape.box().widthPx())
                        .sum()
                / all;
    }

    @Test
    void eachStateIsDrawnForAsLongAsItLasted() {
        RecordingSurface two = paint(scene(run(SENDER_AND_RECEIVER, 2)));
        assertThat(share(two, "dots")).as("blocked for 10 of 40 ms").isCloseTo(0.25, within(0.01));
        assertThat(share(two, "hatch")).as("never ready").isZero();
        RecordingSurface one = paint(scene(run(
                machine -> {
                    machine.start("first", () -> machine.compute(10 * MS));
                    machine.start("second", () -> machine.compute(30 * MS));
                },
                1)));
        assertThat(share(one, "hatch")).as("ready for 10 of 40 ms").isCloseTo(0.25, within(0.01));
        assertThat(share(one, "dots")).isZero();
    }

    @Test
    void tasksAndTheStatesThatOccurAreNamed() {
        String text = paint(scene(run(SENDER_AND_RECEIVER, 2))).text();
        assertThat(text).contains("sender", "receiver", "running", "blocked", "sleeping", "channel numbers");
        assertThat(text).doesNotContain("waiting for I/O", "ready");
    }

    @Test
    void onlyTheSelectedTaskHasArrows() {
        ComparisonScene scene = scene(run(SENDER_AND_RECEIVER, 2));
        assertThat(paint(scene).shapes()).noneMatch(shape -> shape.kind().equals("polygon") && tall(shape));
        RecordingSurface selected = paint(scene.withSelectedTask(2));
        assertThat(arrowHeads(selected) - arrowHeads(paint(scene))).isEqualTo(1);
        assertThat(selected.shapes()).anyMatch(shape -> shape.kind().equals("edge"));
        assertThat(arrowHeads(paint(scene.withSelectedTask(77)))).isEqualTo(arrowHeads(paint(scene)));
    }

    private static boolean tall(Shape shape) {
        return shape.box().heightPx() > 30;
    }

    private static long arrowHeads(RecordingSurface surface) {
        return surface.shapes().stream()
                .filter(shape -> shape.kind().equals("polygon"))
                .count();
    }

    @Test
    void bufferedMessageIsAnArrowFromWhenItWasSentUntilItWasReceived() {
        RunReport run = run(
                machine -> {
                    Channel<Integer> numbers = machine.channel("numbers", 4);
                    machine.start("sender", () -> numbers.send(1));
                    machine.start("receiver", () -> {
                        machine.compute(20 * MS);
                        numbers.receive();
                    });
                },
                2);
        RecordingSurface selected = paint(scene(run).withSelectedTask(1));
        assertThat(arrowHeads(selected) - arrowHeads(paint(scene(run)))).isEqualTo(1);
        assertThat(scene(run).selectedTask()).isEqualTo(EventSink.NONE);
    }
}
