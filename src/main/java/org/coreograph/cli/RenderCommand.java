package org.coreograph.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.coreograph.analysis.Outcomes;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.BadInputException;
import org.coreograph.model.Named;
import org.coreograph.model.RunEnd;
import org.coreograph.model.RunOption;
import org.coreograph.model.RunRequest;
import org.coreograph.model.Settings;
import org.coreograph.model.WholeNumbers;
import org.coreograph.picture.ChartKind;
import org.coreograph.picture.ComparisonScene;
import org.coreograph.picture.OutcomesScene;
import org.coreograph.picture.PictureExport;
import org.coreograph.picture.PictureSpec;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a program, once, on one core and on several, or with many seeds, and draws what happened. */
@Command(
        name = "render",
        sortOptions = false,
        customSynopsis = "coreograph render PROGRAM --out F.png [options]",
        description = "Draws a program's run, or one core above several, as a picture.")
final class RenderCommand implements Callable<Integer> {
    private static final int CORES_OF_A_COMPARISON = 2;
    private static final String SEEDS = "seed=VALUES, such as seed=1..200";

    private final ProgramRunner runner;
    private final Supplier<PictureExport> export;

    @Option(
            names = "--out",
            paramLabel = "F.png",
            description = "The PNG file to write; it carries the request that made it.")
    private @Nullable String out;

    @Option(
            names = "--chart",
            paramLabel = "comparison|timeline|tasks|running|outcomes",
            description = "One core above several, which are two unless --cores is given; one run alone, by core or"
                    + " by task; tasks in"
                    + " progress against tasks running; or how often runs with different seeds came to what (default"
                    + " comparison).")
    private @Nullable String chart;

    @Option(
            names = "--over",
            paramLabel = "seed=VALUES",
            description = "The seeds of a chart of outcomes, such as seed=1..200.")
    private @Nullable String over;

    @Option(
            names = "--blank",
            description = "Leaves the lanes empty, as a worksheet, and writes the answers beside it, to F-key.png.")
    private boolean blank;

    @Option(names = "--width", paramLabel = "W", description = "480 to 10000 (default 1600).")
    private @Nullable String width;

    @Option(names = "--height", paramLabel = "H", description = "270 to 10000 (default 900).")
    private @Nullable String height;

    @Option(
            names = "--scale",
            paramLabel = "S",
            description = "Pixels of the file for each of these, 0.5 to 4 (default 1).")
    private @Nullable String scale;

    private final RunOptions options;

    RenderCommand(RunOptions options, ProgramRunner runner, Supplier<PictureExport> export) {
        this.options = options;
        this.runner = runner;
        this.export = export;
    }

    @Override
    public Integer call() throws OutputException, InterruptedException {
        RenderedChart kind =
                chart == null ? RenderedChart.COMPARISON : Named.parse(RenderedChart.class, "chart", chart);
        return switch (kind) {
            case COMPARISON -> scene(ChartKind.COMPARISON);
            case TIMELINE -> scene(ChartKind.TIMELINE);
            case TASKS -> scene(ChartKind.TASKS);
            case RUNNING -> scene(ChartKind.RUNNING);
            case OUTCOMES -> outcomes();
        };
    }

    private int scene(ChartKind kind) throws OutputException, InterruptedException {
        if (over != null) {
            throw new BadInputException("over goes with --chart outcomes only, but the chart was " + kind.id());
        }
        RunRequest request = options.request();
        runner.check(request);
        PictureSpec spec = spec().withChart(kind);
        if (blank && kind == ChartKind.RUNNING) {
            throw new BadInputException(
                    "blank goes with --chart comparison, timeline or tasks, but the chart was " + kind.id());
        }
        Output pictureTo = new OutputFile(fileName());
        Output keyTo = blank ? new OutputFile(keyName(fileName())) : null;
        List<RunReport> reports = new ArrayList<>();
        for (RunRequest one : requests(request, kind)) {
            reports.add(runner.run(one));
            if (runner.stopped()) {
                return ExitStatus.NOT_COMPLETED;
            }
        }
        ComparisonScene scene = ComparisonScene.of(reports);
        List<RunEnd> ends = reports.stream().map(RenderCommand::end).toList();
        if (keyTo == null) {
            return write(export.get().png(scene, spec), pictureTo, ends);
        }
        int status = write(export.get().answerKey(scene, spec), keyTo, ends);
        return runner.stopped() ? status : write(export.get().worksheet(scene, spec), pictureTo, ends);
    }

