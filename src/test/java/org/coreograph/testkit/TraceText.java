package org.coreograph.testkit;

import java.util.Locale;
import org.coreograph.analysis.RunReport;
import org.coreograph.analysis.Statistics.TaskFigures;
import org.coreograph.model.EventSink;
import org.coreograph.trace.Actions;
import org.coreograph.trace.Lane;
import org.coreograph.trace.SpanKind;
import org.coreograph.trace.Trace;
import org.coreograph.trace.Wakes;

/** Writes all of a run as text, so that two runs can be compared and a difference can be read. */
public final class TraceText {
    private TraceText() {}

    /** Writes the end, the cores' lanes (a switch as {@code ~task}), and every task's figures. */
    public static String of(RunReport report) {
        StringBuilder text = new StringBuilder();
        text.append(report.end().outcome().id())
                .append(" at ")
                .append(report.endNanos())
                .append('\n');
        Trace trace = report.trace();
        for (int core = 0; core < trace.cores(); core++) {
            text.append("core ")
                    .append(core)
                    .append(':')
                    .append(coreLane(trace.coreLane(core)))
                    .append('\n');
        }
        for (TaskFigures task : report.statistics().tasks()) {
            text.append(task(
                    task.id(),
                    task.arrivalNanos(),
                    orNever(task.firstRunNanos()),
                    orNever(task.finishNanos()),
                    task.readyNanos(),
                    task.runNanos(),
                    task.blockedNanos(),
                    task.switches(),
                    task.migrations(),
                    trace.times().get(task.id()).slices()));
        }
        return text.append("switches ")
                .append(report.statistics().contextSwitches())
                .append(" migrations ")
                .append(report.statistics().migrations())
                .append('\n')
                .toString();
    }

    /** Writes what {@link #of} does, and the tasks' lanes and who woke whom. */
    public static String inFull(RunReport report) {
        StringBuilder text = new StringBuilder(of(report));
        Trace trace = report.trace();
        for (int task = 0; task < trace.tasks().size(); task++) {
            text.append("lane ")
                    .append(task)
                    .append(':')
                    .append(taskLane(trace, trace.taskLane(task)))
                    .append('\n');
        }
        text.append("wakes:");
        Wakes wakes = trace.wakes();
        for (int i = 0; i < wakes.size(); i++) {
            text.append(' ')
                    .append(wakes.waker(i))
                    .append(">")
                    .append(wakes.woken(i))
                    .append('@')
                    .append(wakes.atNanos(i));
        }
        Actions actions = trace.actions();
        text.append("\nactions:");
        for (int i = 0; i < actions.size(); i++) {
            text.append(action(trace, i));
        }
        return text.append("\nreason: ")
                .append(report.end().reason())
                .append("\nresult: ")
                .append(report.end().result())
                .append('\n')
                .toString();
    }

    /** Writes who did what, to what, with what value and when, such as {@code 2 write(shared variable x)=3@200}. */
    private static String action(Trace trace, int index) {
        Actions actions = trace.actions();
        int object = actions.object(index);
        String value = trace.valueText(index);
        return "\n  " + actions.task(index) + " "
                + actions.action(index).name().toLowerCase(Locale.ROOT)
                + (object == EventSink.NONE ? "" : "(" + trace.objectName(object) + ")")
                + (value.isEmpty() ? "" : "=" + value)
                + "@" + actions.atNanos(index);
    }

    static String task(
            int id,
            long arrival,
            long first,
            long finish,
            long ready,
            long run,
            long blocked,
            int switches,
            int migrations,
            int slices) {
        return "task " + id + ": arrived " + arrival + " first " + first + " finish " + finish + " ready " + ready
                + " run " + run + " blocked " + blocked + " switches " + switches + " migrations " + migrations
                + " slices " + slices + "\n";
    }

    private static long orNever(Long nanos) {
        return nanos == null ? -1 : nanos;
    }

    private static String coreLane(Lane lane) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lane.size(); i++) {
            text.append(lane.kind(i) == SpanKind.SWITCHING ? " ~" : " ")
                    .append(lane.who(i))
                    .append(':')
                    .append(lane.startNanos(i))
                    .append('-')
                    .append(lane.endNanos(i));
        }
        return text.toString();
    }

    private static String taskLane(Trace trace, Lane lane) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lane.size(); i++) {
            text.append(' ').append(lane.kind(i).name().toLowerCase(Locale.ROOT));
            int who = lane.who(i);
            if (lane.kind(i) == SpanKind.RUNNING) {
                text.append('/').append(who);
            } else if (who >= 0) {
                text.append('(').append(trace.objectName(who)).append(')');
            }
            text.append(':').append(lane.startNanos(i)).append('-').append(lane.endNanos(i));
        }
        return text.toString();
    }
}
