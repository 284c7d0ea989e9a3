package org.coreograph.viewmodel;

import org.coreograph.model.EventSink;

/**
 * How the window looks.
 *
 * @param presentation the picture, the slider and one sentence, large; light whatever the theme
 * @param byTask whether each task has a row, rather than each core
 * @param selectedTask the task that a person looks at, or {@link EventSink#NONE}
 */
public record Look(boolean dark, boolean presentation, boolean byTask, int selectedTask) {
    /** Light, for one person, a row a core, with no task selected. */
    public static final Look DEFAULT = new Look(false, false, false, EventSink.NONE);

    Look withDark(boolean newDark) {
        return new Look(newDark, presentation, byTask, selectedTask);
    }

    Look withPresentation(boolean newPresentation) {
        return new Look(dark, newPresentation, byTask, selectedTask);
    }

    Look withByTask(boolean newByTask) {
        return new Look(dark, presentation, newByTask, selectedTask);
    }

    Look withSelectedTask(int task) {
        return new Look(dark, presentation, byTask, task);
    }
}
