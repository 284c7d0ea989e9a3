package org.coreograph.ui.lesson;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.coreograph.viewmodel.lesson.GalleryEntry;
import org.jspecify.annotations.Nullable;

/** A line of the gallery: the lesson's place in the path, its title, its program where that has another, and its tags. */
final class GalleryCell extends ListCell<GalleryEntry> {
    /** Kept free, whether the list has one or not. */
    private static final double SCROLL_BAR_PX = 16;

    private final Label place = new Label();
    private final Label title = new Label();
    private final Label tags = new Label();
    private final HBox row;
    private final DoubleBinding room;

    GalleryCell(ListView<GalleryEntry> list, Consumer<GalleryEntry> open) {
        place.getStyleClass().addAll("muted", "gallery-place");
        title.getStyleClass().add("gallery-title");
        tags.getStyleClass().addAll("muted", "gallery-tags");
        for (Label label : new Label[] {title, tags}) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        VBox words = new VBox(title, tags);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(place, words);
        row.getStyleClass().add("gallery-row");
        // Takes the width of the list, so that its words wrap instead of being cut. What is laid out and what is asked
        // for must be of the same width, or a line is kept free that no words are in.
        setPrefWidth(0);
        room = Bindings.createDoubleBinding(
                () -> Math.max(1, list.getWidth() - SCROLL_BAR_PX - snappedLeftInset() - snappedRightInset()),
                list.widthProperty(),
                insetsProperty());
        row.minWidthProperty().bind(room);
        row.maxWidthProperty().bind(room);
        setOnMouseClicked(event -> {
            GalleryEntry entry = getItem();
            if (entry != null && event.getButton() == MouseButton.PRIMARY) {
                open.accept(entry);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable GalleryEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (entry == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        boolean named = entry.title()
                .toLowerCase(Locale.ROOT)
                .contains(entry.programTitle().toLowerCase(Locale.ROOT));
        String about = named ? "" : "on " + entry.programTitle() + " · ";
        place.setText(String.valueOf(entry.place()));
        title.setText(entry.title());
        tags.setText(about + String.join(", ", entry.tags()));
        setAccessibleText(entry.title() + ", " + tags.getText());
        setGraphic(row);
    }

    /** A list asks for a height at no width in particular, and so for that of words in one line. */
    @Override
    protected double computePrefHeight(double width) {
        if (getGraphic() == null) {
            return super.computePrefHeight(width);
        }
        return snappedTopInset() + snappedBottomInset() + row.prefHeight(room.get());
    }
}
