package org.coreograph.viewmodel.code;

import java.util.List;
import org.coreograph.analysis.LineSlices;

/**
 * All that the panes with code show. Immutable: a view changes what differs from the last one.
 *
 * @param java the program that runs; an empty text where it isn't known
 * @param firstLine from which on the Java is worth reading, counted from 1
 * @param go its twin, or an empty text
 * @param tasks the tasks of the run on many cores that are in a line at the playhead
 * @param selectedLine of the Java, or {@link #NO_LINE}
 * @param slices of the selected line, for each run that is shown; empty where none is selected or they aren't known
 * @param note why tasks are in no lines, or what is known of the selected line; an empty text for nothing
 */
public record CodeState(
        String java,
        int firstLine,
        String go,
        List<TaskAtLine> tasks,
        int selectedLine,
        List<LineSlices> slices,
        String note) {
    /** Stands for no line. */
    public static final int NO_LINE = 0;

    static final CodeState EMPTY = new CodeState("", 1, "", List.of(), NO_LINE, List.of(), "");

    public CodeState {
        tasks = List.copyOf(tasks);
        slices = List.copyOf(slices);
    }

    CodeState withTasks(List<TaskAtLine> nowThere) {
        return new CodeState(java, firstLine, go, nowThere, selectedLine, slices, note);
    }

    CodeState withSelected(int line, List<LineSlices> its, String said) {
        return new CodeState(java, firstLine, go, tasks, line, its, said);
    }
}
