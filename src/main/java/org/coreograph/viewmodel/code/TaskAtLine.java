package org.coreograph.viewmodel.code;

import java.util.ArrayList;
import java.util.List;
import org.coreograph.trace.CodeLines;
import org.coreograph.trace.Lane;
import org.coreograph.trace.SpanKind;
import org.coreograph.trace.Trace;

/**
 * A task and the line that it is in.
 *
 * @param line counted from 1
 * @param state what the task does there
 */
public record TaskAtLine(int task, String name, int line, SpanKind state) {
    /** Returns all tasks that are in a line of the program at a time, by their ids. */
    public static List<TaskAtLine> at(Trace trace, CodeLines lines, long nanos) {
        List<TaskAtLine> found = new ArrayList<>();
        for (int task = 0; task < trace.tasks().size(); task++) {
            Lane lane = trace.taskLane(task);
            int span = lane.at(nanos);
            int line = span < 0 ? CodeLines.NOWHERE : lines.lineAt(task, nanos);
            if (line != CodeLines.NOWHERE) {
                found.add(new TaskAtLine(task, trace.tasks().get(task).name(), line, lane.kind(span)));
            }
        }
        return List.copyOf(found);
    }

    public boolean running() {
        return state == SpanKind.RUNNING;
    }
}
