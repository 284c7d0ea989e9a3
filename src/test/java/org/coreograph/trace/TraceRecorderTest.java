package org.coreograph.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.coreograph.analysis.RunReport;
import org.coreograph.engine.Engine;
import org.coreograph.engine.Run;
import org.coreograph.model.Clock;
import org.coreograph.model.Durations;
import org.coreograph.model.EventSink;
import org.coreograph.model.ObjectInfo;
import org.coreograph.model.ObjectKind;
import org.coreograph.model.Outcome;
import org.coreograph.model.Settings;
import org.coreograph.model.SliceEnd;
import org.coreograph.model.ThreadKind;
import org.coreograph.model.TraceFullException;
import org.coreograph.model.WaitKind;
import org.coreograph.program.Channel;
import org.coreograph.program.Program;
import org.coreograph.testkit.EveryEngine;
import org.coreograph.testkit.Invariants;
import org.coreograph.testkit.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The store: over the borders of its chunks, to its limit, and read while it is written. */
@Timeout(60)
class TraceRecorderTest {

    @Test
    void recordsOfManyChunksComeOutAsTheyWentIn() {
        TraceRecorder recorder = new TraceRecorder(1);
        recorder.declareTask(0, EventSink.NONE, "main");
        recorder.declareTask(1, 0, "task");
        recorder.offCore().arrived(0, 1);
        int slices = 3 * ChunkSource.CHUNK + 1;
        for (int i = 0; i < slices; i++) {
            recorder.core(0)
                    .ran(
                            10L * i,
                            10L * i,
                            10L * i + 4,
                            1,
                            SliceEnd.PREEMPTED,
                            null,
                            EventSink.NONE,
                            i % 2 == 0,
                            i % 3 == 0);
        }
        Trace trace = recorder.snapshot(10L * slices);
        Lane lane = trace.coreLane(0);
        assertThat(lane.size()).isEqualTo(slices);
        for (int i : new int[] {0, ChunkSource.CHUNK - 1, ChunkSource.CHUNK, 2 * ChunkSource.CHUNK, slices - 1}) {
            assertThat(lane.startNanos(i)).isEqualTo(10L * i);
            assertThat(lane.endNanos(i)).isEqualTo(10L * i + 4);
            assertThat(lane.who(i)).isEqualTo(1);
        }
        assertThat(trace.times().get(1).slices()).isEqualTo(slices);
        assertThat(trace.times().get(1).switches()).isEqualTo((slices + 1) / 2);
        assertThat(trace.times().get(1).migrations()).isEqualTo((slices + 2) / 3);
        Invariants.lanesAreRows(trace);
    }

    @Test
    void everythingThatIsPackedIntoARecordComesOut() {
        TraceRecorder recorder = new TraceRecorder(1);
        recorder.declareTask(0, EventSink.NONE, "main");
        recorder.declareTask(1, 0, "task");
        recorder.declareObject(0, new ObjectInfo(ObjectKind.CHANNEL, "c", 0));
        recorder.declareObject(1, ObjectInfo.of(ObjectKind.WAIT_GROUP, ""));
        recorder.offCore().arrived(5, 1);
        WaitKind[] kinds = WaitKind.values();
        long at = 5;
        for (WaitKind kind : kinds) {
            int object = kind == WaitKind.SLEEP ? EventSink.NONE : kind == WaitKind.JOIN ? 1 : 0;
            recorder.core(0).ran(at, at, at + 1, 1, SliceEnd.BLOCKED, kind, object, false, false);
            recorder.offCore().blocked(at + 1, at + 3, 1, kind, object, kind == WaitKind.SLEEP ? EventSink.NONE : 0);
            at += 3;
        }
        recorder.core(0).ended(at + 1, 1, true);
        recorder.core(0).ran(at, at, at + 1, 1, SliceEnd.ENDED, null, EventSink.NONE, false, false);
        Trace trace = recorder.snapshot(at + 1);
        Lane lane = trace.taskLane(1);
        assertThat(lane.size()).isEqualTo(2 * kinds.length + 1);
        for (int i = 0; i < kinds.length; i++) {
            assertThat(lane.kind(2 * i)).isEqualTo(SpanKind.RUNNING);
            assertThat(lane.kind(2 * i + 1)).isEqualTo(SpanKind.of(kinds[i]));
        }
        assertThat(lane.who(5)).isEqualTo(1);
        assertThat(trace.times().get(1)).isEqualTo(new TaskTimes(5, 5, at + 1, true, kinds.length + 1, 0, 0));
        assertThat(trace.wakes().size()).isEqualTo(kinds.length);
        assertThat(trace.wakes().waker(0)).isEqualTo(EventSink.NONE);
        assertThat(trace.wakes().waker(1)).isZero();
    }

