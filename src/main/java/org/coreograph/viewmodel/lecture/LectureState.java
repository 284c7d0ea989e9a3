package org.coreograph.viewmodel.lecture;

import java.util.List;

/**
 * The lecture as the window shows it. Immutable.
 *
 * @param name what it is called by, such as the name of its file
 * @param states from the first to the last
 * @param place the state that was shown last, or {@link #NONE}
 * @param unsaved whether there is something that no file holds
 * @param undoable whether a change can be taken back
 */
public record LectureState(String name, List<Card> states, int place, boolean unsaved, boolean undoable) {
    /** Says that no state was shown. */
    public static final int NONE = -1;

    public LectureState {
        states = List.copyOf(states);
    }

    /**
     * A state.
     *
     * @param words the program, its settings and what is in sight, in the words of the file
     * @param said the sentence for the class; empty for what the program says by itself
     */
    public record Card(String words, String said) {}

    public boolean isEmpty() {
        return states.isEmpty();
    }

    /** Returns where the lecture is, such as "3 of 12", or an empty text where no state was shown. */
    public String placeTitle() {
        return place == NONE ? "" : (place + 1) + " of " + states.size();
    }
}
