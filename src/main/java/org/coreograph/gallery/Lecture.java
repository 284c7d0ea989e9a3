package org.coreograph.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.coreograph.model.RequestWords;
import org.coreograph.model.RunRequest;

/**
 * States of the window to be shown to a class one after the other. Immutable. {@link LectureParser} says how a lecture is
 * written down.
 *
 * @param states from the first to the last; may be empty
 * @param notes what stands behind the last state for whoever reads the file, a line each
 */
public record Lecture(List<State> states, List<String> notes) {
    /** A lecture without a state. */
    public static final Lecture EMPTY = new Lecture(List.of(), List.of());

    public Lecture {
        states = List.copyOf(states);
        notes = List.copyOf(notes);
    }

    /**
     * A state of the window.
     *
     * @param notes what stands before it for whoever reads the file, a line each
     * @param request the program and the settings
     * @param said a sentence for the class, on one line; empty for what the program says by itself
     */
    public record State(List<String> notes, RunRequest request, Sight sight, String said) {
        public State {
            notes = List.copyOf(notes);
            said = said.strip().replaceAll("\\s+", " ");
        }

        public State withNotes(List<String> newNotes) {
            return new State(newNotes, request, sight, said);
        }

        public State withSaid(String newSaid) {
            return new State(notes, request, sight, newSaid);
        }

        /** Returns the words of the program, the settings and what is in sight. */
        public List<String> words() {
            List<String> words = new ArrayList<>(RequestWords.of(request));
            words.addAll(SightOption.words(sight));
            return words;
        }
    }

    public Lecture withStates(List<State> newStates) {
        return new Lecture(newStates, notes);
    }

    /** Returns the file of the lecture, which read gives it back. */
    public String text() {
        return states.stream().map(Lecture::text).collect(Collectors.joining("\n")) + lines(notes);
    }

    private static String text(State state) {
        String said = state.said.isEmpty() ? "" : "  " + state.said + "\n";
        return lines(state.notes) + RequestWords.line(state.words()) + "\n" + said;
    }

    private static String lines(List<String> notes) {
        return notes.stream().map(note -> note + "\n").collect(Collectors.joining());
    }
}
