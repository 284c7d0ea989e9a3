package org.coreograph.viewmodel.lesson;

import java.util.List;
import org.coreograph.model.Prose;
import org.coreograph.model.RunRequest;
import org.jspecify.annotations.Nullable;

/**
 * A question, what the class guessed, and what is right once that is revealed. Immutable.
 *
 * @param unit what stands behind a number; may be empty
 * @param choices what can be chosen; empty where something is typed
 * @param guesses from the first to the last
 * @param trouble why the last guess could not be taken, or the answer not be found, in one line; else empty
 * @param answer what is right; empty until it is revealed
 * @param reveal what is said with it; empty until it is revealed
 * @param run the run that shows it, where one does; null until it is revealed
 */
public record Prediction(
        Kind kind,
        Prose text,
        String unit,
        List<String> choices,
        List<Guess> guesses,
        Progress progress,
        String trouble,
        String answer,
        Prose reveal,
        @Nullable RunRequest run) {
    public Prediction {
        choices = List.copyOf(choices);
        guesses = List.copyOf(guesses);
    }

    /** What is asked for. */
    public enum Kind {
        NUMBER,
        CHOICE,
        /** A mark on the time axis. */
        MARK
    }

    /** How far it has come. */
    public enum Progress {
        /** Guesses are taken. */
        ASKED,
        /** The answer is being found out. */
        SEARCHING,
        REVEALED
    }

    /**
     * A guess.
     *
     * @param difference how far it is from what is right; empty until that is revealed
     * @param right whether it is right; false until that is revealed
     */
    public record Guess(String text, String difference, boolean right) {}
}
