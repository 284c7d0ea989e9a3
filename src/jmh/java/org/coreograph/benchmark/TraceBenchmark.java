package org.coreograph.benchmark;

import java.util.concurrent.TimeUnit;
import org.coreograph.model.EventSink;
import org.coreograph.model.SliceEnd;
import org.coreograph.trace.TraceRecorder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Appending a slice to the trace, beside storing its three numbers in an array.
 *
 * <p>{@link #append} writes a new trace each time and so pays for its memory. {@link #bareStoreInNewMemory} stores as
 * much in arrays of the same size, new as well; {@link #bareStore} in one array that is there already, the limit.
 * {@link #appendBesideAnother} is what an append takes while a second thread appends to the log of another core:
 * writers that disturb each other show as a figure above {@link #appendOnAThread}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(TraceBenchmark.RECORDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(2)
public class TraceBenchmark {
    static final int RECORDS = 1_000_000;

    private static final int LONGS = 3;
    private static final int CHUNK_LONGS = 4_096 * LONGS;

    private final long[] kept = new long[RECORDS * LONGS];

    @Benchmark
    public TraceRecorder append() {
        TraceRecorder recorder = new TraceRecorder(1);
        fill(recorder.core(0));
        return recorder;
    }

    @Benchmark
    public TraceRecorder appendOnAThread() throws InterruptedException {
        TraceRecorder recorder = new TraceRecorder(2);
        Thread one = Thread.ofPlatform().start(() -> fill(recorder.core(0)));
        one.join();
        return recorder;
    }

    @Benchmark
    public TraceRecorder appendBesideAnother() throws InterruptedException {
        TraceRecorder recorder = new TraceRecorder(2);
        Thread one = Thread.ofPlatform().start(() -> fill(recorder.core(0)));
        Thread other = Thread.ofPlatform().start(() -> fill(recorder.core(1)));
        one.join();
        other.join();
        return recorder;
    }

    private static void fill(EventSink.Writer writer) {
        for (int i = 0; i < RECORDS; i++) {
            writer.ran(i, i, i + 1, i & 63, SliceEnd.PREEMPTED, null, EventSink.NONE, true, (i & 1) == 0);
        }
    }

    @Benchmark
    public long[] bareStore() {
        for (int i = 0; i < RECORDS; i++) {
            store(kept, i * LONGS, i);
        }
        return kept;
    }

    @Benchmark
    public long[][] bareStoreInNewMemory() {
        long[][] chunks = new long[(RECORDS * LONGS + CHUNK_LONGS - 1) / CHUNK_LONGS][];
        long[] chunk = kept;
        for (int i = 0; i < RECORDS; i++) {
            int at = i * LONGS % CHUNK_LONGS;
            if (at == 0) {
                chunk = new long[CHUNK_LONGS];
                chunks[i * LONGS / CHUNK_LONGS] = chunk;
            }
            store(chunk, at, i);
        }
        return chunks;
    }

    private static void store(long[] to, int at, int i) {
        to[at] = i;
        to[at + 1] = i + 1;
        to[at + 2] = i & 63;
    }
}
