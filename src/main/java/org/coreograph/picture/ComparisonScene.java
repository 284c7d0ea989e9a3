package org.coreograph.picture;

import java.util.List;
import org.coreograph.analysis.LineSlices;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.EventSink;
import org.jspecify.annotations.Nullable;

/**
 * All that decides what a comparison, or a single timeline, looks like, besides its size and colours. Two equal scenes
 * give the same picture.
 *
 * @param runs from top to bottom: one core above N cores, or one run alone
 * @param ghost the run before, drawn as thin lanes of its own below, or null
 * @param startNanos the left end of the time axis
 * @param endNanos the right end, after the left
 * @param playheadNanos where the playhead is, or -1 for none
 * @param lensNanos the width of the time lens; 0 draws what ran
 * @param rows what has a row of its own; through the lens always tasks
 * @param selectedTask the task whose messages and wake-ups are drawn among rows of tasks, or {@link #NO_TASK}
 * @param line when tasks were in a line of the program that is pointed at, for each of the runs; or empty
 * @param marks times pointed at on the axis
 * @param presentation large type and thick lines, for the last row of a room
 */
public record ComparisonScene(
        List<RunReport> runs,
        @Nullable RunReport ghost,
        long startNanos,
        long endNanos,
        long playheadNanos,
        long lensNanos,
        Rows rows,
        int selectedTask,
        List<LineSlices> line,
        List<TimeMark> marks,
        boolean presentation) {
    /** What has a row of its own. */
    public enum Rows {
        /** Each core, with the tasks it ran. */
        CORES,
        /** Each task, with what it did and what it waited for. */
        TASKS
    }

    /** Says that no task is selected. */
    public static final int NO_TASK = EventSink.NONE;

    /** Says that no playhead is drawn. */
    public static final long NO_PLAYHEAD = -1;

    public ComparisonScene {
        runs = List.copyOf(runs);
        line = List.copyOf(line);
        marks = List.copyOf(marks);
    }

    /** Returns a scene that shows runs from their start to the latest end, with nothing else. */
    public static ComparisonScene of(List<RunReport> runs) {
        long end = runs.stream().mapToLong(RunReport::endNanos).max().orElse(0);
        return new ComparisonScene(
                runs, null, 0, Math.max(1, end), NO_PLAYHEAD, 0, Rows.CORES, NO_TASK, List.of(), List.of(), false);
    }

    public ComparisonScene withRuns(List<RunReport> newRuns) {
        return new ComparisonScene(
                newRuns,
                ghost,
                startNanos,
                endNanos,
                playheadNanos,
                lensNanos,
                rows,
                selectedTask,
                line,
                marks,
                presentation);
    }

    public ComparisonScene withGhost(@Nullable RunReport newGhost) {
        return new ComparisonScene(
                runs,
                newGhost,
                startNanos,
                endNanos,
                playheadNanos,
                lensNanos,
                rows,
                selectedTask,
                line,
                marks,
                presentation);
    }

    public ComparisonScene withRange(long newStartNanos, long newEndNanos) {
        return new ComparisonScene(
                runs,
                ghost,
                newStartNanos,
                newEndNanos,
                playheadNanos,
                lensNanos,
                rows,
                selectedTask,
                line,
                marks,
                presentation);
    }

    public ComparisonScene withPlayhead(long nanos) {
        return new ComparisonScene(
                runs, ghost, startNanos, endNanos, nanos, lensNanos, rows, selectedTask, line, marks, presentation);
    }

    public ComparisonScene withLens(long widthNanos) {
        return new ComparisonScene(
                runs,
                ghost,
                startNanos,
                endNanos,
                playheadNanos,
                widthNanos,
                rows,
                selectedTask,
                line,
                marks,
                presentation);
    }

    public ComparisonScene withRows(Rows newRows) {
        return new ComparisonScene(
                runs,
                ghost,
                startNanos,
                endNanos,
                playheadNanos,
                lensNanos,
                newRows,
                selectedTask,
                line,
                marks,
                presentation);
    }

    public ComparisonScene withSelectedTask(int task) {
        return new ComparisonScene(
                runs, ghost, startNanos, endNanos, playheadNanos, lensNanos, rows, task, line, marks, presentation);
    }

    public ComparisonScene withMarks(List<TimeMark> newMarks) {
        return new ComparisonScene(
                runs,
                ghost,
                startNanos,
                endNanos,
                playheadNanos,
                lensNanos,
                rows,
                selectedTask,
                line,
                newMarks,
                presentation);
    }
}
