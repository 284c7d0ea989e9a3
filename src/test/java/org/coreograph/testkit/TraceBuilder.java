package org.coreograph.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.EventSink;
import org.coreograph.model.Outcome;
import org.coreograph.model.RunEnd;
import org.coreograph.model.RunRequest;
import org.coreograph.model.Settings;
import org.coreograph.model.SliceEnd;
import org.coreograph.model.WaitKind;
import org.coreograph.trace.Trace;
import org.coreograph.trace.TraceRecorder;

/** Writes a trace by hand, without an engine. Tasks are 1, 2, ... and arrive at 0; each core's events come in order. */
public final class TraceBuilder {
    private final TraceRecorder recorder;
    private final int cores;
    /** Since when each core switches to the task of its next slice, or none. */
    private final long[] changes;

    public TraceBuilder(int cores, String... tasks) {
        this.cores = cores;
        changes = new long[cores];
        Arrays.fill(changes, EventSink.NONE);
        recorder = new TraceRecorder(cores);
        recorder.declareTask(EventSink.MAIN, EventSink.NONE, "main");
        for (int i = 0; i < tasks.length; i++) {
            recorder.declareTask(i + 1, EventSink.MAIN, tasks[i]);
            recorder.offCore().arrived(0, i + 1);
        }
    }

    /** A task runs, then waits for its next slice. */
    public TraceBuilder slice(int core, long startNanos, long endNanos, int task) {
        recorder.core(core)
                .ran(
                        dispatched(core, startNanos),
                        startNanos,
                        endNanos,
                        task,
                        SliceEnd.PREEMPTED,
                        null,
                        EventSink.NONE,
                        startNanos > 0,
                        false);
        return this;
    }

    /** Adds what the platform told of the last slice of a core. */
    public TraceBuilder facts(int core, long cpuNanos, long osThread, int processor) {
        recorder.core(core).facts(cpuNanos, osThread, processor);
        return this;
    }

    /** A task runs, then waits without an object. */
    public TraceBuilder blocks(int core, long startNanos, long endNanos, int task, WaitKind kind) {
        recorder.core(core)
                .ran(
                        dispatched(core, startNanos),
                        startNanos,
                        endNanos,
                        task,
                        SliceEnd.BLOCKED,
                        kind,
                        EventSink.NONE,
                        startNanos > 0,
                        false);
        return this;
    }

    /** A core begins to switch to the task of its next slice. */
    public TraceBuilder change(int core, long startNanos) {
        changes[core] = startNanos;
        return this;
    }

    private long dispatched(int core, long startNanos) {
        long since = changes[core];
        changes[core] = EventSink.NONE;
        return since == EventSink.NONE ? startNanos : since;
    }

    /** A core is switched off. */
    public TraceBuilder off(int core, long startNanos, long endNanos) {
        recorder.core(core).off(startNanos, endNanos);
        return this;
    }

    /** A task runs to its end. */
    public TraceBuilder last(int core, long startNanos, long endNanos, int task, boolean failed) {
        recorder.core(core)
                .ran(
                        dispatched(core, startNanos),
                        startNanos,
                        endNanos,
                        task,
                        SliceEnd.ENDED,
                        null,
                        EventSink.NONE,
                        startNanos > 0,
                        false);
        recorder.core(core).ended(endNanos, task, failed);
        return this;
    }

    public Trace build(long endNanos) {
        return recorder.snapshot(endNanos);
    }

    /** Returns a run of it that ended so. */
    public RunReport run(Settings settings, long endNanos, Outcome outcome, String reason) {
        RunEnd end = new RunEnd(outcome, reason, endNanos, Map.of(), List.of(), Map.of(), List.of(), null);
        return RunReport.of(request(settings), "Test", build(endNanos), end);
    }

    /** Returns a run that completed. */
    public RunReport completed(Settings settings, long endNanos) {
        RunEnd end = new RunEnd(Outcome.COMPLETED, null, endNanos, Map.of(), List.of(), Map.of(), List.of(), null);
        return RunReport.of(request(settings), "Test", build(endNanos), end);
    }

    private RunRequest request(Settings settings) {
        return new RunRequest("test", Map.of(), settings.withCores(cores));
    }

    /** Two tasks, A and B, take turns on one core, with a switch between any two slices. */
    public static TraceBuilder takingTurns(int slices, long sliceNanos, long switchNanos) {
        TraceBuilder builder = new TraceBuilder(1, "A", "B");
        long at = 0;
        for (int i = 0; i < slices; i++) {
            int task = 1 + i % 2;
            if (i > 0 && switchNanos > 0) {
                builder.change(0, at);
                at += switchNanos;
            }
            builder.slice(0, at, at + sliceNanos, task);
            at += sliceNanos;
        }
        return builder;
    }

    /** Returns when {@link #takingTurns} ends. */
    public static long turnsEndNanos(int slices, long sliceNanos, long switchNanos) {
        return slices * sliceNanos + (slices - 1) * switchNanos;
    }
}
