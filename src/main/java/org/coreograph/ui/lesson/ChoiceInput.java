package org.coreograph.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.coreograph.viewmodel.Workbench;
import org.coreograph.viewmodel.lesson.Prediction;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Answers to choose from: a press for everybody who is for one, and beside it how many they are. */
final class ChoiceInput implements GuessInput {
    private final VBox rows = new VBox();
    private final List<Row> choices = new ArrayList<>();

    /** An answer, and how many are for it. */
    private record Row(String choice, Button button, Label count) {}

    ChoiceInput(Workbench workbench, int question, Prediction asked) {
        rows.getStyleClass().add("choices");
        for (String choice : asked.choices()) {
            Button button = new Button(choice);
            button.setId("choice-" + question + "-" + choices.size());
            button.setWrapText(true);
            button.setMinHeight(Region.USE_PREF_SIZE);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setAlignment(Pos.CENTER_LEFT);
            button.setContentDisplay(ContentDisplay.RIGHT);
            button.setOnAction(event -> workbench.lessons().guess(question, choice));
            HBox.setHgrow(button, Priority.ALWAYS);
            Label count = new Label();
            count.setId("count-" + question + "-" + choices.size());
            count.getStyleClass().add("choice-count");
            count.setMinWidth(Region.USE_PREF_SIZE);
            HBox row = new HBox(button, count);
            row.getStyleClass().add("predict-row");
            row.setAlignment(Pos.CENTER_LEFT);
            choices.add(new Row(choice, button, count));
            rows.getChildren().add(row);
        }
    }

    @Override
    public Node node() {
        return rows;
    }

    @Override
    public void show(Prediction prediction) {
        for (Row row : choices) {
            long count = prediction.guesses().stream()
                    .filter(guess -> guess.text().equals(row.choice))
                    .count();
            boolean right =
                    prediction.progress() == Prediction.Progress.REVEALED && row.choice.equals(prediction.answer());
            row.count.setText(count == 0 ? "" : String.valueOf(count));
            // It can still be read, and isn't greyed: but there is nothing left to guess.
            row.button.setMouseTransparent(prediction.progress() != Prediction.Progress.ASKED);
            row.button.setFocusTraversable(prediction.progress() == Prediction.Progress.ASKED);
            row.button.setGraphic(right ? new FontIcon(Feather.CHECK) : null);
            row.button.getStyleClass().remove("choice-right");
            if (right) {
                row.button.getStyleClass().add("choice-right");
            }
            row.button.setAccessibleText(
                    row.choice + (count == 0 ? "" : ", guessed by " + count) + (right ? ", right" : ""));
        }
    }

    @Override
    public void pointing(boolean on) {
        // Nothing of this kind is guessed on the timeline.
    }

    @Override
    public boolean submit() {
        return true;
    }
}
