package org.coreograph.ui.lecture;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.coreograph.ui.control.Icons;
import org.coreograph.viewmodel.Workbench;
import org.coreograph.viewmodel.lecture.LectureDesk;
import org.coreograph.viewmodel.lecture.LectureState;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The lecture: its states to be shown, recorded, put in order and given a sentence each. */
public final class LecturePane extends VBox {
    private static final String ABOUT = "A lecture steps a class through states of the window: a program, its settings,"
            + " the playhead and the part of time that is shown, with a sentence for each. Page Down and Page Up step"
            + " through it, best with F11.";

    private final LectureFiles files;
    private final LectureDesk desk;
    private final Label name = new Label();
    private final Label about = new Label(ABOUT);
    private final ListView<LectureState.Card> list = new ListView<>();
    private final TextArea said = new TextArea();
    private final Label saidTitle = new Label("Sentence for the class");
    private final Button record = new Button("Record this state", new FontIcon(Feather.PLUS));
    private final Button replace;
    private final Button up;
    private final Button down;
    private final Button remove;
    private final Button undo;
    private final Button save;
    private final Button present = new Button("Present", new FontIcon(Feather.MONITOR));
    private final Region editing;
    private @Nullable LectureState shown;
    /** The place of the state whose sentence is in the field: another one may be shown by the time it is taken. */
    private int edited = LectureState.NONE;

    private boolean showing;

    public LecturePane(Workbench workbench, LectureFiles files) {
        this.files = files;
        desk = workbench.lecture();
        replace = tool(Feather.REFRESH_CW, "Replace by what is shown now", "replace-state", workbench::replaceState);
        up = tool(Feather.ARROW_UP, "Move up", "state-up", () -> desk.move(-1));
        down = tool(Feather.ARROW_DOWN, "Move down", "state-down", () -> desk.move(1));
        remove = tool(Feather.TRASH_2, "Remove this state", "remove-state", desk::remove);
        undo = tool(Feather.CORNER_UP_LEFT, "Take the last change back (Ctrl+Z)", "undo-lecture", desk::undo);
        save = tool(Feather.SAVE, "Save (Ctrl+S)", "save-lecture", this::save);
        getStyleClass().add("lecture");
        name.setId("lecture-name");
        name.getStyleClass().add("lesson-heading");
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        about.setId("lecture-about");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        about.getStyleClass().add("muted");
        Button shipped = new Button("Open the class hour", new FontIcon(Feather.BOOK));
        shipped.setId("open-shipped");
        shipped.setMaxWidth(Double.MAX_VALUE);
        shipped.setOnAction(event -> files.openShipped());
        shipped.visibleProperty().bind(about.visibleProperty());
        shipped.managedProperty().bind(about.visibleProperty());
        about.managedProperty().bind(about.visibleProperty());
        list.setId("lecture-list");
        list.setAccessibleText("States of the lecture");
        list.setCellFactory(view -> new StateCell(workbench::showState));
        list.getSelectionModel().selectedIndexProperty().addListener((property, before, now) -> {
            if (!showing && now.intValue() >= 0) {
                workbench.showState(now.intValue());
            }
        });
        // Pages of the lecture are states, not heights of the list.
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.PAGE_DOWN || event.getCode() == KeyCode.PAGE_UP) {
                workbench.showNextState(event.getCode() == KeyCode.PAGE_DOWN ? 1 : -1);
                event.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        record.setId("record-state");
        record.getStyleClass().add("accent");
        record.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(record, Priority.ALWAYS);
        record.setOnAction(event -> workbench.recordState());
        present.setId("present-lecture");
        present.setMinWidth(USE_PREF_SIZE);
        present.setOnAction(event -> workbench.setPresentation(true));
        editing = editing();
        HBox main = new HBox(record, present);
        main.getStyleClass().add("lecture-main");
        getChildren()
                .addAll(
                        row(
                                name,
                                undo,
                                tool(Feather.FILE_PLUS, "New lecture", "new-lecture", files::begin),
                                tool(Feather.FOLDER, "Open a lecture (Ctrl+O)", "open-lecture", files::open),
                                save,
                                tool(Feather.EDIT, "Save as another file", "save-lecture-as", files::saveAs)),
                        about,
                        shipped,
                        list,
                        editing,
                        main);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.Z) {
                desk.undo();
                event.consume();
            }
        });
    }

    private VBox editing() {
        said.setId("said");
        said.setWrapText(true);
        said.setPrefRowCount(3);
        said.setMinHeight(USE_PREF_SIZE);
        said.setPromptText("What the runs show");
        saidTitle.setLabelFor(said);
        saidTitle.setMinWidth(0);
        HBox.setHgrow(saidTitle, Priority.ALWAYS);
        saidTitle.setMaxWidth(Double.MAX_VALUE);
        // A sentence that is typed is one change, not one a letter.
        said.focusedProperty().addListener((property, before, now) -> takeSaid());
        said.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                takeSaid();
                event.consume();
            }
        });
        VBox box = new VBox(row(saidTitle, up, down, replace, remove), said);
        box.getStyleClass().add("lecture-editing");
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    /** Saves the lecture, with the sentence as it stands in its field. */
    public void save() {
        takeSaid();
        files.save();
    }

    private void takeSaid() {
        if (!showing) {
            desk.say(edited, said.getText());
        }
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("lecture-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Button tool(Feather icon, String title, String id, Runnable action) {
        Button button = Icons.only(new Button(), icon, title);
        button.setId(id);
        button.getStyleClass().add("flat");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** Shows the lecture as it is now. */
    public void show(LectureState state) {
        if (state.equals(shown)) {
            return;
        }
        showing = true;
        LectureState before = shown;
        shown = state;
        String title = state.name();
        name.setText(state.unsaved() ? title + " (not saved)" : title);
        about.setVisible(state.isEmpty());
        list.setVisible(!state.isEmpty());
        save.setDisable(!state.unsaved());
        undo.setDisable(!state.undoable());
        present.setDisable(state.isEmpty());
        if (before == null || !before.states().equals(state.states())) {
            list.getItems().setAll(state.states());
            edit(state);
        } else if (before.place() != state.place()) {
            // A sentence that is being typed stays as it is while only the file changes, and is taken before another's.
            desk.say(edited, said.getText());
            edit(state);
        }
        showing = false;
    }

    private void edit(LectureState state) {
        int place = state.place();
        edited = place;
        boolean chosen = place != LectureState.NONE;
        editing.setVisible(chosen);
        list.getSelectionModel().clearSelection();
        if (chosen) {
            list.getSelectionModel().select(place);
            list.getFocusModel().focus(place);
            list.scrollTo(Math.max(0, place - 1));
            saidTitle.setText("State " + state.placeTitle());
            List<LectureState.Card> states = state.states();
            up.setDisable(place == 0);
            down.setDisable(place == states.size() - 1);
            String text = states.get(place).said();
            if (!said.getText().strip().equals(text)) {
                said.setText(text);
            }
        }
    }
}
