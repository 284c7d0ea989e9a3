package org.coreograph.ui.lesson;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.coreograph.ui.control.Icons;
import org.coreograph.viewmodel.Workbench;
import org.coreograph.viewmodel.lesson.Prediction;
import org.kordamp.ikonli.feather.Feather;

/** The guesses of a class that were typed, a line each, and how far each is from what is right. */
final class GuessList extends VBox {
    private final Workbench workbench;
    private final int question;

    GuessList(Workbench workbench, int question) {
        this.workbench = workbench;
        this.question = question;
        setId("guesses-" + question);
        getStyleClass().add("guesses");
    }

    void show(Prediction prediction) {
        getChildren().clear();
        boolean shown = prediction.kind() != Prediction.Kind.CHOICE
                && !prediction.guesses().isEmpty();
        PredictBox.only(this, shown);
        if (shown) {
            boolean open = prediction.progress() == Prediction.Progress.ASKED;
            for (int i = 0; i < prediction.guesses().size(); i++) {
                getChildren().add(row(i, prediction.guesses().get(i), open));
            }
        }
    }

    private HBox row(int index, Prediction.Guess guess, boolean open) {
        Label text = new Label(guess.text());
        text.getStyleClass().add("guess");
        text.setMinWidth(USE_PREF_SIZE);
        Label difference = new Label(guess.difference());
        difference.getStyleClass().add(guess.right() ? "guess-right" : "muted");
        difference.setWrapText(true);
        difference.setMinHeight(USE_PREF_SIZE);
        difference.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(difference, Priority.ALWAYS);
        HBox row = new HBox(text, difference);
        row.getStyleClass().add("predict-row");
        row.setAlignment(Pos.CENTER_LEFT);
        if (open) {
            Button forget = Icons.only(new Button(), Feather.X, "Take away the guess " + guess.text());
            forget.getStyleClass().add("flat");
            forget.setId("forget-" + question + "-" + index);
            forget.setOnAction(event -> workbench.lessons().forget(question, index));
            row.getChildren().add(forget);
        }
        return row;
    }
}
