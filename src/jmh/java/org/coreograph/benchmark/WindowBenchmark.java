package org.coreograph.benchmark;

import java.util.concurrent.TimeUnit;
import org.coreograph.viewmodel.Shown;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A step of the core slider in the whole window, while it is dragged from 1 to 64 cores and back over a
 * program with its defaults. The limit isn't another program but a frame of 16 ms, at the 99th percentile.
 *
 * <p>{@link #step}: from the slider's new value, over the run on the worker's thread, its trace and numbers, to a window
 * brought up to date: every pane, the stage, the timelines with their ghost and the chart drawn on their canvases, style
 * sheets applied and everything laid out. The wait for the next pulse is left out. {@link #stepToPixels}: that, and the
 * whole window rendered into an image by JavaFX's software pipeline, which is more than a screen asks for: a window
 * renders only what changed, on another thread, and on a graphics card where there is one.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 5, time = 4)
@Fork(2)
public class WindowBenchmark {
    @Param({
        "two-loops",
        "multitasking",
        "context",
        "race",
        "array-split",
        "counter",
        "unbuffered",
        "buffered",
        "select",
        "pipeline",
        "web-server",
        "philosophers",
        "amdahl",
        "jobs",
        "ping-pong"
    })
    public String program;

    private final DraggedCores cores = new DraggedCores();
    private HiddenWindow window;

    @Setup
    public void open() {
        window = HiddenWindow.open();
        window.hold(program);
    }

    @TearDown
    public void close() {
        window.close();
    }

    @Benchmark
    public Shown step() {
        return window.step(cores.next(), false);
    }

    @Benchmark
    public Shown stepToPixels() {
        return window.step(cores.next(), true);
    }
}
