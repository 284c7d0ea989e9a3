package org.coreograph.ui.lecture;

import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.coreograph.viewmodel.lecture.LectureState;
import org.jspecify.annotations.Nullable;

/** A line of the lecture: the state's place, what is said, and its words. */
final class StateCell extends ListCell<LectureState.Card> {
    private final Label place = new Label();
    private final Label said = new Label();
    private final Label words = new Label();
    private final HBox row;

    /** @param show is told the place of a state that a person clicks */
    StateCell(IntConsumer show) {
        place.getStyleClass().addAll("muted", "gallery-place");
        said.getStyleClass().add("gallery-title");
        words.getStyleClass().addAll("muted", "gallery-tags");
        VBox texts = new VBox(said, words);
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        row = new HBox(place, texts);
        row.getStyleClass().add("gallery-row");
        setPrefWidth(0);
        row.setMaxWidth(Double.MAX_VALUE);
        setOnMouseClicked(event -> {
            if (getItem() != null && event.getButton() == MouseButton.PRIMARY) {
                show.accept(getIndex());
            }
        });
    }

    @Override
    protected void updateItem(LectureState.@Nullable Card card, boolean empty) {
        super.updateItem(card, empty);
        if (card == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        place.setText(String.valueOf(getIndex() + 1));
        said.setText(card.said().isEmpty() ? "(what the runs show)" : card.said());
        words.setText(card.words());
        setAccessibleText("State " + place.getText() + ": " + said.getText() + ", " + card.words());
        setGraphic(row);
    }
}