    @Test
    void fullLogRefusesAndKeepsWhatItHas() {
        int few = ChunkSource.FIRST_CHUNK;
        TraceRecorder recorder = new TraceRecorder(1, few);
        recorder.declareTask(0, EventSink.NONE, "main");
        for (int i = 0; i < few; i++) {
            recorder.core(0).ran(2L * i, 2L * i, 2L * i + 1, 0, SliceEnd.PREEMPTED, null, EventSink.NONE, false, false);
        }
        assertThatThrownBy(() -> recorder.core(0).arrived(0, 0))
                .isInstanceOf(TraceFullException.class)
                .hasMessageContaining("the trace is full")
                .hasMessageContaining("longer quantum");
        assertThatThrownBy(() -> recorder.offCore().arrived(0, 0)).isInstanceOf(TraceFullException.class);
        assertThat(recorder.snapshot(2L * few).coreLane(0).size()).isEqualTo(few);
    }

    @EveryEngine
    void fullTraceOfSlicesStopsTheRun(Settings settings) {
        fullTraceStops(
                machine -> {
                    for (int i = 0; i < 2; i++) {
                        machine.start("loop", () -> {
                            while (true) {
                                machine.compute(2 * Durations.MICRO);
                                machine.sleep(1);
                            }
                        });
                    }
                },
                settings);
    }

    @EveryEngine
    void fullTraceOfWakesStopsTheRunAndIsNoFailureOfTheProgram(Settings settings) {
        fullTraceStops(
                machine -> {
                    Channel<Integer> channel = machine.channel("c", 0);
                    machine.start("sends", () -> {
                        while (true) {
                            try {
                                channel.send(1);
                            } catch (RuntimeException e) {
                                machine.result("caught", e.toString());
                            }
                        }
                    });
                    machine.start("receives", () -> {
                        while (true) {
                            channel.receive();
                        }
                    });
                },
                settings);
    }

