package org.coreograph.testkit;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.coreograph.engine.Engine;
import org.coreograph.gallery.Gallery;
import org.coreograph.gallery.Lectures;
import org.coreograph.gallery.Lessons;
import org.coreograph.model.Named;
import org.coreograph.picture.ComparisonScene;
import org.coreograph.picture.PictureExport;
import org.coreograph.picture.Typeface;
import org.coreograph.ui.Theme;
import org.coreograph.ui.WindowView;
import org.coreograph.ui.control.ScaleSlider;
import org.coreograph.ui.export.Exports;
import org.coreograph.ui.frame.Background;
import org.coreograph.ui.frame.FrameLoop;
import org.coreograph.ui.timeline.TimelineView;
import org.coreograph.viewmodel.EngineRuns;
import org.coreograph.viewmodel.RunStarter;
import org.coreograph.viewmodel.RunStatus;
import org.coreograph.viewmodel.RunWorker;
import org.coreograph.viewmodel.Shown;
import org.coreograph.viewmodel.SliderScale;
import org.coreograph.viewmodel.Workbench;
import org.coreograph.viewmodel.WorkbenchState;
import org.coreograph.viewmodel.code.CodeModel;
import org.coreograph.viewmodel.code.CodeState;
import org.coreograph.viewmodel.code.FoundLines;
import org.coreograph.viewmodel.code.LineFinder;
import org.coreograph.viewmodel.code.LineWorker;
import org.coreograph.viewmodel.lecture.LectureDesk;
import org.coreograph.viewmodel.lesson.GalleryEntry;
import org.coreograph.viewmodel.lesson.LessonDesk;
import org.coreograph.viewmodel.lesson.LessonSource;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window, as a test uses it: it says what to do and asks what is seen, and knows no selectors. */
public final class WindowHandle implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;
    private static final LessonSource SHIPPED = () -> Lessons.shipped(new Gallery());

    private final FakeFileDialogs dialogs = new FakeFileDialogs();
    private final List<BufferedImage> clipboard = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<String> browsed = new ArrayList<>();
    private final FrameLoop frames = new FrameLoop(System::nanoTime);
    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final FxRobot robot = new FxRobot();
    private final RunWorker worker;
    private final Workbench workbench;
    private final LineWorker lines;
    private final CodeModel code;
    private final WindowView view;

    private WindowHandle(RunStarter runs, LessonSource lessons) {
        Gallery gallery = new Gallery();
        worker = RunWorker.start(runs, frames, System::nanoTime);
        LessonDesk desk = new LessonDesk(gallery, lessons, runs::start, frames::requestFrame);
        workbench = new Workbench(
                gallery,
                desk,
                new LectureDesk(new Lectures(gallery), frames::requestFrame),
                worker,
                frames,
                System::nanoTime);
        LineFinder finder = runs instanceof LineFinder its ? its : request -> new FoundLines.Unknown("Held");
        lines = LineWorker.start(finder, frames::requestFrame);
        Typeface typeface = new Typeface();
        Background background = new Background(executor, frames);
        Exports exports =
                new Exports(workbench, new PictureExport(typeface, 2), dialogs, clipboard::add, texts::add, background);
        code = new CodeModel(gallery, lines, frames::requestFrame);
        view = new WindowView(
                workbench, code, exports, dialogs, background, new Theme(), typeface, 2, frames, browsed::add);
        frames.begin(view);
        workbench.open();
    }

    /** Opens the window as it is shipped. Call it on the JavaFX thread. */
    public static WindowHandle open(Stage stage) {
        return open(stage, new EngineRuns(new Engine(), new Gallery()));
    }

    /** Opens a window whose runs come from elsewhere. */
    public static WindowHandle open(Stage stage, RunStarter runs) {
        return open(stage, runs, SHIPPED);
    }

    /** Opens a window with lessons of one's own. */
    public static WindowHandle open(Stage stage, RunStarter runs, LessonSource lessons) {
        WindowHandle handle = new WindowHandle(runs, lessons);
        stage.setScene(handle.view.scene());
        stage.setWidth(1000);
        stage.setHeight(800);
        stage.show();
        return handle;
    }

    /** Makes the window without a screen, of any size. Call it on the JavaFX thread. */
    public static WindowHandle offScreen() {
        return offScreen(new EngineRuns(new Engine(), new Gallery()));
    }

    /** Makes the window without a screen, with runs that come from elsewhere. */
    public static WindowHandle offScreen(RunStarter runs) {
        return new WindowHandle(runs, SHIPPED);
    }

    /** Changes what is asked for, and waits until it is shown. */
    public WindowHandle ask(Consumer<Workbench> change) {
        change(change);
        return settle();
    }

    /** Changes what is asked for, or how it is shown. */
    public WindowHandle change(Consumer<Workbench> change) {
        onFx(() -> {
            change.accept(workbench);
            return null;
        });
        return this;
    }

    /** Lays the window out in a size, if it is on no screen. */
    public void resize(double widthPx, double heightPx) {
        onFx(() -> {
            Parent root = view.scene().getRoot();
            root.resize(widthPx, heightPx);
            for (int i = 0; i < 3; i++) {
                view.draw(System.nanoTime());
                root.applyCss();
                root.layout();
            }
            return null;
        });
    }

    public Parent root() {
        return view.scene().getRoot();
    }

    // What is seen

    public WorkbenchState state() {
        return onFx(workbench::state);
    }

    /** Returns what the timelines show. */
    public CodeState code() {
        return onFx(code::state);
    }

    public ComparisonScene picture() {
        return onFx(() -> Objects.requireNonNull(find(TimelineView.class).shown()));
    }

    public String message() {
        return onFx(() -> text("message"));
    }

    public String sentence() {
        return onFx(() -> text("sentence"));
    }

    public String coresTitle() {
        return onFx(() -> text("cores-title"));
    }

    /** Returns a number of the table, by its id. */
    public String number(String id) {
        return onFx(() -> text(id));
    }

    /** Returns what is said to be wrong with a parameter, or an empty text. */
    public String trouble(String parameter) {
        return onFx(() -> text("trouble-" + parameter));
    }

    public boolean sees(String id) {
        return onFx(() -> {
            Node node = view.scene().lookup("#" + id);
            return node != null && visible(node);
        });
    }

    /** Returns the text of a label, or an empty one where it isn't to be seen. */
    public String label(String id) {
        return onFx(() -> text(id));
    }

    /** Returns the texts within a part of the window. */
    public List<String> texts(String id) {
        return onFx(() -> view.scene().lookup("#" + id).lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .toList());
    }

    /** Returns the titles of the lessons that the gallery lists. */
    public List<String> gallery() {
        return onFx(
                () -> galleryList().getItems().stream().map(GalleryEntry::title).toList());
    }

    @SuppressWarnings("unchecked") // The only list of its id.
    private ListView<GalleryEntry> galleryList() {
        return (ListView<GalleryEntry>) view.scene().lookup("#gallery-list");
    }

    public boolean unfolded(String id) {
        return onFx(() -> ((TitledPane) view.scene().lookup("#" + id)).isExpanded());
    }

    /** Returns the title of what can be folded. */
    public String title(String id) {
        return onFx(() -> ((TitledPane) view.scene().lookup("#" + id)).getText());
    }

    public boolean playing() {
        return state().playback().playing();
    }

    public FakeFileDialogs dialogs() {
        return dialogs;
    }

    /** Returns the texts that were copied. */
    public List<String> texts() {
        return texts;
    }

    /** Returns the addresses that were opened. */
    public List<String> browsed() {
        return browsed;
    }

    public List<BufferedImage> clipboard() {
        return clipboard;
    }

    /** Returns the visible texts that are cut short. */
    public List<String> shortenedTexts() {
        return onFx(() -> {
            List<String> cut = new ArrayList<>();
            collectShortened(root(), cut);
            return cut;
        });
    }

    private static void collectShortened(Node node, List<String> cut) {
        if (!node.isVisible() || !node.isManaged()) {
            return;
        }
        if (node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isEmpty()) {
            for (Node text : labeled.lookupAll(".text")) {
                if (text instanceof Text shown
                        && shown.getParent() == labeled
                        && !shown.getText()
                                .replace("\n", "")
                                .equals(labeled.getText().replace("\n", ""))) {
                    cut.add(labeled.getText() + " as " + shown.getText());
                }
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collectShortened(child, cut));
        }
    }

    /** Returns the texts of the window, and of what is open above it, that can't be told well enough from their ground. */
    public List<String> faintTexts() {
        return onFx(() -> {
            List<String> faint = new ArrayList<>(ContrastWalk.faint(root()));
            Window.getWindows().stream()
                    .filter(shown -> shown.isShowing() && shown instanceof PopupWindow)
                    .forEach(shown ->
                            faint.addAll(ContrastWalk.faint(shown.getScene().getRoot())));
            return faint;
        });
    }

    /** Returns the visible regions that lie outside of the window, at least in part. */
    public List<String> regionsOutside(double widthPx, double heightPx) {
        return onFx(() -> {
            List<String> outside = new ArrayList<>();
            collectOutside(root(), widthPx, heightPx, outside);
            return outside;
        });
    }

    private static void collectOutside(Node node, double widthPx, double heightPx, List<String> outside) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof ScrollPane pane) {
            double width = pane.getContent().getLayoutBounds().getWidth();
            if (width > pane.getViewportBounds().getWidth() + 1) {
                outside.add(pane + " has content " + width + " wide");
            }
            return;
        }
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        boolean within = bounds.getMinX() > -1
                && bounds.getMinY() > -1
                && bounds.getMaxX() < widthPx + 1
                && bounds.getMaxY() < heightPx + 1;
        if (node instanceof Region && !within) {
            outside.add(node + " at " + bounds);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collectOutside(child, widthPx, heightPx, outside));
        }
    }

    // What is done

    /** Waits until no run goes on and what it gave is drawn, and the lessons are read. */
    public WindowHandle settle() {
        await("the runs to end", () -> {
            WorkbenchState state = workbench.state();
            return !workbench.moving()
                    && state.run() instanceof RunStatus.Idle
                    && state.shown().complete()
                    && !state.lesson().loading()
                    && state.shown().equals(lastDrawn());
        });
        return this;
    }

    private Shown lastDrawn() {
        ComparisonScene scene = find(TimelineView.class).shown();
        return scene == null
                ? workbench.state().shown()
                : new Shown(workbench.state().shown().one(), scene.runs().getLast(), scene.ghost());
    }

    /** Waits until something holds, asked on the JavaFX thread. */
    public void await(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    PATIENCE_SECONDS,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(condition).get());
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain for " + what, e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Presses the core slider's thumb, and moves it over some numbers of cores; doesn't let go. */
    public WindowHandle pressCores(int... over) {
        ScaleSlider slider = slider();
        robot.moveTo(thumb(slider)).press(MouseButton.PRIMARY);
        for (int cores : over) {
            robot.moveTo(place(slider, cores));
            await(cores + " cores", () -> workbench.state().setup().settings().cores() == cores);
            settle();
        }
        return this;
    }

    public WindowHandle letGo() {
        robot.release(MouseButton.PRIMARY);
        return settle();
    }

    private ScaleSlider slider() {
        return onFx(() -> (ScaleSlider) view.scene().lookup("#cores"));
    }

    private Point2D thumb(ScaleSlider slider) {
        return onFx(() -> middle(slider.lookup(".thumb")));
    }

    private Point2D place(ScaleSlider slider, long value) {
        return onFx(() -> {
            Node track = slider.lookup(".track");
            Bounds bounds = track.localToScreen(track.getBoundsInLocal());
            double thumb = slider.lookup(".thumb").getLayoutBounds().getWidth();
            double inset = Math.max(0, (bounds.getWidth() - (slider.getWidth() - thumb)) / 2);
            SliderScale scale = slider.scale();
            double x = bounds.getMinX() + inset + scale.position(value) * (bounds.getWidth() - 2 * inset);
            return new Point2D(x, bounds.getCenterY());
        });
    }

    private static Point2D middle(Node node) {
        Bounds bounds = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    /** Puts the focus on the core slider. */
    public WindowHandle focusCores() {
        onFx(() -> {
            view.focus();
            return null;
        });
        return this;
    }

    public WindowHandle press(KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    /** Presses a button, by its id. */
    public WindowHandle click(String id) {
        onFx(() -> {
            ((ButtonBase) view.scene().lookup("#" + id)).fire();
            return null;
        });
        await("what a click changes to be drawn", () -> !frames.wanted());
        return this;
    }

    /** Opens the pane with the lesson, where it is put away. */
    public WindowHandle openLesson() {
        if (!sees("left-pane")) {
            robot.clickOn("#lesson-toggle");
        }
        return this;
    }

    /** Opens the pane with the lecture. */
    public WindowHandle openLecturePane() {
        openLesson();
        onFx(() -> {
            TabPane left = (TabPane) view.scene().lookup("#left-pane");
            left.getTabs().stream()
                    .filter(tab -> "tab-lecture".equals(tab.getId()))
                    .forEach(left.getSelectionModel()::select);
            return null;
        });
        return this;
    }

    /** Gives the state of the lecture that is shown a sentence. */
    public WindowHandle say(String sentence) {
        onFx(() -> {
            TextArea field = (TextArea) view.scene().lookup("#said");
            field.requestFocus();
            field.setText(sentence);
            return null;
        });
        return press(KeyCode.ENTER);
    }

    /** Returns whether the window may be closed. */
    public boolean mayClose() {
        return onFx(view::mayClose);
    }

    /** Returns how high something is on the screen. */
    public double heightOnScreen(String id) {
        return onFx(() -> {
            Node node = view.scene().lookup("#" + id);
            return node.localToScreen(node.getLayoutBounds()).getHeight();
        });
    }

    /** Types a text into a parameter's field, in place of what is there. */
    public WindowHandle type(String parameter, String text) {
        openLesson();
        robot.clickOn("#parameter-" + parameter);
        onFx(() -> {
            ((TextField) view.scene().lookup("#parameter-" + parameter)).selectAll();
            return null;
        });
        robot.write(text);
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    /** Types where the focus is. */
    public WindowHandle write(String text) {
        robot.write(text);
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    /** Makes a guess at a question of the lesson. */
    public WindowHandle guess(int question, String text) {
        onFx(() -> {
            TextField field = (TextField) view.scene().lookup("#guess-" + question);
            field.setText(text);
            field.fireEvent(new ActionEvent());
            return null;
        });
        return this;
    }

    /** Reveals the answer to a question of the lesson, and waits for it. */
    public WindowHandle reveal(int question) {
        click("reveal-" + question);
        await("the answer", () -> !text("answer-" + question).isEmpty());
        return this;
    }

    /** Clicks on the timelines, as a share of their width. */
    public WindowHandle clickTimeline(double share) {
        Point2D at = onFx(() -> {
            Bounds bounds = find(TimelineView.class)
                    .localToScreen(find(TimelineView.class).getBoundsInLocal());
            return new Point2D(bounds.getMinX() + share * bounds.getWidth(), bounds.getCenterY());
        });
        robot.clickOn(at);
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    /** Opens what is folded away. */
    public WindowHandle unfold(String id) {
        onFx(() -> {
            ((TitledPane) view.scene().lookup("#" + id)).setExpanded(true);
            return null;
        });
        return this;
    }

    /** Follows a link of the lesson, by its text. */
    public WindowHandle follow(String text) {
        onFx(() -> {
            root().lookupAll(".hyperlink").stream()
                    .filter(Hyperlink.class::isInstance)
                    .map(Hyperlink.class::cast)
                    .filter(link -> link.getText().equals(text))
                    .forEach(Hyperlink::fire);
            return null;
        });
        return this;
    }

    /** Shows only the lessons with a tag in the gallery. */
    public WindowHandle chooseTag(String tag) {
        onFx(() -> {
            @SuppressWarnings("unchecked") // The only box of its id.
            ComboBox<String> box = (ComboBox<String>) view.scene().lookup("#gallery-tag");
            box.setValue(tag);
            return null;
        });
        return this;
    }

    /** Opens or closes the settings. */
    public WindowHandle toggleSettings() {
        return press(KeyCode.CONTROL, KeyCode.COMMA);
    }

    /** Types a text into a setting's field, in place of what is there, and takes it over. */
    public WindowHandle set(String setting, String text) {
        onFx(() -> {
            TextField field = shownAnywhere("setting-" + setting, TextField.class);
            field.requestFocus();
            field.setText(text);
            field.fireEvent(new ActionEvent());
            return null;
        });
        return this;
    }

    /** Chooses a setting by its title on the screen. */
    public WindowHandle setChoice(String setting, Named choice) {
        onFx(() -> {
            @SuppressWarnings("unchecked") // the box of a setting has the choices of that setting
            ComboBox<Named> box = shownAnywhere("setting-" + setting, ComboBox.class);
            box.setValue(choice);
            return null;
        });
        return this;
    }

    /** Returns what is wrong with a setting, or an empty text. */
    public String settingTrouble(String setting) {
        return onFx(() -> shownAnywhere("trouble-" + setting, Label.class).getText());
    }

    /** Returns the text of a label in any window, such as a popover. */
    public String labelAnywhere(String id) {
        return onFx(() -> shownAnywhere(id, Label.class).getText());
    }

    /** Presses a button in any window. */
    public WindowHandle clickAnywhere(String id) {
        onFx(() -> {
            shownAnywhere(id, ButtonBase.class).fire();
            return null;
        });
        return this;
    }

    /** Returns whether the picture of what many seeds come to is there. */
    public boolean seesChartOfSeeds() {
        return onFx(() -> shownAnywhere("seeds-chart", ImageView.class).getImage() != null);
    }

    /** Finds what is shown in any window, such as a popover. */
    private static <N> N shownAnywhere(String id, Class<N> type) {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .map(shown -> shown.getScene().lookup("#" + id))
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing with the id " + id + " is shown"));
    }

    /** Chooses a parameter's value by its title. */
    public WindowHandle choose(String parameter, String title) {
        openLesson();
        onFx(() -> {
            @SuppressWarnings("unchecked") // All pickers of parameters have the same type.
            ComboBox<Named> box = (ComboBox<Named>) view.scene().lookup("#parameter-" + parameter);
            box.getItems().stream()
                    .filter(choice -> choice.title().equals(title))
                    .forEach(box::setValue);
            return null;
        });
        return settle();
    }

    /** Chooses a program by its title. */
    public WindowHandle choose(String title) {
        onFx(() -> {
            workbench.state().lesson().entries().stream()
                    .filter(entry -> entry.title().equals(title))
                    .forEach(workbench::openLesson);
            return null;
        });
        return settle();
    }

    /** Clicks one of the choices side by side, by its id. */
    public WindowHandle clickOn(String id) {
        robot.clickOn("#" + id);
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    /** Chooses an item of the export menu, by its id. */
    public WindowHandle export(String id) {
        onFx(() -> {
            ((MenuButton) view.scene().lookup("#export"))
                    .getItems().stream()
                            .flatMap(item -> item instanceof Menu menu ? menu.getItems().stream() : Stream.of(item))
                            .filter(item -> id.equals(item.getId()))
                            .forEach(MenuItem::fire);
            return null;
        });
        return this;
    }

    /** Drops a file on the window. */
    public WindowHandle drop(Path file) {
        onFx(() -> {
            view.open(file);
            return null;
        });
        return this;
    }

    /** Waits until a label shows a text; an empty one where it isn't to be seen. */
    public WindowHandle awaitLabel(String id, String text) {
        await(id + " to show '" + text + "'", () -> text(id).equals(text));
        return this;
    }

    /** Waits for a message that begins with some words. */
    public WindowHandle awaitMessage(String begin) {
        await("a message that begins with " + begin, () -> text("message").startsWith(begin));
        return this;
    }

    private String text(String id) {
        Node node = view.scene().lookup("#" + id);
        return node instanceof Label label && visible(label) ? label.getText() : "";
    }

    private static boolean visible(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private <T extends Node> T find(Class<T> type) {
        return type.cast(find(root(), type));
    }

    private static Node find(Node node, Class<?> type) {
        if (type.isInstance(node)) {
            return node;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = find(child, type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** Does something on the JavaFX thread, or at once if this is it. */
    public static <T> T onFx(Callable<T> work) {
        try {
            return Platform.isFxApplicationThread()
                    ? work.call()
                    : WaitForAsyncUtils.asyncFx(work).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        onFx(() -> {
            frames.end();
            return null;
        });
        worker.close();
        lines.close();
        executor.shutdownNow();
    }
}
