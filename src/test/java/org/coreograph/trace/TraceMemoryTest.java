package org.coreograph.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.coreograph.model.Action;
import org.coreograph.model.EventSink;
import org.coreograph.model.ObjectInfo;
import org.coreograph.model.ObjectKind;
import org.coreograph.model.Outcome;
import org.coreograph.model.RunEnd;
import org.coreograph.model.SliceEnd;
import org.coreograph.model.TraceFullException;
import org.coreograph.model.ValueKind;
import org.coreograph.model.WaitKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Memory goes from run to run, and nothing else does. */
@Timeout(60)
class TraceMemoryTest {
    private static final int SLICES = 20 * ChunkSource.CHUNK;

    private final ChunkPool pool = new ChunkPool(1_000);

    private TraceRecorder recorder() {
        TraceRecorder recorder = new TraceRecorder(2, TraceRecorder.MAX_RECORDS, pool);
        recorder.declareTask(0, EventSink.NONE, "main");
        recorder.declareTask(1, 0, "one");
        recorder.declareTask(2, 0, "two");
        recorder.offCore().arrived(0, 1);
        recorder.offCore().arrived(0, 2);
        return recorder;
    }

    /** Slices of one task that are so long each, with as long a pause between them. */
    private static void write(EventSink.Writer writer, int task, int slices, long lengthNanos) {
        for (int i = 0; i < slices; i++) {
            long at = 2 * i * lengthNanos;
            writer.ran(at, at, at + lengthNanos, task, SliceEnd.PREEMPTED, null, EventSink.NONE, false, false);
        }
    }

    private static void assertWritten(Trace trace, int core, int task, int slices, long lengthNanos) {
        Lane lane = trace.coreLane(core);
        assertThat(lane.size()).isEqualTo(slices);
        for (int i = 0; i < slices; i++) {
            if (lane.startNanos(i) != 2 * i * lengthNanos
                    || lane.endNanos(i) != (2 * i + 1) * lengthNanos
                    || lane.who(i) != task) {
                throw new AssertionError("slice " + i + " of task " + lane.who(i) + " from " + lane.startNanos(i)
                        + " to " + lane.endNanos(i));
            }
        }
        assertThat(trace.times().get(task).slices()).isEqualTo(slices);
    }

    private static RunEnd end(Outcome outcome) {
        return new RunEnd(outcome, null, 4L * SLICES, Map.of(), List.of(), Map.of(), List.of(), List.of());
    }

    @Test
    void memoryOfARunThatIsOverIsUsedByTheNext() {
        TraceRecorder first = recorder();
        write(first.core(0), 1, SLICES, 1);
        Trace trace = first.finish(end(Outcome.COMPLETED));
        int given = pool.size();
        assertThat(given).isBetween(SLICES / ChunkSource.CHUNK - 3, SLICES / ChunkSource.CHUNK);
        TraceRecorder next = recorder();
        write(next.core(1), 2, SLICES, 2);
        assertThat(pool.size()).isZero();
        assertWritten(next.snapshot(0), 1, 2, SLICES, 2);
        assertWritten(trace, 0, 1, SLICES, 1);
    }

    @Test
    void nothingOfAnOlderRunIsSeenInTheMemoryOfANewOne() {
        TraceRecorder older = recorder();
        older.declareObject(0, ObjectInfo.of(ObjectKind.MUTEX, "old"));
        for (int i = 0; i < SLICES; i++) {
            older.core(0).did(i, 1, Action.EMIT, EventSink.NONE, ValueKind.TEXT, older.declareText("old"));
            older.core(0).blocked(i, i + 1, 2, WaitKind.LOCK, 0, 1);
            older.core(0).facts(i, i, i & 7);
        }
        older.finish(end(Outcome.DEADLOCK));
        TraceRecorder newer = recorder();
        int slices = SLICES + ChunkSource.CHUNK / 2;
        write(newer.core(0), 1, slices, 1);
        Trace trace = newer.snapshot(0);
        assertWritten(trace, 0, 1, slices, 1);
        assertThat(trace.endNanos()).isEqualTo(2L * slices - 1);
        assertThat(trace.actions().size() + trace.wakes().size()).isZero();
        assertThat(trace.facts(0).size()).isZero();
        assertThat(trace.taskLane(2).size()).isEqualTo(1);
    }

