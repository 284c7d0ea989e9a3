package org.coreograph.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.coreograph.trace.TaskInfo;
import org.coreograph.trace.Trace;

/** Writes the running slices of a trace as comma-separated values. */
final class TraceCsv {
    private static final String HEADER = "core,task,name,startNanos,endNanos,state\n";

    private TraceCsv() {}

    static void write(Trace trace, Writer to) throws IOException {
        List<String> names =
                trace.tasks().stream().map(TaskInfo::name).map(Csv::field).toList();
        StringBuilder line = new StringBuilder();
        to.write(HEADER);
        SlicesInOrder.visit(trace, (core, task, startNanos, endNanos) -> {
            line.setLength(0);
            line.append(core).append(',').append(task).append(',').append(names.get(task));
            line.append(',').append(startNanos).append(',').append(endNanos).append(",running\n");
            to.append(line);
        });
    }
}
