package org.coreograph.viewmodel.lesson;

import java.util.ArrayList;
import java.util.List;
import org.coreograph.gallery.Question;
import org.coreograph.model.BadInputException;
import org.coreograph.model.Prose;
import org.coreograph.model.RunRequest;
import org.coreograph.viewmodel.lesson.Prediction.Guess;
import org.coreograph.viewmodel.lesson.Prediction.Kind;
import org.coreograph.viewmodel.lesson.Prediction.Progress;
import org.jspecify.annotations.Nullable;

/** A question with what the class guessed. Used by the desk alone. */
final class Asked {
    /** A class has fewer heads. */
    private static final int MOST_GUESSES = 200;

    private final String program;
    private final Question question;
    private final List<Answer> guesses = new ArrayList<>();
    private String trouble = "";
    private @Nullable TruthSearch search;
    private @Nullable Answer truth;

    Asked(String program, Question question) {
        this.program = program;
        this.question = question;
    }

    /** Takes a guess; what can't be taken is complained about. */
    boolean guess(String typed) {
        try {
            if (guesses.size() >= MOST_GUESSES) {
                throw new BadInputException("there must be at most " + MOST_GUESSES + " guesses: take some away first");
            }
            guesses.add(Answers.guess(question, typed));
            trouble = "";
        } catch (BadInputException e) {
            trouble = String.valueOf(e.getMessage());
        }
        return trouble.isEmpty();
    }

    void forget(int index) {
        guesses.remove(index);
    }

    /** Forgets all guesses, and hides the answer again. */
    void clear() {
        cancel();
        guesses.clear();
        truth = null;
        trouble = "";
    }

    boolean revealed() {
        return truth != null;
    }

    boolean searching() {
        return search != null;
    }

    void begin(TruthSearch begun) {
        trouble = "";
        search = begun;
        begun.start();
    }

    /** Adopts what a search found, unless it was given up meanwhile. */
    void found(TruthSearch from, TruthSearch.Found found) {
        if (from != search) {
            return;
        }
        search = null;
        truth = found.answer();
        trouble = found.trouble();
    }

    void cancel() {
        if (search != null) {
            search.cancel();
            search = null;
        }
    }

    boolean isMark() {
        return question instanceof Question.Mark;
    }

    List<LessonState.Mark> marks() {
        List<LessonState.Mark> marks = new ArrayList<>();
        if (isMark()) {
            guesses.forEach(guess -> marks.add(new LessonState.Mark(Math.round(guess.value()), false)));
            if (truth != null) {
                marks.add(new LessonState.Mark(Math.round(truth.value()), true));
            }
        }
        return marks;
    }

    Prediction prediction() {
        Answer right = truth;
        Progress progress = right != null ? Progress.REVEALED : search != null ? Progress.SEARCHING : Progress.ASKED;
        RunRequest run =
                right == null ? null : Truths.request(program, question).orElse(null);
        return new Prediction(
                kind(),
                question.text(),
                question instanceof Question.Amount amount ? amount.unit() : "",
                question instanceof Question.Choice choice ? choice.choices() : List.of(),
                guesses.stream().map(guess -> guess(guess, right)).toList(),
                progress,
                trouble,
                right == null ? "" : right.text(),
                right == null ? Prose.EMPTY : question.reveal(),
                run);
    }

    private Kind kind() {
        return switch (question) {
            case Question.Amount _ -> Kind.NUMBER;
            case Question.Choice _ -> Kind.CHOICE;
            case Question.Mark _ -> Kind.MARK;
        };
    }

    private Guess guess(Answer guess, @Nullable Answer right) {
        return right == null
                ? new Guess(guess.text(), "", false)
                : new Guess(guess.text(), Answers.difference(question, guess, right), Answers.right(guess, right));
    }
}
