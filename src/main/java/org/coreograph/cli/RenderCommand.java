package org.coreograph.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.BadInputException;
import org.coreograph.model.Named;
import org.coreograph.model.RunRequest;
import org.coreograph.model.Settings;
import org.coreograph.model.WholeNumbers;
import org.coreograph.picture.ChartKind;
import org.coreograph.picture.ComparisonScene;
import org.coreograph.picture.PictureExport;
import org.coreograph.picture.PictureSpec;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a program, once or on one core and on several, and draws what happened. */
@Command(
        name = "render",
        sortOptions = false,
        customSynopsis = "coreograph render PROGRAM --out F.png [options]",
        description = "Draws a program's run, or one core above several, as a picture.")
final class RenderCommand implements Callable<Integer> {
    private static final int CORES_OF_A_COMPARISON = 2;

    private final ProgramRunner runner;
    private final Supplier<PictureExport> export;

    @Option(
            names = "--out",
            paramLabel = "F.png",
            description = "The PNG file to write; it carries the request that made it.")
    private @Nullable String out;

    @Option(
            names = "--chart",
            paramLabel = "comparison|timeline|running",
            description = "One core above several, which are two unless --cores is given; one run alone; or tasks in"
                    + " progress against tasks running (default comparison).")
    private @Nullable String chart;

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
        RunRequest request = options.request();
        runner.check(request);
        PictureSpec spec = spec();
        Output pictureTo = new OutputFile(fileName());
        List<RunReport> reports = new ArrayList<>();
        for (RunRequest one : requests(request, spec.chart())) {
            reports.add(runner.run(one));
            if (runner.stopped()) {
                return ExitStatus.NOT_COMPLETED;
            }
        }
        byte[] picture = export.get().png(ComparisonScene.of(reports), spec);
        // Drawing takes a while too: whoever ends the program meanwhile is left no picture either.
        if (runner.stopped()) {
            return ExitStatus.NOT_COMPLETED;
        }
        pictureTo.write(stream -> stream.write(picture));
        return status(reports);
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

    private PictureSpec spec() {
        PictureSpec spec = PictureSpec.DEFAULTS;
        if (chart != null) {
            spec = spec.withChart(Named.parse(ChartKind.class, "chart", chart));
        }
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
            case TIMELINE, RUNNING -> List.of(request);
            case COMPARISON -> {
                Settings settings = request.settings();
                int cores = options.given(RunOption.CORES) ? settings.cores() : CORES_OF_A_COMPARISON;
                RunRequest one = request.withSettings(settings.withCores(1));
                // One core above one core would say nothing: then the one run is drawn alone.
                yield cores == 1 ? List.of(one) : List.of(one, request.withSettings(settings.withCores(cores)));
            }
        };
    }

    private static int status(List<RunReport> reports) {
        return reports.stream()
                .mapToInt(report -> ExitStatus.of(Objects.requireNonNull(report.end(), "the run is over")))
                .max()
                .orElse(ExitStatus.OK);
    }
}
