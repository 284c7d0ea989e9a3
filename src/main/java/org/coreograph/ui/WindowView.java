package org.coreograph.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.coreograph.analysis.RunReport;
import org.coreograph.picture.ChartKind;
import org.coreograph.picture.ComparisonScene;
import org.coreograph.picture.Palette;
import org.coreograph.picture.TimeMark;
import org.coreograph.picture.Typeface;
import org.coreograph.ui.control.Icons;
import org.coreograph.ui.export.ExportMenu;
import org.coreograph.ui.export.Exports;
import org.coreograph.ui.export.FileDialogs;
import org.coreograph.ui.frame.Background;
import org.coreograph.ui.frame.Frame;
import org.coreograph.ui.frame.FrameLoop;
import org.coreograph.ui.lecture.LectureFiles;
import org.coreograph.ui.timeline.TimelineListener;
import org.coreograph.viewmodel.Look;
import org.coreograph.viewmodel.Workbench;
import org.coreograph.viewmodel.WorkbenchState;
import org.coreograph.viewmodel.code.CodeModel;
import org.coreograph.viewmodel.lesson.LessonState;
import org.kordamp.ikonli.feather.Feather;

/**
 * The whole window: what runs above, the lesson at the left, the picture in the middle, the numbers at the right, the
 * large core slider below. Makes its frames: the state first, then every region from that state.
 */
public final class WindowView implements Frame {
    private static final int EXPORT_SCALE = 2;
    /** How often the size of type in a presentation goes into the width of the window. */
    private static final double WIDTHS_PER_EM = 85;

    private final Workbench workbench;
    private final CodeModel code;
    private final Exports exports;
    private final LectureFiles lectures;
    private final Background background;
    private final Theme theme;
    private final StackPane root = new StackPane();
    private final ZoomPane zoom = new ZoomPane(root);
    private final Scene scene;

    private final TopBar topBar;
    private final LeftPane left;
    private final CentrePane centre;
    private final NumbersPane numbers;
    private final BottomBar bottomBar;
    private final FrameOverlay overlay;
    private final SidePanes sides;
    private final FileDrop drop;

    /**
     * Makes the window.
     *
     * @param background does what takes time
     * @param processors how many the machine has, which measured runs are compared with
     * @param browser opens the address of a link
     */
    public WindowView(
            Workbench workbench,
            CodeModel code,
            Exports exports,
            FileDialogs dialogs,
            Background background,
            Theme theme,
            Typeface typeface,
            int processors,
            FrameLoop frames,
            Consumer<String> browser) {
        this.workbench = workbench;
        this.code = code;
        this.exports = exports;
        lectures = new LectureFiles(workbench, dialogs, background);
        this.background = background;
        this.theme = theme;
        // Before the first control is made: the style sheet of the window speaks in the theme's colours.
        theme.apply(workbench.state().look());
        ToggleButton lessonToggle = Icons.only(new ToggleButton(), Feather.BOOK_OPEN, "Lesson");
        lessonToggle.setId("lesson-toggle");
        ToggleButton numbersToggle = Icons.only(new ToggleButton(), Feather.BAR_CHART_2, "Numbers");
        numbersToggle.setId("numbers-toggle");
        Button helpButton = Icons.only(new Button(), Feather.HELP_CIRCLE, "Keys (F1)");
        helpButton.setId("help");
        HelpPopover help = new HelpPopover(helpButton);
        helpButton.setOnAction(event -> help.toggle());

        topBar = new TopBar(
                workbench, lessonToggle, numbersToggle, new ExportMenu(exports), helpButton, this::openGallery);
        left = new LeftPane(workbench, code, exports, lectures, browser, this::focus, frames::requestFrame);
        centre = new CentrePane(workbench, typeface, processors, gestures(), frames::requestFrame);
        numbers = new NumbersPane(workbench);
        bottomBar = new BottomBar(workbench, processors);
        overlay = new FrameOverlay(frames.times());
        BorderPane frame = new BorderPane(centre, topBar, null, bottomBar, null);
        sides = new SidePanes(frame, left, lessonToggle, numbers, numbersToggle);
        root.getStyleClass().add("window");
        StackPane.setAlignment(overlay, Pos.TOP_RIGHT);
        root.getChildren().addAll(frame, overlay);
        scene = new Scene(zoom);
        theme.style(scene);
        root.widthProperty().addListener((property, before, now) -> sides.fit(now.doubleValue()));
        drop = new FileDrop(workbench, lectures, background);
        drop.install(root);
        new Shortcuts(workbench, commands(help, frames)).install(scene);
    }

