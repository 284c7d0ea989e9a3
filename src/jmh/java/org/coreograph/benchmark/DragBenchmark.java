package org.coreograph.benchmark;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.coreograph.analysis.RunReport;
import org.coreograph.engine.Engine;
import org.coreograph.gallery.Gallery;
import org.coreograph.model.RunRequest;
import org.coreograph.model.Settings;
import org.coreograph.picture.ComparisonPainter;
import org.coreograph.picture.ComparisonScene;
import org.coreograph.picture.Graphics2DSurface;
import org.coreograph.picture.Palette;
import org.coreograph.picture.Typeface;
import org.coreograph.viewmodel.EngineRuns;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The parts of a step of the core slider, without a window: what it costs to follow while it is dragged from 1 to 64
 * cores and back over the first program. The limit isn't another program but a frame of 16 ms, at the 99th percentile.
 * {@link WindowBenchmark} has the whole step.
 *
 * <p>{@link #run}: the simulated run with its threads, the snapshot of its trace and the numbers. {@link #runAndPaint}:
 * that, and the comparison with one core folded, laid out and drawn by Java 2D into a picture of the size of a window.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 3)
@Fork(2)
public class DragBenchmark {
    private static final int WIDTH_PX = 1_440;
    private static final int HEIGHT_PX = 900;

    private final DraggedCores cores = new DraggedCores();
    private final Gallery gallery = new Gallery();
    private final EngineRuns runs = new EngineRuns(new Engine(), gallery);
    private final RunRequest request =
            new RunRequest(gallery.programs().getFirst().id(), java.util.Map.of(), Settings.DEFAULTS);
    private final BufferedImage picture = new BufferedImage(WIDTH_PX, HEIGHT_PX, BufferedImage.TYPE_INT_RGB);
    private final Typeface typeface = new Typeface();
    private final ComparisonPainter painter = new ComparisonPainter(typeface, 2);
    private List<RunReport> oneCore = List.of();

    @Setup
    public void runOnOneCore() throws InterruptedException {
        oneCore = List.of(runOn(1));
    }

    @Benchmark
    public RunReport run() throws InterruptedException {
        return runOn(cores.next());
    }

    @Benchmark
    public BufferedImage runAndPaint() throws InterruptedException {
        RunReport many = runOn(cores.next());
        ComparisonScene scene = ComparisonScene.of(List.of(oneCore.getFirst(), many));
        Graphics2D graphics = picture.createGraphics();
        painter.paint(new Graphics2DSurface(graphics, typeface, 1), scene, Palette.LIGHT, WIDTH_PX, HEIGHT_PX);
        graphics.dispose();
        return picture;
    }

    private RunReport runOn(int count) throws InterruptedException {
        return runs.start(request.withSettings(request.settings().withCores(count)))
                .await();
    }
}
