package org.coreograph.ui;

import java.io.File;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.coreograph.analysis.RunReport;
import org.coreograph.picture.ChartKind;
import org.coreograph.picture.ComparisonScene;
import org.coreograph.picture.Palette;
import org.coreograph.picture.TimeMark;
import org.coreograph.picture.Typeface;
import org.coreograph.ui.code.GoPane;
import org.coreograph.ui.code.JavaPane;
import org.coreograph.ui.control.Icons;
import org.coreograph.ui.export.ExportMenu;
import org.coreograph.ui.export.Exports;
import org.coreograph.ui.frame.Frame;
import org.coreograph.ui.frame.FrameLoop;
import org.coreograph.ui.lesson.GalleryPane;
import org.coreograph.ui.stage.StageView;
import org.coreograph.ui.timeline.RunningChartView;
import org.coreograph.ui.timeline.TimelineListener;
import org.coreograph.ui.timeline.TimelineView;
import org.coreograph.viewmodel.Look;
import org.coreograph.viewmodel.Playback;
import org.coreograph.viewmodel.Sentence;
import org.coreograph.viewmodel.Workbench;
import org.coreograph.viewmodel.WorkbenchState;
import org.coreograph.viewmodel.code.CodeModel;
import org.coreograph.viewmodel.lesson.GalleryEntry;
import org.coreograph.viewmodel.lesson.LessonState;
import org.kordamp.ikonli.feather.Feather;

/**
 * The whole window: what runs above, the lesson at the left, the picture in the middle, the numbers at the right, the
 * large core slider below. Makes its frames: the state first, then every region from that state.
 */
public final class WindowView implements Frame {
    private static final double LEAST_STAGE_PX = 130;
    private static final int EXPORT_SCALE = 2;
    /** How often the size of type in a presentation goes into the width of the window. */
    private static final double WIDTHS_PER_EM = 85;

    /** Lines of code need more room than a lesson, but less than the picture. */
    private static final double CODE_SHARE = 0.3;

    private static final double MIN_CODE_PX = 340;
    private static final double MAX_CODE_PX = 640;

    private final Workbench workbench;
    private final Exports exports;
    private final Theme theme;
    private final BorderPane frame = new BorderPane();
    private final StackPane root = new StackPane();
    private final Scene scene;

    private final TopBar topBar;
    private final LessonPane lesson;
    private final LeftPane left = new LeftPane();
    private final Tab lessonTab;
    private final GalleryPane gallery;
    private final Tab galleryTab;
    private final CodeModel code;
    private final JavaPane java;
    private final GoPane go;
    private final Tab javaTab;
    private final Tab goTab;
    private final NumbersPane numbers;
    private final BottomBar bottomBar;
    private final MessageBar message;
    private final UnresponsiveBar unresponsive = new UnresponsiveBar();
    private final StageView stage;
    private final TransportBar transport;
    private final RunStrip runStrip;
    private final TimelineView timeline;
    private final RunningChartView chart;
    private final Label sentence = new Label();
    private final Label conditions = new Label();
    private final FrameOverlay overlay;
    private final SidePanes sides;
    private final PictureDrop drop;

