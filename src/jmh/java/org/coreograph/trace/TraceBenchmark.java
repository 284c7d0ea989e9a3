package org.coreograph.trace;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.coreograph.model.EventSink;
import org.coreograph.model.Outcome;
import org.coreograph.model.SliceEnd;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Appending a slice and the switch before it to the trace, beside storing its four numbers in an array.
 *
 * <p>{@link #append} is what it takes in a run that is not the first: the memory of the run before is used again, as when
 * the core slider is dragged. {@link #bareStore} stores as much in one array that is there already, the limit.
 * {@link #appendInNewMemory} is the first run's, which pays for memory that is new, and {@link #bareStoreInNewMemory} its
 * limit. All these are of a run of 100,000 slices. The two of a million slices, 32 MB, are bound by how fast the machine
 * writes to memory that is in no cache.
 *
 * <p>{@link #appendBesideAnother} is what an append takes while a second thread appends to the log of another core:
 * writers that disturb each other show as a figure that is more above {@link #append} than
 * {@link #bareStoreBesideAnother} is above {@link #bareStore}: processors share caches and memory. It needs two
 * processors to itself.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(TraceBenchmark.RECORDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(2)
public class TraceBenchmark {
    static final int RECORDS = 100_000;
    static final int MANY_RECORDS = 1_000_000;

    private static final int CHUNK_LONGS = ChunkSource.CHUNK * EventLog.LONGS;

    private final long[] kept = new long[RECORDS * EventLog.LONGS];
    private final long[] keptMany = new long[MANY_RECORDS * EventLog.LONGS];

    /** A new trace for each run, in the memory of the one before. */
    @State(Scope.Benchmark)
    public static class NextRun {
        private TraceRecorder recorder = new TraceRecorder(2);

        @Setup(Level.Invocation)
        public void begin() {
            recorder = new TraceRecorder(2);
        }

        @TearDown(Level.Invocation)
        public void end() {
            recorder.giveBack(Outcome.COMPLETED);
        }
    }

    /** The same, while a thread of its own writes to the log of another core. */
    @State(Scope.Benchmark)
    public static class RunOfTwo {
        private TraceRecorder recorder = new TraceRecorder(2);
        private final AtomicReference<EventSink.@Nullable Writer> asked = new AtomicReference<>();
        private final AtomicReference<EventSink.@Nullable Writer> writing = new AtomicReference<>();
        private volatile boolean over;

        @Setup
        public void startOther() {
            over = false;
            Thread.ofPlatform().daemon().start(() -> {
                EventSink.@Nullable Writer last = null;
                while (!over) {
                    EventSink.Writer writer = asked.get();
                    writing.set(writer);
                    // As many records as are measured beside them, into memory that is there as well.
                    for (int i = 0; writer != null && writer != last && i < RECORDS; i++) {
                        append(writer, i);
                    }
                    last = writer;
                }
            });
        }

        @TearDown
        public void endOther() {
            over = true;
        }

        @Setup(Level.Invocation)
        public void begin() {
            recorder = new TraceRecorder(2);
            ask(recorder.core(1));
        }

        @TearDown(Level.Invocation)
        public void end() {
            ask(null);
            recorder.giveBack(Outcome.COMPLETED);
        }

        private void ask(EventSink.@Nullable Writer writer) {
            asked.set(writer);
            while (writing.get() != writer) {
                Thread.onSpinWait();
            }
        }
    }

    /** A thread of its own that stores without end in an array of its own. */
    @State(Scope.Benchmark)
    public static class OtherStores {
        private final long[] others = new long[RECORDS * EventLog.LONGS];
        private volatile boolean over;

        @Setup
        public void startOther() {
            over = false;
            Thread.ofPlatform().daemon().start(() -> {
                for (int i = 0; !over; i = (i + 1) % RECORDS) {
                    store(others, i * EventLog.LONGS, i);
                }
            });
        }

        @TearDown
        public void endOther() {
            over = true;
        }
    }

    @Benchmark
    public void append(NextRun run) {
        fill(run.recorder.core(0), RECORDS);
    }

    @Benchmark
    @OperationsPerInvocation(MANY_RECORDS)
    public void appendMany(NextRun run) {
        fill(run.recorder.core(0), MANY_RECORDS);
    }

    @Benchmark
    public void appendBesideAnother(RunOfTwo run) {
        fill(run.recorder.core(0), RECORDS);
    }

    @Benchmark
    public TraceRecorder appendInNewMemory() {
        TraceRecorder recorder = new TraceRecorder(1, TraceRecorder.MAX_RECORDS, new ChunkPool(0));
        fill(recorder.core(0), RECORDS);
        return recorder;
    }

    private static void fill(EventSink.Writer writer, int records) {
        for (int i = 0; i < records; i++) {
            append(writer, i);
        }
    }

    private static void append(EventSink.Writer writer, int i) {
        writer.ran(i, i, i + 1, i & 63, SliceEnd.PREEMPTED, null, EventSink.NONE, true, (i & 1) == 0);
    }

    @Benchmark
    public long[] bareStore() {
        for (int i = 0; i < RECORDS; i++) {
            store(kept, i * EventLog.LONGS, i);
        }
        return kept;
    }

    @Benchmark
    public long[] bareStoreBesideAnother(OtherStores other) {
        return bareStore();
    }

    @Benchmark
    @OperationsPerInvocation(MANY_RECORDS)
    public long[] bareStoreMany() {
        for (int i = 0; i < MANY_RECORDS; i++) {
            store(keptMany, i * EventLog.LONGS, i);
        }
        return keptMany;
    }

    @Benchmark
    public long[][] bareStoreInNewMemory() {
        long[][] chunks = new long[(RECORDS * EventLog.LONGS + CHUNK_LONGS - 1) / CHUNK_LONGS][];
        long[] chunk = kept;
        for (int i = 0; i < RECORDS; i++) {
            int at = i * EventLog.LONGS % CHUNK_LONGS;
            if (at == 0) {
                chunk = new long[CHUNK_LONGS];
                chunks[i * EventLog.LONGS / CHUNK_LONGS] = chunk;
            }
            store(chunk, at, i);
        }
        return chunks;
    }

    private static void store(long[] to, int at, int i) {
        to[at] = i;
        to[at + 1] = i + 1;
        to[at + 2] = i;
        to[at + 3] = i & 63;
    }
}
