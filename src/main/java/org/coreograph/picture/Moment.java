package org.coreograph.picture;

import org.coreograph.analysis.RunReport;
import org.coreograph.model.Durations;
import org.coreograph.trace.SpanKind;
import org.jspecify.annotations.Nullable;

/**
 * What goes on at a place of a timeline.
 *
 * @param task the name of the task, or null where a core is idle or off
 * @param kind what it does, or null where a core is idle, and before a task arrived and after it ended
 * @param startNanos since when
 * @param endNanos until when
 * @param core on which core, or {@link #NO_CORE}
 */
public record Moment(
        RunReport run, @Nullable String task, @Nullable SpanKind kind, long startNanos, long endNanos, int core) {
    public static final int NO_CORE = -1;

    /** Says it in a few lines. */
    public String words() {
        Figures figures = Figures.precise(run.endNanos());
        String on =
                core == NO_CORE ? "" : "\ncore " + core + " of " + run.trace().cores();
        return what() + "\n" + figures.text(startNanos) + " to " + figures.text(endNanos) + "\nfor "
                + Durations.human(endNanos - startNanos) + on;
    }

    private String what() {
        if (kind == null) {
            return task == null ? "idle" : task + ", not there";
        }
        return state(kind);
    }

    private String state(SpanKind its) {
        return switch (its) {
            case RUNNING -> task + ", running";
            case SWITCHING -> "switching to " + task;
            case OFF -> "switched off";
            case READY -> task + ", ready";
            case SLEEPING -> task + ", sleeping";
            case IO -> task + ", waiting for I/O";
            case JOINING -> task + ", waiting for others to finish";
            case BLOCKED -> task + ", blocked";
        };
    }
}
