package org.coreograph.viewmodel;

import java.util.List;
import org.coreograph.model.EventSink;

/**
 * How the window looks.
 *
 * @param presentation the picture, the slider and one sentence, large; light whatever the theme
 * @param byTask whether each task has a row, rather than each core
 * @param selectedTask the task that a person looks at, or {@link EventSink#NONE}
 * @param percent how large everything is; 100 for the size that things have in themselves
 */
public record Look(boolean dark, boolean presentation, boolean byTask, int selectedTask, int percent) {
    private static final List<Integer> PERCENTS = List.of(80, 90, 100, 110, 125, 150, 175, 200);

    /** Light, for one person, a row a core, with no task selected. */
    public static final Look DEFAULT = new Look(false, false, false, EventSink.NONE, 100);

    Look withDark(boolean newDark) {
        return new Look(newDark, presentation, byTask, selectedTask, percent);
    }

    Look withPresentation(boolean newPresentation) {
        return new Look(dark, newPresentation, byTask, selectedTask, percent);
    }

    Look withByTask(boolean newByTask) {
        return new Look(dark, presentation, newByTask, selectedTask, percent);
    }

    Look withSelectedTask(int task) {
        return new Look(dark, presentation, byTask, task, percent);
    }

    /** Returns the same some steps larger, or smaller; not beyond the ends, which are 80 and 200 percent. */
    Look larger(int steps) {
        int at = Math.clamp((long) PERCENTS.indexOf(percent) + steps, 0, PERCENTS.size() - 1);
        return withPercent(PERCENTS.get(at));
    }

    Look withPercent(int newPercent) {
        return new Look(dark, presentation, byTask, selectedTask, newPercent);
    }

    /** Returns how large everything is; 1 for the size that things have in themselves. */
    public double scale() {
        return percent / 100.0;
    }
}