    private TimelineListener gestures() {
        return new TimelineListener() {
            @Override
            public void onRange(long startNanos, long endNanos) {
                workbench.view().setRange(startNanos, endNanos);
            }

            @Override
            public void onPlayhead(long nanos) {
                workbench.view().scrub(nanos);
            }

            @Override
            public boolean onPointed(long nanos) {
                return workbench.lessons().pointedAt(nanos);
            }

            @Override
            public void onTask(int task) {
                workbench.view().selectTask(task);
            }

            @Override
            public void onNextTask(int rows) {
                workbench.view().selectNextTask(rows);
            }

            @Override
            public void onSlice(RunReport run, int task, long nanos) {
                code.selectAt(run, task, nanos);
            }
        };
    }

    private WindowCommands commands(HelpPopover help, FrameLoop frames) {
        return new WindowCommands() {
            @Override
            public void export() {
                exports.save(ChartKind.COMPARISON, EXPORT_SCALE);
            }

            @Override
            public void copyCommandLine() {
                exports.copyCommandLine();
            }

            @Override
            public void toggleHelp() {
                help.toggle();
            }

            @Override
            public void toggleSettings() {
                topBar.toggleSettings();
            }

            @Override
            public void toggleFrameTimes() {
                overlay.toggle();
                frames.requestFrame();
            }

            @Override
            public void togglePlayheadFacts() {
                centre.togglePlayheadFacts();
            }

            @Override
            public void openGallery() {
                WindowView.this.openGallery();
            }

            @Override
            public void openLecture() {
                sides.openLeft();
                left.openLecture();
                lectures.open();
            }

            @Override
            public void saveLecture() {
                left.saveLecture();
            }
        };
    }

    private void openGallery() {
        sides.openLeft();
        left.openGallery();
    }

    /** Puts the focus where a person most likely begins: on the core slider. */
    public void focus() {
        bottomBar.focusCores();
    }

    /** Opens a file as if it were dropped on the window. */
    public void open(Path file) {
        drop.open(file);
    }

    /** Returns whether the window may be closed: nothing is lost by it, or a person agrees to that. */
    public boolean mayClose() {
        return lectures.mayPutAway();
    }

    /** Returns the scene to put into a window. */
    public Scene scene() {
        return scene;
    }

    @Override
    public boolean draw(long nowNanos) {
        workbench.frame();
        background.frame();
        WorkbenchState state = workbench.state();
        Look look = state.look();
        theme.apply(look);
        Palette palette = Palette.of(Theme.dark(look));
        zoom.setScale(look.scale());
        present(look.presentation());
        topBar.show(state, sides.compact());
        numbers.show(state);
        bottomBar.show(state);
        left.show(state, palette, root.getWidth(), nowNanos);
        boolean moving = centre.show(state, picture(state), palette, nowNanos);
        overlay.show(nowNanos);
        return moving || workbench.moving();
    }

    private ComparisonScene picture(WorkbenchState state) {
        boolean presentation = state.look().presentation();
        // A class needn't see the run on one core twice.
        boolean alone = presentation && state.shown().single();
        return new ComparisonScene(
                alone ? List.of(state.shown().many()) : state.shown().runs(),
                state.shown().ghost(),
                state.range().startNanos(),
                state.range().endNanos(),
                state.playback().playheadNanos(),
                state.lens().effectiveNanos(),
                state.look().byTask() ? ComparisonScene.Rows.TASKS : ComparisonScene.Rows.CORES,
                state.look().selectedTask(),
                alone ? List.of() : code.state().slices(),
                state.lesson().marks().stream().map(WindowView::mark).toList(),
                presentation);
    }

    private static TimeMark mark(LessonState.Mark mark) {
        return new TimeMark(mark.nanos(), mark.right() ? TimeMark.Kind.TRUTH : TimeMark.Kind.GUESS);
    }

    /** Shows the picture, the slider and one sentence alone, or all. */
    private void present(boolean alone) {
        if (alone != root.getStyleClass().contains("presentation")) {
            if (alone) {
                root.getStyleClass().add("presentation");
            } else {
                root.getStyleClass().remove("presentation");
                root.setStyle("");
            }
            topBar.setVisible(!alone);
            topBar.setManaged(!alone);
            sides.setAllowed(!alone);
            focus();
        }
        if (alone) {
            enlarge();
        }
    }

    /** In a presentation type grows with the window, for whoever sees it from the last row. */
    private void enlarge() {
        long fontPx = Math.round(Math.clamp(root.getWidth() / WIDTHS_PER_EM, 14, 40));
        String style = "-fx-font-size: " + fontPx + "px;";
        if (!style.equals(root.getStyle())) {
            root.setStyle(style);
        }
    }
}