    private static void fullTraceStops(Program program, Settings settings) {
        RunReport report = Runs.run(program, settings, new TraceRecorder(1, ChunkSource.CHUNK));
        assertThat(report.end().outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(report.end().reason()).startsWith("the trace is full at " + ChunkSource.CHUNK + " events");
        assertThat(report.end().failures()).isEmpty();
        assertThat(report.end().result()).isEmpty();
        Invariants.lanesAreRows(report.trace());
        RunReport next = Runs.run(machine -> machine.compute(1), settings);
        assertThat(next.end().outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void snapshotsOfAMeasuredRunGrow() throws InterruptedException {
        Program program = machine -> {
            Channel<Integer> channel = machine.channel("c", 1);
            for (int i = 0; i < 3; i++) {
                machine.start("loop", () -> {
                    for (int j = 0; j < 400; j++) {
                        machine.compute(100 * Durations.MICRO);
                    }
                });
            }
            machine.start("sends", () -> {
                for (int j = 0; j < 2_000; j++) {
                    machine.compute(5 * Durations.MICRO);
                    channel.send(j);
                }
                channel.close();
            });
            machine.start("receives", () -> {
                for (int number : channel) {
                    machine.compute(Durations.MICRO + number % 2);
                }
            });
        };
        Settings settings = Settings.DEFAULTS
                .withClock(Clock.MEASURED)
                .withThreads(ThreadKind.PLATFORM)
                .withCores(2)
                .withQuantumNanos(50 * Durations.MICRO);
        TraceRecorder recorder = new TraceRecorder(2);
        Run run = new Engine().start(program, settings, recorder);
        List<Trace> snapshots = new ArrayList<>();
        while (!run.isOver()) {
            snapshots.add(recorder.snapshot(run.nowNanos()));
            if (snapshots.size() == 2) {
                grew(snapshots.removeFirst(), snapshots.getFirst());
            }
            Thread.onSpinWait();
        }
        assertThat(run.await().outcome()).isEqualTo(Outcome.COMPLETED);
        Trace last = recorder.snapshot(run.await().endNanos());
        snapshots.forEach(before -> grew(before, last));
        assertThat(last.coreLane(0).size()).isGreaterThan(3);
    }

    /**
     * What was over stays as it was, and what was under way began when it did. Its end isn't compared: a task reads the
     * clock a moment before it writes down that its slice ended.
     */
    private static void grew(Trace before, Trace after) {
        Invariants.lanesAreRows(before);
        assertThat(after.tasks()).startsWith(before.tasks().toArray(TaskInfo[]::new));
        for (int core = 0; core < before.cores(); core++) {
            Lane old = before.coreLane(core);
            Lane now = after.coreLane(core);
            // Where it was written to again and again, a snapshot leaves out what is under way.
            assertThat(now.size()).isGreaterThanOrEqualTo(old.size() - 1);
            for (int i = 0; i < Math.min(old.size(), now.size()); i++) {
                assertThat(now.startNanos(i)).isEqualTo(old.startNanos(i));
                assertThat(now.who(i)).isEqualTo(old.who(i));
                assertThat(now.kind(i)).isEqualTo(old.kind(i));
                if (i < old.size() - 1) {
                    assertThat(now.endNanos(i)).isEqualTo(old.endNanos(i));
                }
            }
        }
    }

    @Test
    void openSliceIsDrawnUntilNowAndOnlyOnce() {
        TraceRecorder recorder = new TraceRecorder(1);
        recorder.declareTask(0, EventSink.NONE, "main");
        recorder.declareTask(1, 0, "task");
        recorder.offCore().arrived(0, 1);
        recorder.core(0).running(2, 2, 1);
        assertThat(recorder.snapshot(9).coreLane(0).endNanos(0)).isEqualTo(9);
        assertThat(recorder.snapshot(9).times().get(1).firstRunNanos()).isEqualTo(2);
        recorder.core(0).ran(2, 2, 5, 1, SliceEnd.PREEMPTED, null, EventSink.NONE, false, false);
        Trace trace = recorder.snapshot(9);
        assertThat(trace.coreLane(0).size()).isEqualTo(1);
        assertThat(trace.coreLane(0).endNanos(0)).isEqualTo(5);
        assertThat(trace.times().get(1).slices()).isEqualTo(1);
        assertThat(trace.taskLane(1).kind(2)).isEqualTo(SpanKind.READY);
    }

    @Test
    void snapshotThatIsAskedForTooEarlyEndsWithWhatWasWritten() {
        TraceRecorder recorder = new TraceRecorder(1);
        recorder.declareTask(0, EventSink.NONE, "main");
        recorder.core(0).ran(3, 3, 8, 0, SliceEnd.ENDED, null, EventSink.NONE, false, false);
        assertThat(recorder.snapshot(5).endNanos()).isEqualTo(8);
        assertThat(recorder.snapshot(10).endNanos()).isEqualTo(10);
    }

    @Test
    void laneFindsTheSpanAtATime() {
        Lane.Builder builder = new Lane.Builder(0);
        for (int i = 0; i < 100; i++) {
            builder.add(10 * i + 2, 10 * i + 7, i, SpanKind.RUNNING);
        }
        Lane lane = builder.build();
        for (long nanos = -5; nanos < 1_010; nanos++) {
            int expected = -1;
            int firstEnding = lane.size();
            for (int i = lane.size() - 1; i >= 0; i--) {
                if (lane.startNanos(i) <= nanos && nanos < lane.endNanos(i)) {
                    expected = i;
                }
                if (lane.endNanos(i) > nanos) {
                    firstEnding = i;
                }
            }
            assertThat(lane.at(nanos)).as("at %d", nanos).isEqualTo(expected);
            assertThat(lane.firstEndingAfter(nanos)).as("after %d", nanos).isEqualTo(firstEnding);
        }
        assertThat(Lane.EMPTY.at(0)).isEqualTo(-1);
    }

    @Test
    void laneJoinsWhatGoesOnAndLeavesOutWhatHasNoLength() {
        Lane.Builder builder = new Lane.Builder(1);
        builder.add(0, 3, 1, SpanKind.RUNNING);
        builder.add(3, 3, 2, SpanKind.RUNNING);
        builder.add(3, 5, 1, SpanKind.RUNNING);
        builder.add(5, 6, 1, SpanKind.SWITCHING);
        builder.add(7, 8, 1, SpanKind.SWITCHING);
        Lane lane = builder.build();
        assertThat(lane.size()).isEqualTo(3);
        assertThat(lane.endNanos(0)).isEqualTo(5);
    }
}
