package org.coreograph.ui.lesson;

import javafx.scene.Node;
import org.coreograph.viewmodel.lesson.Prediction;

/** How a guess is made. */
interface GuessInput {
    Node node();

    void show(Prediction prediction);

    /** Says whether the next click on the timeline is a guess. */
    void pointing(boolean on);

    /**
     * Takes what was begun as a guess, if anything was.
     *
     * @return whether nothing is left that can't be taken
     */
    boolean submit();
}