    private int outcomes() throws OutputException, InterruptedException {
        if (blank) {
            throw new BadInputException(
                    "blank goes with --chart comparison, timeline or tasks, but the chart was outcomes");
        }
        if (over == null) {
            throw new BadInputException("missing --over: it must be " + SEEDS);
        }
        Sweep sweep = Sweep.parse(over);
        if (!sweep.name().equals(RunOption.SEED.id())) {
            throw new BadInputException("over must be " + SEEDS + ", but was '" + over + "'");
        }
        List<RunRequest> requests = sweep.requests(options, runner);
        PictureSpec spec = spec();
        Output pictureTo = new OutputFile(fileName());
        List<RunEnd> ends = new ArrayList<>();
        for (RunRequest one : requests) {
            ends.add(end(runner.run(one)));
            if (runner.stopped()) {
                return ExitStatus.NOT_COMPLETED;
            }
        }
        RunRequest first = requests.getFirst();
        OutcomesScene scene = new OutcomesScene(runner.title(first.program()), first, sweep.text(), Outcomes.of(ends));
        return write(export.get().png(scene, spec), pictureTo, ends);
    }

    private int write(byte[] picture, Output pictureTo, List<RunEnd> ends) throws OutputException {
        // Drawing takes a while too: whoever ends the program meanwhile is left no picture either.
        if (runner.stopped()) {
            return ExitStatus.NOT_COMPLETED;
        }
        pictureTo.write(stream -> stream.write(picture));
        return ends.stream().mapToInt(ExitStatus::of).max().orElse(ExitStatus.OK);
    }

    private static RunEnd end(RunReport report) {
        return Objects.requireNonNull(report.end(), "the run is over");
    }

    private String fileName() {
        if (out == null) {
            throw new BadInputException("missing --out: it must be " + AllowedValues.of("--out"));
        }
        if (!out.toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw new BadInputException("out must be a file that ends in .png, but was '" + out + "'");
        }
        return out;
    }

    /** Returns the name of the file with the answers to a worksheet. */
    private static String keyName(String worksheet) {
        int dot = worksheet.lastIndexOf('.');
        return worksheet.substring(0, dot) + "-key" + worksheet.substring(dot);
    }

    private PictureSpec spec() {
        PictureSpec spec = PictureSpec.DEFAULTS;
        return spec.withSize(
                        side("width", width, PictureSpec.MIN_WIDTH_PX, spec.widthPx()),
                        side("height", height, PictureSpec.MIN_HEIGHT_PX, spec.heightPx()))
                .withScale(
                        scale == null
                                ? spec.scale()
                                : DecimalNumbers.parse("scale", scale, PictureSpec.MIN_SCALE, PictureSpec.MAX_SCALE));
    }

    private static int side(String what, @Nullable String text, int least, int otherwise) {
        return text == null ? otherwise : (int) WholeNumbers.parse(what, text, least, PictureSpec.MAX_SIDE_PX);
    }

    /** Returns the runs of a picture in the order in which they are run: measured, one core comes before several. */
    private List<RunRequest> requests(RunRequest request, ChartKind kind) {
        return switch (kind) {
            case TIMELINE, TASKS, RUNNING -> List.of(request);
            case COMPARISON -> {
                Settings settings = request.settings();
                int cores = options.given(RunOption.CORES) ? settings.cores() : CORES_OF_A_COMPARISON;
                RunRequest one = request.withSettings(settings.withCores(1));
                // One core above one core would say nothing: then the one run is drawn alone.
                yield cores == 1 ? List.of(one) : List.of(one, request.withSettings(settings.withCores(cores)));
            }
        };
    }
}
