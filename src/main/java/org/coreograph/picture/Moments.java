package org.coreograph.picture;

import java.util.ArrayList;
import java.util.List;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.EventSink;
import org.coreograph.trace.Lane;
import org.coreograph.trace.SliceFacts;
import org.coreograph.trace.SpanKind;
import org.jspecify.annotations.Nullable;

/** Finds what goes on at a time: on a core, to a task, and at the playhead. */
public final class Moments {
    /** More rows than this can't be read in one go. */
    private static final int MOST_ROWS = 6;

    private Moments() {}

    /** Says what goes on at the playhead, row by row; an empty text where there is no playhead. */
    public static String atPlayhead(ComparisonScene scene) {
        long nanos = scene.playheadNanos();
        if (nanos == ComparisonScene.NO_PLAYHEAD) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        lines.add("At " + Figures.precise(scene.endNanos()).text(nanos));
        for (RunReport run : scene.runs()) {
            RunRows rows = RunRows.of(scene, run);
            lines.add(run.coresTitle() + ", " + run.request().settings().clock().id()
                    + (nanos < run.endNanos() ? "" : ": " + (run.end() == null ? "not there yet" : "over")));
            int shown = nanos < run.endNanos() ? Math.min(MOST_ROWS, rows.count()) : 0;
            for (int row = 0; row < shown; row++) {
                String before = rows.kind() == RunRows.Kind.CORES ? rows.label(row) + ": " : "";
                Moment moment = rows.moment(row, nanos);
                lines.add("  " + before + moment.line());
                if (moment.slice() != null) {
                    lines.add("    " + moment.slice().line());
                    moment.slice().lost().forEach(lost -> lines.add("    " + lost));
                }
            }
            if (shown > 0 && rows.count() > shown) {
                lines.add("  and " + (rows.count() - shown) + " more rows");
            }
        }
        return String.join("\n", lines);
    }

    static Moment onCore(RunReport run, int core, long nanos) {
        Lane lane = run.trace().coreLane(core);
        int span = lane.at(nanos);
        if (span >= 0) {
            int task = lane.who(span);
            String name = task == EventSink.NONE
                    ? null
                    : run.trace().tasks().get(task).name();
            return spanned(run, name, lane, span, core, null, nanos);
        }
        int next = lane.firstEndingAfter(nanos);
        long from = next == 0 ? 0 : lane.endNanos(next - 1);
        long until = next == lane.size() ? run.endNanos() : lane.startNanos(next);
        return new Moment(run, null, null, from, until, core, null, null);
    }

    static Moment ofTask(RunReport run, int task, long nanos) {
        String name = run.trace().tasks().get(task).name();
        Lane lane = run.trace().taskLane(task);
        int span = lane.at(nanos);
        if (span >= 0) {
            boolean running = lane.kind(span) == SpanKind.RUNNING;
            int who = lane.who(span);
            String waitsFor =
                    running || who == EventSink.NONE ? null : run.trace().objectName(who);
            return spanned(run, name, lane, span, running ? who : Moment.NO_CORE, waitsFor, nanos);
        }
        boolean before = lane.size() == 0 || nanos < lane.startNanos(0);
        long from = before ? 0 : lane.endNanos(lane.size() - 1);
        long until = before && lane.size() > 0 ? lane.startNanos(0) : run.endNanos();
        return new Moment(run, name, null, from, until, Moment.NO_CORE, null, null);
    }

    /** Slices of a task that follow each other at once are one span of its lane; what is known is of each of them. */
    private static Moment spanned(
            RunReport run,
            @Nullable String task,
            Lane lane,
            int span,
            int core,
            @Nullable String waitsFor,
            long nanos) {
        SpanKind kind = lane.kind(span);
        boolean running = kind == SpanKind.RUNNING;
        SliceFacts facts = run.trace().facts(Math.max(0, core));
        int slice = running ? facts.at(nanos) : -1;
        return new Moment(
                run,
                task,
                kind,
                slice < 0 ? lane.startNanos(span) : facts.startNanos(slice),
                slice < 0 ? lane.endNanos(span) : facts.endNanos(slice),
                core,
                waitsFor,
                running ? SliceWords.of(run, core, nanos) : null);
    }
}
