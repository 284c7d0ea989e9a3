package org.coreograph.picture;

import java.util.ArrayList;
import java.util.List;
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
 * @param waitsFor the name of what the task is blocked on, or null
 * @param slice what is known of the slice of a measured run, or null where none is
 */
public record Moment(
        RunReport run,
        @Nullable String task,
        @Nullable SpanKind kind,
        long startNanos,
        long endNanos,
        int core,
        @Nullable String waitsFor,
        @Nullable SliceWords slice) {
    public static final int NO_CORE = -1;

    /** Says it in a few lines. */
    public String words() {
        List<String> lines = new ArrayList<>();
        lines.add(what());
        lines.add(fromTo());
        lines.add("for " + Durations.human(endNanos - startNanos) + soFar());
        if (core != NO_CORE) {
            lines.add("core " + core + " of " + run.trace().cores());
        }
        if (slice != null) {
            lines.addAll(slice.lines());
        }
        return String.join("\n", lines);
    }

    /** Says it in one line, without the core and what is known of the slice. */
    String line() {
        return what() + ", " + fromTo() + soFar();
    }

    private String fromTo() {
        Figures figures = Figures.precise(run.endNanos());
        return figures.text(startNanos) + " to " + figures.text(endNanos);
    }

    /** What is under way goes on. */
    private String soFar() {
        return run.end() == null && endNanos == run.endNanos() ? " so far" : "";
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
            case SWITCHING -> (run.request().settings().simulated() ? "switching to " : "handing over to ") + task;
            case OFF -> "switched off";
            case READY -> task + ", ready";
            case SLEEPING -> task + ", sleeping";
            case IO -> task + ", waiting for I/O";
            case JOINING -> task + ", waiting for others to finish";
            case BLOCKED -> task + ", blocked" + (waitsFor == null ? "" : " on " + waitsFor);
        };
    }
}
