package org.coreograph.ui.lesson;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.coreograph.model.RequestWords;
import org.coreograph.model.RunRequest;
import org.coreograph.viewmodel.Workbench;
import org.coreograph.viewmodel.lesson.Prediction;
import org.jspecify.annotations.Nullable;

/** A question, the guesses at it, and what is right once that is revealed. */
public final class PredictBox extends VBox {
    private final Workbench workbench;
    private final Consumer<String> browser;
    private final int question;
    private final Prediction made;
    private final GuessInput input;
    private final GuessList guesses;
    private final Label trouble = new Label();
    private final Button reveal = new Button("Reveal");
    private final Button again = new Button("Ask again");
    private final VBox searching = new VBox();
    private final VBox answer = new VBox();
    private @Nullable Prediction shown;

    /**
     * Makes it of a question.
     *
     * @param question its place in the lesson, from 0
     * @param browser opens the address of a link
     */
    public PredictBox(Workbench workbench, int question, Prediction asked, Consumer<String> browser) {
        this.workbench = workbench;
        this.browser = browser;
        this.question = question;
        made = asked;
        getStyleClass().add("predict");
        Label heading = new Label("Predict");
        heading.getStyleClass().add("lesson-heading");
        input = switch (asked.kind()) {
            case CHOICE -> new ChoiceInput(workbench, question, asked);
            case NUMBER, MARK -> new TypedInput(workbench, question, asked);
        };
        guesses = new GuessList(workbench, question);
        trouble.setId("predict-trouble-" + question);
        trouble.getStyleClass().add("trouble");
        trouble.setWrapText(true);
        trouble.setMinHeight(USE_PREF_SIZE);
        reveal.setId("reveal-" + question);
        reveal.getStyleClass().add("accent");
        reveal.setMinWidth(USE_PREF_SIZE);
        reveal.setOnAction(event -> reveal());
        again.setId("ask-again-" + question);
        again.setMinWidth(USE_PREF_SIZE);
        again.setAccessibleHelp("Forgets the guesses, and hides the answer");
        again.setOnAction(event -> workbench.lessons().clear(question));
        HBox buttons = new HBox(reveal, again);
        buttons.getStyleClass().add("predict-row");
        answer.getStyleClass().add("predict-answer");
        getChildren()
                .addAll(
                        heading,
                        new ProseView(asked.text(), browser),
                        input.node(),
                        trouble,
                        guesses,
                        buttons,
                        searching,
                        answer);
        show(asked, false);
    }

    /** Returns whether it asks the same, whatever was guessed. */
    public boolean asks(Prediction other) {
        return made.kind() == other.kind()
                && made.text().equals(other.text())
                && made.unit().equals(other.unit())
                && made.choices().equals(other.choices());
    }

    private HBox searching() {
        ProgressBar progress = new ProgressBar();
        progress.setAccessibleText("Running what shows the answer");
        progress.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(progress, Priority.ALWAYS);
        Button cancel = new Button("Cancel");
        cancel.setId("cancel-reveal-" + question);
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(event -> workbench.lessons().cancelReveal(question));
        HBox row = new HBox(progress, cancel);
        row.getStyleClass().add("predict-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** What stands in the field is a guess too. */
    private void reveal() {
        if (input.submit()) {
            workbench.lessons().reveal(question);
        }
    }

    /** @param pointing whether the next click on the timeline is a guess at this question */
    public void show(Prediction prediction, boolean pointing) {
        input.pointing(pointing);
        if (prediction.equals(shown)) {
            return;
        }
        Prediction before = shown;
        shown = prediction;
        Prediction.Progress progress = prediction.progress();
        boolean revealed = progress == Prediction.Progress.REVEALED;
        input.show(prediction);
        guesses.show(prediction);
        only(trouble, !prediction.trouble().isEmpty());
        trouble.setText(prediction.trouble());
        only(reveal, progress == Prediction.Progress.ASKED);
        // Made when it is needed: most questions are only read.
        searching.getChildren().setAll(progress == Prediction.Progress.SEARCHING ? List.of(searching()) : List.of());
        only(searching, progress == Prediction.Progress.SEARCHING);
        only(again, revealed || !prediction.guesses().isEmpty());
        only(answer, revealed);
        if (before == null || !before.answer().equals(prediction.answer())) {
            fill(prediction);
        }
    }

    private void fill(Prediction prediction) {
        answer.getChildren().clear();
        if (prediction.progress() != Prediction.Progress.REVEALED) {
            return;
        }
        Label right = new Label(prediction.answer());
        right.setId("answer-" + question);
        right.getStyleClass().add("predict-right");
        right.setWrapText(true);
        right.setMinHeight(USE_PREF_SIZE);
        answer.getChildren().addAll(right, new ProseView(prediction.reveal(), browser));
        RunRequest run = prediction.run();
        if (run != null) {
            answer.getChildren().add(shownRun(run));
        }
    }

    /** A number that was read off a run says which run that was. */
    private Node shownRun(RunRequest run) {
        Label words = new Label("Simulated: " + RequestWords.line(RequestWords.of(run)));
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        Button show = new Button("Show this run");
        show.setId("show-run-" + question);
        show.setOnAction(event -> workbench.reopen(run));
        VBox both = new VBox(words, show);
        both.getStyleClass().add("predict-run");
        return both;
    }

    static void only(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
