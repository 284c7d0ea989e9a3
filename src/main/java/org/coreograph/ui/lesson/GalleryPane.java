package org.coreograph.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.coreograph.ui.control.Icons;
import org.coreograph.viewmodel.Workbench;
import org.coreograph.viewmodel.lesson.GalleryEntry;
import org.coreograph.viewmodel.lesson.LessonState;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * All lessons in the order of their path, to be found by words and by tags. From the search, the arrows move along the
 * list and Enter opens what is marked there.
 */
public final class GalleryPane extends VBox {
    private static final String ANY_TAG = "Any tag";

    private final Consumer<GalleryEntry> chosen;
    private final TextField search = new TextField();
    private final ComboBox<String> tag = new ComboBox<>();
    private final ListView<GalleryEntry> list = new ListView<>();
    private final Label nothing = new Label();
    private final Button reload;
    private List<GalleryEntry> entries = List.of();
    private @Nullable LessonState shown;

    /** @param chosen is told what a person opens */
    public GalleryPane(Workbench workbench, Consumer<GalleryEntry> chosen) {
        this.chosen = chosen;
        getStyleClass().add("gallery");
        search.setId("gallery-search");
        search.setPromptText("Search");
        search.setAccessibleText("Search the lessons");
        search.textProperty().addListener((property, before, now) -> filter());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
        tag.setId("gallery-tag");
        tag.setAccessibleText("Tag");
        tag.setMaxWidth(Double.MAX_VALUE);
        tag.getItems().setAll(ANY_TAG);
        tag.setValue(ANY_TAG);
        tag.setOnAction(event -> filter());
        HBox.setHgrow(tag, Priority.ALWAYS);
        reload = Icons.only(new Button(), Feather.REFRESH_CW, "Read the lessons' files again (F5)");
        reload.setId("reload-lessons");
        reload.setOnAction(event -> workbench.lessons().reload());
        HBox tools = new HBox(tag, reload);
        tools.getStyleClass().add("predict-row");
        nothing.setWrapText(true);
        nothing.getStyleClass().add("muted");
        list.setId("gallery-list");
        list.setAccessibleText("Lessons");
        list.setPlaceholder(nothing);
        list.setCellFactory(view -> new GalleryCell(view, this::open));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openSelected();
                event.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(search, tools, list);
    }

    private void searchKey(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case ENTER -> openSelected();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int step) {
        int last = list.getItems().size() - 1;
        int at = list.getSelectionModel().getSelectedIndex();
        int next = Math.clamp(at + (long) step, 0, Math.max(0, last));
        list.getSelectionModel().select(next);
        list.scrollTo(next);
    }

    private void openSelected() {
        GalleryEntry selected = list.getSelectionModel().getSelectedItem();
        if (selected != null) {
            open(selected);
        }
    }

    private void open(GalleryEntry entry) {
        chosen.accept(entry);
    }

    /** Puts the focus where a person begins to look for something. */
    public void begin() {
        search.requestFocus();
        search.selectAll();
    }

    public void show(LessonState state) {
        if (state.equals(shown)) {
            return;
        }
        boolean other = shown == null || shown.place() != state.place();
        shown = state;
        reload.setDisable(state.loading());
        if (!state.entries().equals(entries)) {
            entries = state.entries();
            String before = tag.getValue();
            List<String> tags = new ArrayList<>(List.of(ANY_TAG));
            tags.addAll(GalleryEntry.tags(entries));
            tag.getItems().setAll(tags);
            tag.setValue(tags.contains(before) ? before : ANY_TAG);
            filter();
        } else if (other) {
            selectOpen();
        }
    }

    private void filter() {
        String wanted = tag.getValue() == null || tag.getValue().equals(ANY_TAG) ? "" : tag.getValue();
        List<GalleryEntry> found = entries.stream()
                .filter(entry -> entry.matches(search.getText(), wanted))
                .toList();
        nothing.setText("No lesson has “" + search.getText().strip() + "”"
                + (wanted.isEmpty() ? "" : " and the tag " + wanted) + ": search for less.");
        list.getItems().setAll(found);
        selectOpen();
    }

    private void selectOpen() {
        LessonState state = shown;
        GalleryEntry open = state == null ? null : state.entries().get(state.place());
        int at = list.getItems().indexOf(open);
        list.getSelectionModel().select(Math.max(0, at));
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex()));
    }
}