    /**
     * Makes the window.
     *
     * @param processors how many the machine has, which measured runs are compared with
     * @param browser opens the address of a link
     */
    public WindowView(
            Workbench workbench,
            CodeModel code,
            Exports exports,
            Theme theme,
            Typeface typeface,
            int processors,
            FrameLoop frames,
            Consumer<String> browser) {
        this.workbench = workbench;
        this.code = code;
        this.exports = exports;
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
        lesson = new LessonPane(workbench, browser);
        gallery = new GalleryPane(workbench, this::chosen);
        java = new JavaPane(code);
        go = new GoPane(this::copyGo);
        numbers = new NumbersPane(workbench);
        bottomBar = new BottomBar(workbench, processors);
        message = new MessageBar(workbench);
        stage = new StageView(typeface);
        timeline = new TimelineView(typeface, processors);
        chart = new RunningChartView(typeface);
        transport = new TransportBar(workbench);
        runStrip = new RunStrip(workbench);
        overlay = new FrameOverlay(frames.times());
        timeline.setListener(new TimelineListener() {
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
        });
        lessonTab = left.addTab("tab-lesson", "Lesson", lesson);
        javaTab = left.addTab("tab-java", "Java", java);
        goTab = left.addTab("tab-go", "Go", go);
        galleryTab = left.addTab("tab-gallery", "Gallery", gallery);
        left.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> frames.requestFrame());
        sides = new SidePanes(frame, left, lessonToggle, numbers, numbersToggle);
        assemble();
        scene = new Scene(root);
        theme.style(scene);
        root.widthProperty().addListener((property, before, now) -> sides.fit(now.doubleValue()));
        for (Region sized : new Region[] {stage, timeline, chart}) {
            sized.layoutBoundsProperty().addListener((property, before, now) -> frames.requestFrame());
        }
        drop = new PictureDrop(workbench);
        drop.install(root);
        new Shortcuts(workbench, commands(help, frames)).install(scene);
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
                timeline.togglePlayheadFacts();
            }

            @Override
            public void openGallery() {
                WindowView.this.openGallery();
            }
        };
    }

    private void openGallery() {
        sides.openLeft();
        left.open(galleryTab);
        gallery.begin();
    }

    private void chosen(GalleryEntry entry) {
        workbench.openLesson(entry);
        left.open(lessonTab);
        focus();
    }

    private void assemble() {
        sentence.getStyleClass().add("sentence");
        sentence.setId("sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        conditions.getStyleClass().addAll("conditions", "muted");
        VBox centre =
                new VBox(message, unresponsive, sentence, conditions, stage, transport, runStrip, timeline, chart);
        centre.getStyleClass().add("centre");
        centre.setMinWidth(0);
        // What doesn't fit is cut off here, rather than moving the bars out of the window.
        centre.setMinHeight(0);
        Rectangle edge = new Rectangle();
        edge.widthProperty().bind(centre.widthProperty());
        edge.heightProperty().bind(centre.heightProperty());
        centre.setClip(edge);
        DoubleBinding room = Bindings.createDoubleBinding(
                () -> centre.getHeight() - taken(message) - taken(unresponsive),
                centre.heightProperty(),
                message.heightProperty(),
                message.managedProperty(),
                unresponsive.heightProperty(),
                unresponsive.managedProperty());
        VBox.setVgrow(timeline, Priority.ALWAYS);
        timeline.minHeightProperty().bind(shared(room, 0.33, 160, 260));
        stage.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(() -> stageHeight(room.get()), room, stage.crowdedProperty()));
        fixed(stage);
        // A message of several lines, such as the circle of a deadlock, takes its room from the stage.
        stage.setMinHeight(LEAST_STAGE_PX);
        share(chart, room, 0.22, 144, 300);
        // Where lanes would get very thin, the chart shows the last run alone.
        chart.setMinHeight(72);
        VBox.setVgrow(chart, Priority.SOMETIMES);
        frame.setCenter(centre);
        frame.setTop(topBar);
        frame.setBottom(bottomBar);
        root.getStyleClass().add("window");
        StackPane.setAlignment(overlay, Pos.TOP_RIGHT);
        root.getChildren().addAll(frame, overlay);
        only(sentence, false);
        only(conditions, false);
    }

    private static double taken(Region bar) {
        return bar.isManaged() ? bar.getHeight() : 0;
    }

    private static void share(Region part, ObservableDoubleValue wholePx, double share, double least, double most) {
        part.prefHeightProperty().bind(shared(wholePx, share, least, most));
        fixed(part);
    }

    private static void fixed(Region part) {
        part.setMinHeight(Region.USE_PREF_SIZE);
        part.setMaxHeight(Region.USE_PREF_SIZE);
    }

    private static DoubleBinding shared(ObservableDoubleValue wholePx, double share, double least, double most) {
        return Bindings.createDoubleBinding(() -> Math.floor(Math.clamp(wholePx.get() * share, least, most)), wholePx);
    }

    /** A stage with objects needs more height than one with cores alone. */
    private double stageHeight(double wholePx) {
        boolean crowded = stage.crowdedProperty().get();
        return Math.floor(crowded ? Math.clamp(wholePx * 0.36, 150, 420) : Math.clamp(wholePx * 0.26, 150, 340));
    }

    /** Puts the focus where a person most likely begins: on the core slider. */
    public void focus() {
        bottomBar.focusCores();
    }

    /** Opens a picture as if it were dropped on the window. */
    public void open(File picture) {
        drop.open(picture);
    }

    /** Returns the scene to put into a window. */
    public Scene scene() {
        return scene;
    }

    @Override
    public boolean draw(long nowNanos) {
        workbench.frame();
        exports.frame();
        WorkbenchState state = workbench.state();
        Look look = state.look();
        theme.apply(look);
        Palette palette = Palette.of(Theme.dark(look));
        present(look.presentation());
        if (look.presentation()) {
            enlarge();
        }
        sentence.setText(look.presentation() ? Sentence.of(state.shown()) : "");
        conditions.setText(look.presentation() ? Sentence.conditions(state.shown()) : "");
        topBar.show(state, sides.compact());
        lesson.show(state);
        gallery.show(state.lesson());
        timeline.setCursor(state.lesson().pointing() == LessonState.NONE ? null : Cursor.CROSSHAIR);
        numbers.show(state);
        bottomBar.show(state);
        message.show(state);
        unresponsive.show(state);
        transport.show(state);
        runStrip.show(state);
        boolean moving = !look.presentation() && stage.show(state.shown(), state.playback(), palette, nowNanos);
        code(state, palette, nowNanos);
        ComparisonScene picture = picture(state);
        timeline.setPalette(palette);
        timeline.setScene(picture);
        chart.setPalette(palette);
        chart.setScene(picture);
        overlay.show(nowNanos);
        return moving || workbench.moving();
    }

    private void code(WorkbenchState state, Palette palette, long nowNanos) {
        boolean reading = left.getScene() != null && (javaTab.isSelected() || goTab.isSelected());
        left.setStyle(reading ? "-fx-pref-width: " + codeWidthPx() + "px;" : "");
        code.setVisible(reading);
        Playback playback = state.playback();
        code.frame(state.shown().runs(), workbench.settled(), playback.playheadNanos(), playback.playing(), nowNanos);
        java.show(code.state(), palette);
        go.show(code.state());
    }

    private long codeWidthPx() {
        return Math.round(Math.clamp(root.getWidth() * CODE_SHARE, MIN_CODE_PX, MAX_CODE_PX));
    }

    private void copyGo(String text) {
        exports.copyText(text, "Copied the Go twin.");
    }

    private ComparisonScene picture(WorkbenchState state) {
        return new ComparisonScene(
                state.shown().runs(),
                state.shown().ghost(),
                state.range().startNanos(),
                state.range().endNanos(),
                state.playback().playheadNanos(),
                state.lens().effectiveNanos(),
                state.look().byTask() ? ComparisonScene.Rows.TASKS : ComparisonScene.Rows.CORES,
                state.look().selectedTask(),
                code.state().slices(),
                state.lesson().marks().stream().map(WindowView::mark).toList(),
                state.look().presentation());
    }

    private static TimeMark mark(LessonState.Mark mark) {
        return new TimeMark(mark.nanos(), mark.right() ? TimeMark.Kind.TRUTH : TimeMark.Kind.GUESS);
    }

    /** Shows the picture, the slider and one sentence alone, or all. */
    private void present(boolean alone) {
        if (alone == root.getStyleClass().contains("presentation")) {
            return;
        }
        if (alone) {
            root.getStyleClass().add("presentation");
        } else {
            root.getStyleClass().remove("presentation");
            root.setStyle("");
        }
        for (Node part : new Node[] {topBar, stage, transport, chart}) {
            only(part, !alone);
        }
        only(sentence, alone);
        only(conditions, alone);
        sides.setAllowed(!alone);
        focus();
    }

    /** In a presentation type grows with the window, for whoever sees it from the last row. */
    private void enlarge() {
        long fontPx = Math.round(Math.clamp(root.getWidth() / WIDTHS_PER_EM, 14, 40));
        String style = "-fx-font-size: " + fontPx + "px;";
        if (!style.equals(root.getStyle())) {
            root.setStyle(style);
        }
    }

    private static void only(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
