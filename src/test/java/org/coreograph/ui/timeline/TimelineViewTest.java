package org.coreograph.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.VBox;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.Settings;
import org.coreograph.picture.ComparisonScene;
import org.coreograph.picture.Palette;
import org.coreograph.picture.Placement;
import org.coreograph.picture.Typeface;
import org.coreograph.testkit.TraceBuilder;
import org.coreograph.trace.Lane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class TimelineViewTest {
    private static final long END = TraceBuilder.turnsEndNanos(40, 50_000_000, 5_000);

    private final Typeface typeface = new Typeface();
    private TimelineView view;
    private RunningChartView chart;

    /** What was asked for; a listener that does it, as the window's does. */
    private final List<long[]> ranges = new ArrayList<>();

    private final List<Long> playheads = new ArrayList<>();
    private final List<Integer> tasks = new ArrayList<>();
    private final List<Placement.Slice> slices = new ArrayList<>();

    @Start
    void start(Stage stage) {
        view = new TimelineView(typeface, 4);
        chart = new RunningChartView(typeface);
        view.setPrefSize(800, 300);
        chart.setPrefSize(800, 120);
        view.setListener(new TimelineListener() {
            @Override
            public void onRange(long startNanos, long endNanos) {
                ranges.add(new long[] {startNanos, endNanos});
                show(shown().withRange(startNanos, endNanos));
            }

            @Override
            public void onPlayhead(long nanos) {
                playheads.add(nanos);
                show(shown().withPlayhead(nanos));
            }

            @Override
            public void onTask(int task) {
                tasks.add(task);
                show(shown().withSelectedTask(task));
            }

            @Override
            public void onNextTask(int rows) {
                tasks.add(100 * rows);
            }

            @Override
            public void onSlice(RunReport run, int task, long nanos) {
                slices.add(new Placement.Slice(run, task, nanos));
            }
        });
        stage.setScene(new Scene(new VBox(view, chart), 800, 420));
        show(ComparisonScene.of(List.of(
                TraceBuilder.takingTurns(40, 50_000_000, 5_000).completed(Settings.DEFAULTS, END), sideBySide())));
        stage.show();
    }

    private static RunReport sideBySide() {
        return new TraceBuilder(2, "A", "B")
                .last(0, 0, 1_000_000_000, 1, false)
                .last(1, 0, 1_000_000_000, 2, false)
                .completed(Settings.DEFAULTS, 1_000_000_000);
    }

    private void show(ComparisonScene scene) {
        view.setScene(scene);
        chart.setScene(scene);
    }

    private ComparisonScene shown() {
        ComparisonScene scene = view.shown();
        assertThat(scene).isNotNull();
        return scene;
    }

    private Placement placement() {
        Placement placement = view.placement();
        assertThat(placement).isNotNull();
        return placement;
    }

    private Point2D at(long nanos, double yPx) {
        return view.localToScreen(placement().viewport().xPx(nanos), yPx);
    }

    private long pxNanos() {
        return (long) Math.ceil(placement().viewport().nanosPerPx());
    }

    @Test
    void clickPutsThePlayheadThere(FxRobot robot) {
        robot.clickOn(at(620_000_000, 50));
        assertThat(playheads).hasSize(1);
        assertThat(playheads.getFirst()).isCloseTo(620_000_000L, within(pxNanos()));
        assertThat(ranges).isEmpty();
    }

    @Test
    void clickOnASliceSelectsItsTaskAndArrowsGoOnFromThere(FxRobot robot) {
        robot.interact(() -> show(shown().withRows(ComparisonScene.Rows.TASKS)));
        robot.clickOn(at(620_000_000, placement().axis().yPx() - 20));
        assertThat(tasks).containsExactly(2);
        robot.press(KeyCode.DOWN).release(KeyCode.DOWN);
        robot.press(KeyCode.UP).release(KeyCode.UP);
        assertThat(tasks).containsExactly(2, 100, -100);
    }

    @Test
    void clickOnASliceTellsOfWhichRunItIsAndWhen(FxRobot robot) {
        robot.clickOn(at(620_000_000, 50));
        Placement.Slice slice = slices.getFirst();
        assertThat(slice.run()).isEqualTo(shown().runs().getFirst());
        Lane lane = slice.run().trace().coreLane(0);
        assertThat(slice.task()).isEqualTo(lane.who(lane.at(620_000_000)));
        assertThat(slice.nanos()).isCloseTo(620_000_000L, within(pxNanos()));
        robot.clickOn(at(620_000_000, placement().axis().yPx() + 2));
        assertThat(slices).as("the axis is no slice").hasSize(1);
    }

    @Test
    void dragPansAndMovesNoPlayhead(FxRobot robot) {
        robot.interact(() -> show(shown().withRange(500_000_000, 1_000_000_000)));
        long px = pxNanos();
        robot.moveTo(at(750_000_000, 50))
                .press(MouseButton.PRIMARY)
                .moveBy(40, 0)
                .moveBy(40, 0);
        robot.release(MouseButton.PRIMARY);
        assertThat(ranges.getLast()[0]).isCloseTo(500_000_000 - 80 * px, within(2 * px));
        assertThat(ranges.getLast()[1] - ranges.getLast()[0]).isEqualTo(500_000_000);
        assertThat(playheads).isEmpty();
    }

    @Test
    void scrollZoomsAroundThePointer(FxRobot robot) {
        for (double x : new double[] {100, 300, 700}) {
            long under = placement().viewport().nanosAt(x);
            long before = placement().viewport().spanNanos();
            robot.interact(() -> scroll(x, 0, 40));
            assertThat(placement().viewport().nanosAt(x)).isCloseTo(under, within(2L));
            assertThat(placement().viewport().spanNanos()).isLessThan(before);
        }
        robot.interact(() -> scroll(300, 0, -1_000));
        assertThat(ranges.getLast()).containsExactly(0, END);
    }

    @Test
    void scrollingSidewaysPans(FxRobot robot) {
        robot.interact(() -> show(shown().withRange(500_000_000, 1_000_000_000)));
        robot.interact(() -> scroll(300, -40, 0));
        assertThat(ranges.getLast()[0]).isGreaterThan(500_000_000);
        assertThat(ranges.getLast()[1] - ranges.getLast()[0]).isEqualTo(500_000_000);
    }

    @Test
    void gesturesBeforeTheNextFrameBuildOnEachOther(FxRobot robot) {
        List<long[]> wanted = new ArrayList<>();
        robot.interact(() -> {
            view.setListener(new TimelineListener() {
                @Override
                public void onRange(long startNanos, long endNanos) {
                    wanted.add(new long[] {startNanos, endNanos});
                }

                @Override
                public void onPlayhead(long nanos) {}

                @Override
                public void onTask(int task) {}

                @Override
                public void onNextTask(int rows) {}

                @Override
                public void onSlice(RunReport run, int task, long nanos) {}
            });
            scroll(300, 0, 40);
            scroll(300, 0, 40);
        });
        assertThat(wanted.getLast()[1] - wanted.getLast()[0]).isLessThan(wanted.getFirst()[1] - wanted.getFirst()[0]);
    }

    /** The headless robot scrolls at the middle of the window, wherever the pointer is. */
    private void scroll(double xPx, double deltaX, double deltaY) {
        Point2D screen = view.localToScreen(xPx, 50);
        view.fireEvent(new ScrollEvent(
                ScrollEvent.SCROLL,
                xPx,
                50,
                screen.getX(),
                screen.getY(),
                false,
                false,
                false,
                false,
                false,
                false,
                deltaX,
                deltaY,
                deltaX,
                deltaY,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null));
    }

    @Test
    void rangeStaysWithinTheRun(FxRobot robot) {
        robot.interact(() -> show(shown().withRange(0, 1_000_000_000)));
        robot.moveTo(at(300_000_000, 50))
                .press(MouseButton.PRIMARY)
                .moveBy(200, 0)
                .moveBy(100, 0);
        robot.release(MouseButton.PRIMARY);
        assertThat(ranges).allSatisfy(range -> {
            assertThat(range[0]).isZero();
            assertThat(range[1]).isEqualTo(1_000_000_000);
        });
    }

    @Test
    void doubleClickFitsTheLongestRun(FxRobot robot) {
        robot.interact(() -> show(shown().withRange(500_000_000, 600_000_000)));
        robot.doubleClickOn(at(550_000_000, 50));
        assertThat(ranges.getLast()).containsExactly(0, END);
    }

    @Test
    void draggingAlongTheAxisMovesThePlayhead(FxRobot robot) {
        double axis = placement().axis().yPx() + 5;
        robot.moveTo(at(200_000_000, axis)).press(MouseButton.PRIMARY).moveTo(at(900_000_000, axis));
        robot.release(MouseButton.PRIMARY);
        assertThat(playheads.getLast()).isCloseTo(900_000_000L, within(pxNanos()));
        assertThat(ranges).isEmpty();
    }

    @Test
    void keysZoomPanAndFit(FxRobot robot) {
        robot.interact(view::requestFocus);
        robot.type(KeyCode.PLUS);
        long[] zoomed = ranges.getLast();
        assertThat(zoomed[1] - zoomed[0]).isLessThan(END * 7 / 10);
        robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT);
        assertThat(ranges.getLast()[0]).isGreaterThan(zoomed[0]);
        robot.type(KeyCode.LEFT).release(KeyCode.SHIFT);
        assertThat(ranges.getLast()[0]).isCloseTo(zoomed[0], within(2L));
        int before = ranges.size();
        robot.type(KeyCode.RIGHT);
        assertThat(ranges).as("without Shift, arrows are the window's").hasSize(before);
        robot.type(KeyCode.MINUS, KeyCode.DIGIT0);
        assertThat(ranges.getLast()).containsExactly(0, END);
    }

    @Test
    void pointerIsToldWhatIsUnderIt(FxRobot robot) {
        robot.moveTo(at(25_000_000, 50));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Window.getWindows()).anyMatch(window -> window instanceof PopupWindow && window.isShowing());
        robot.moveTo(at(25_000_000, placement().axis().yPx() + 5));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Window.getWindows()).noneMatch(window -> window instanceof PopupWindow && window.isShowing());
    }

    @Test
    void playheadIsToldWhereThatIsWanted(FxRobot robot) {
        robot.interact(() -> {
            show(shown().withPlayhead(25_000_000));
            view.togglePlayheadFacts();
        });
        assertThat(tip()).startsWith("At 0.025 s");
        assertThat(view.getAccessibleHelp()).contains("core 0: A, running");
        robot.interact(() -> show(shown().withPlayhead(75_000_000)));
        assertThat(tip()).contains("core 0: B, running");
        robot.interact(view::togglePlayheadFacts);
        assertThat(Window.getWindows()).noneMatch(window -> window instanceof PopupWindow && window.isShowing());
    }

    private static String tip() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Tooltip && window.isShowing())
                .map(window -> ((Tooltip) window).getText())
                .findFirst()
                .orElse("");
    }

    @Test
    void drawsAgainOnlyWhereSomethingChanged(FxRobot robot) {
        Placement first = placement();
        robot.interact(() -> view.setScene(ComparisonScene.of(shown().runs())));
        assertThat(view.placement()).isSameAs(first);
        robot.interact(() -> view.setPalette(Palette.DARK));
        assertThat(view.placement()).isNotSameAs(first);
    }

    @Test
    void viewsAreDescribedForThoseWhoDontSeeThem() {
        assertThat(view.getAccessibleText()).contains("1 core, simulated, concurrency: taking turns");
        assertThat(chart.getAccessibleText())
                .contains("1 core: at most 2 in progress, 1 running")
                .contains("2 cores: at most 2 in progress, 2 running");
    }

    @Test
    void nothingToShowIsShownAsNothing(FxRobot robot) {
        robot.interact(() -> {
            view.setScene(null);
            chart.setScene(null);
        });
        assertThat(view.placement()).isNull();
        robot.clickOn(view);
        assertThat(playheads).isEmpty();
    }
}
