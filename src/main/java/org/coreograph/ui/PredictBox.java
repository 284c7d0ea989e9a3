package org.coreograph.ui;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A question to answer before the answer is revealed. */
final class PredictBox extends VBox {
    private final TextField guess = new TextField();
    private final Button reveal = new Button("Reveal");
    private final Label answer;

    PredictBox(String question, String answerText) {
        getStyleClass().add("predict");
        Label heading = new Label("Predict");
        heading.getStyleClass().add("lesson-heading");
        Label asked = wrapped(question);
        asked.setLabelFor(guess);
        answer = wrapped(answerText);
        answer.setVisible(false);
        answer.setManaged(false);
        guess.setPromptText("your answer");
        guess.setAccessibleText("Your answer: " + question);
        guess.setOnAction(event -> reveal());
        reveal.setId("reveal");
        reveal.getStyleClass().add("accent");
        reveal.setMinWidth(USE_PREF_SIZE);
        reveal.setOnAction(event -> reveal());
        HBox.setHgrow(guess, Priority.ALWAYS);
        HBox row = new HBox(guess, reveal);
        row.getStyleClass().add("predict-row");
        getChildren().addAll(heading, asked, row, answer);
    }

    private void reveal() {
        answer.setVisible(true);
        answer.setManaged(true);
        reveal.setDisable(true);
    }

    private static Label wrapped(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
