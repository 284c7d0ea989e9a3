package org.coreograph.benchmark;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.coreograph.analysis.RunReport;
import org.coreograph.gallery.Gallery;
import org.coreograph.model.RunEnd;
import org.coreograph.model.RunRequest;
import org.coreograph.model.Settings;
import org.coreograph.trace.TraceRecorder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one step of the core slider costs while it is dragged from 1 to 64 cores and back over the first program, with
 * its defaults. The limit is not another program but a frame of 16 ms, at the 99th percentile.
 *
 * <p>{@link #runAndReport}: the simulated run with its threads, the snapshot of its trace and the numbers, waited for
 * on the calling thread.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 3)
@Fork(2)
public class DragBenchmark {
    private static final int MAX_CORES = 64;
    private static final RunRequest TWO_LOOPS = new RunRequest("two-loops", Map.of(), Settings.DEFAULTS);

    private final Gallery gallery = new Gallery();
    private int step;

    @Benchmark
    public RunReport runAndReport() throws InterruptedException {
        return run(nextCores());
    }

    private int nextCores() {
        int at = step++ % (2 * MAX_CORES - 2);
        return at < MAX_CORES ? 1 + at : 2 * MAX_CORES - 1 - at;
    }

    private RunReport run(int cores) throws InterruptedException {
        RunRequest request = TWO_LOOPS.withSettings(TWO_LOOPS.settings().withCores(cores));
        TraceRecorder recorder = new TraceRecorder(cores);
        RunEnd end = EngineRuns.run(gallery.create(request), request.settings(), recorder);
        return RunReport.of(request, "Two loops", recorder.snapshot(end.endNanos()), end);
    }
}
