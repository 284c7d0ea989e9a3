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
 * The first thing that a person does: in a window that was just opened, a press in the gallery. Each figure is of a
 * process of its own, in which nothing but the first screen and the gallery was seen before, so nothing is warm.
 *
 * <p>From the press, over the program's first runs on one core and on more, to the frame with the lesson, the picture,
 * the stage and the numbers, rendered into an image by JavaFX's software pipeline. The first program is the one that
 * the window opens with, and has no such moment.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(5)
public class LessonBenchmark {
    @Param({
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

    private HiddenWindow window;

    @Setup
    public void open() {
        window = HiddenWindow.open();
        window.showGallery(program);
    }

    @TearDown
    public void close() {
        window.close();
    }

    @Benchmark
    public Shown firstOpening() {
        return window.openMarked(program);
    }
}
