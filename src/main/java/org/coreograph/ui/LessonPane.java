package org.coreograph.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.coreograph.ui.control.Icons;
import org.coreograph.ui.lesson.PredictBox;
import org.coreograph.ui.lesson.ProseView;
import org.coreograph.ui.lesson.TryList;
import org.coreograph.viewmodel.Workbench;
import org.coreograph.viewmodel.WorkbenchState;
import org.coreograph.viewmodel.lesson.LessonCard;
import org.coreograph.viewmodel.lesson.LessonState;
import org.coreograph.viewmodel.lesson.Prediction;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The lesson that is open: what is seen, questions to answer first, and things to try; with it the parameters of its
 * program, and folded away what is for the teacher.
 */
final class LessonPane extends ScrollPane {
    private final Workbench workbench;
    private final Consumer<String> browser;
    private final VBox content = new VBox();
    private final ParameterForm parameters;
    private final Button previous;
    private final Button next;
    private final Label place = new Label();
    private final Button onwards = new Button();
    private final List<PredictBox> questions = new ArrayList<>();
    private @Nullable TitledPane notes;
    private @Nullable LessonCard shown;
    private @Nullable LessonState seen;

    /** @param browser opens the address of a link */
    LessonPane(Workbench workbench, Consumer<String> browser) {
        this.workbench = workbench;
        this.browser = browser;
        parameters = new ParameterForm(workbench);
        previous = Icons.only(new Button(), Feather.CHEVRON_LEFT, "Lesson before (P)");
        previous.setId("previous-lesson");
        previous.getStyleClass().add("flat");
        previous.setOnAction(event -> workbench.previousLesson());
        next = Icons.only(new Button(), Feather.CHEVRON_RIGHT, "Next lesson (N)");
        next.setId("next-lesson");
        next.getStyleClass().add("flat");
        next.setOnAction(event -> workbench.nextLesson());
        place.setId("lesson-place");
        place.getStyleClass().add("muted");
        place.setMinWidth(USE_PREF_SIZE);
        onwards.setId("onwards");
        onwards.setWrapText(true);
        onwards.setMinHeight(USE_PREF_SIZE);
        onwards.setMaxWidth(Double.MAX_VALUE);
        onwards.setOnAction(event -> workbench.nextLesson());
        content.getStyleClass().add("lesson");
        getStyleClass().addAll("side-pane", "lesson-pane");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setAccessibleText("Lesson");
    }

    void show(WorkbenchState state) {
        parameters.show(state.setup());
        LessonState lesson = state.lesson();
        if (!lesson.equals(seen)) {
            seen = lesson;
            if (!lesson.lesson().equals(shown) || !sameQuestions(lesson.predictions())) {
                shown = lesson.lesson();
                fill(lesson);
            }
            for (int i = 0; i < questions.size(); i++) {
                questions.get(i).show(lesson.predictions().get(i), lesson.pointing() == i);
            }
            path(lesson);
        }
        if (state.look().presentation() && notes != null) {
            // What is for the teacher must not appear when the class looks on again.
            notes.setExpanded(false);
        }
    }

    private boolean sameQuestions(List<Prediction> asked) {
        boolean same = asked.size() == questions.size();
        for (int i = 0; same && i < asked.size(); i++) {
            same = questions.get(i).asks(asked.get(i));
        }
        return same;
    }

    private void path(LessonState lesson) {
        previous.setDisable(!lesson.hasPrevious());
        next.setDisable(!lesson.hasNext());
        place.setText((lesson.place() + 1) + " of " + lesson.entries().size());
        onwards.setVisible(lesson.hasNext());
        if (lesson.hasNext()) {
            onwards.setText("Next: " + lesson.entries().get(lesson.place() + 1).title());
        }
    }

    private void fill(LessonState lesson) {
        LessonCard card = lesson.lesson();
        questions.clear();
        List<Prediction> asked = lesson.predictions();
        for (int i = 0; i < asked.size(); i++) {
            questions.add(new PredictBox(workbench, i, asked.get(i), browser));
        }
        List<Node> children = new ArrayList<>();
        children.add(header(card));
        children.add(parameters);
        children.add(new ProseView(card.text(), browser));
        children.addAll(questions);
        if (!card.tries().isEmpty()) {
            Label heading = new Label("Try");
            heading.getStyleClass().add("lesson-heading");
            children.add(heading);
            children.add(new TryList(workbench, card.tries(), browser));
        }
        notes = null;
        if (!card.notes().isEmpty()) {
            notes = notes(card);
            children.add(notes);
        }
        children.add(onwards);
        content.getChildren().setAll(children);
        setVvalue(0);
    }

    private Node header(LessonCard card) {
        Label title = new Label(card.title());
        title.setId("lesson-title");
        title.getStyleClass().add("lesson-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        title.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(title, space, previous, place, next);
        header.getStyleClass().add("lesson-header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private TitledPane notes(LessonCard card) {
        TitledPane pane = new TitledPane("Teacher's notes", null);
        pane.setId("teachers-notes");
        pane.setExpanded(false);
        pane.setAnimated(false);
        // Text that is folded away would be styled and laid out all the same, at each opening of a lesson.
        pane.expandedProperty().addListener((property, before, now) -> {
            if (now && pane.getContent() == null) {
                pane.setContent(new ProseView(card.notes(), browser));
            }
        });
        return pane;
    }
}