    @Test
    void writerOfARunThatIsOverCannotTouchTheNext() {
        TraceRecorder older = recorder();
        EventSink.Writer late = older.core(0);
        write(late, 1, SLICES, 1);
        Trace trace = older.finish(end(Outcome.COMPLETED));
        TraceRecorder newer = recorder();
        write(newer.core(0), 2, SLICES / 2, 3);
        assertThatThrownBy(() -> write(late, 1, SLICES, 5))
                .isInstanceOf(TraceFullException.class)
                .hasMessageContaining("its run is over");
        assertThatThrownBy(() -> older.core(1).arrived(0, 1)).isInstanceOf(TraceFullException.class);
        assertThatThrownBy(() -> older.core(9).arrived(0, 1)).isInstanceOf(TraceFullException.class);
        write(newer.core(1), 1, SLICES, 4);
        assertWritten(newer.snapshot(0), 0, 2, SLICES / 2, 3);
        assertWritten(newer.snapshot(0), 1, 1, SLICES, 4);
        assertThat(older.snapshot(0)).isSameAs(trace);
        assertThat(older.finish(end(Outcome.COMPLETED))).isSameAs(trace);
    }

    @Test
    void stoppedRunGivesNothingBackSinceAThreadOfItMayBeWriting() {
        TraceRecorder stopped = recorder();
        write(stopped.core(0), 1, SLICES, 1);
        assertWritten(stopped.finish(end(Outcome.STOPPED)), 0, 1, SLICES, 1);
        assertThat(pool.size()).isZero();
        assertThatThrownBy(() -> write(stopped.core(0), 1, SLICES, 1)).isInstanceOf(TraceFullException.class);
    }

    @Test
    void lateWriterAndTheNextRunWriteAtTheSameTime() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 20; round++) {
                TraceRecorder older = recorder();
                write(older.core(0), 1, SLICES, 1);
                CountDownLatch bothReady = new CountDownLatch(2);
                Future<?> late = threads.submit(() -> {
                    await(bothReady);
                    assertThatThrownBy(() -> {
                                while (true) {
                                    write(older.core(0), 1, 1, 7);
                                }
                            })
                            .isInstanceOf(TraceFullException.class);
                });
                Future<Trace> next = threads.submit(() -> {
                    await(bothReady);
                    older.finish(end(Outcome.COMPLETED));
                    TraceRecorder newer = recorder();
                    write(newer.core(0), 2, SLICES, 3);
                    return newer.snapshot(0);
                });
                late.get();
                assertWritten(next.get(), 0, 2, SLICES, 3);
            }
        }
    }

    @Test
    void snapshotsThatAreTakenWhileARunEndsAreOfThatRun() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
            for (int round = 0; round < 20; round++) {
                TraceRecorder older = recorder();
                write(older.core(0), 1, SLICES, 1);
                CountDownLatch bothReady = new CountDownLatch(2);
                Future<List<Trace>> snapshots = threads.submit(() -> {
                    List<Trace> taken = new ArrayList<>();
                    await(bothReady);
                    for (int i = 0; i < 4; i++) {
                        taken.add(older.snapshot(0));
                    }
                    return taken;
                });
                await(bothReady);
                older.finish(end(Outcome.COMPLETED));
                write(recorder().core(0), 2, SLICES, 3);
                for (Trace trace : snapshots.get()) {
                    assertWritten(trace, 0, 1, SLICES, 1);
                }
            }
        }
    }

    private static void await(CountDownLatch bothReady) {
        bothReady.countDown();
        try {
            bothReady.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void snapshotsOfALogThatIsBeingWrittenAreWholeAndGrow() throws Exception {
        TraceRecorder recorder = recorder();
        try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
            Future<?> writing = threads.submit(() -> write(recorder.core(0), 1, SLICES, 1));
            int seen = 0;
            while (!writing.isDone()) {
                Trace trace = recorder.snapshot(0);
                assertThat(trace.coreLane(0).size()).isGreaterThanOrEqualTo(seen);
                seen = trace.coreLane(0).size();
                assertWritten(trace, 0, 1, seen, 1);
            }
            writing.get();
        }
        assertWritten(recorder.snapshot(0), 0, 1, SLICES, 1);
    }

    @Test
    void poolKeepsNoMoreThanItIsToldTo() {
        ChunkPool small = new ChunkPool(2);
        List<long[]> chunks = List.of(new long[1], new long[2], new long[3]);
        small.give(chunks);
        assertThat(small.size()).isEqualTo(2);
        assertThat(small.take()).isSameAs(chunks.get(1));
        assertThat(small.take()).isSameAs(chunks.get(0));
        assertThat(small.take()).isNull();
        small.give(chunks);
        assertThat(small.size()).isEqualTo(2);
    }
}
