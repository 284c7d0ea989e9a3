package org.coreograph.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.coreograph.analysis.RunReport;
import org.coreograph.analysis.Statistics;
import org.coreograph.model.BadInputException;
import org.coreograph.model.RunEnd;
import org.coreograph.model.RunRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a program once for each value of something, and writes a line for each run as soon as it is over. */
@Command(
        name = "sweep",
        sortOptions = false,
        customSynopsis = "coreograph sweep PROGRAM --over NAME=VALUES [options]",
        description = "Runs a program once for each value of something. A line of CSV for each run goes to standard"
                + " output.")
final class SweepCommand implements Callable<Integer> {
    private final RunOptions options;
    private final ProgramRunner runner;
    private final Output standardOutput;

    @Option(
            names = "--over",
            paramLabel = "NAME=VALUES",
            description =
                    "What varies: an option such as cores, policy or seed, a setting or a parameter; and its values:"
                        + " 1..16, 0..100..10, 1ms..5ms or fcfs,sjf; with semicolons between values that hold commas."
                        + " Up to " + Sweep.MAX_RUNS + " runs.")
    private @Nullable String over;

    @Option(
            names = "--summary",
            order = RunOptions.AFTER,
            paramLabel = "FILE|-",
            description =
                    "Writes the numbers of all runs as a JSON array; '-' is standard output, which then holds nothing"
                            + " else.")
    private @Nullable String summaryFile;

    SweepCommand(RunOptions options, ProgramRunner runner, Output standardOutput) {
        this.options = options;
        this.runner = runner;
        this.standardOutput = standardOutput;
    }

    @Override
    public Integer call() throws OutputException, InterruptedException {
        if (over == null) {
            throw new BadInputException("missing --over: it must be " + AllowedValues.of("--over"));
        }
        Sweep sweep = Sweep.parse(over);
        List<RunRequest> requests = sweep.requests(options, runner);
        Output summaryTo = OutputFile.orStandard("summary", summaryFile, standardOutput);
        Output csvTo = standardOutput.equals(summaryTo) ? Output.NOWHERE : standardOutput;
        List<Summary> summaries = new ArrayList<>();
        int status = ExitStatus.OK;
        csvTo.write(Csv.line(sweep.name(), "outcome", "makespanNanos", "contextSwitches", "migrations", "result"));
        for (int i = 0; i < requests.size(); i++) {
            if (runner.stopped()) {
                status = ExitStatus.NOT_COMPLETED;
                break;
            }
            RunReport report = runner.run(requests.get(i));
            RunEnd end = Objects.requireNonNull(report.end(), "the run is over");
            csvTo.write(line(sweep.values().get(i), report.statistics(), end));
            if (summaryTo != null) {
                summaries.add(Summary.of(report, end));
            }
            status = Math.max(status, ExitStatus.of(end));
        }
        if (summaryTo != null) {
            summaryTo.write(Json.write(summaries));
        }
        return status;
    }

    private static String line(String value, Statistics statistics, RunEnd end) {
        return Csv.line(
                value,
                end.outcome().id(),
                Long.toString(statistics.makespanNanos()),
                Long.toString(statistics.contextSwitches()),
                Long.toString(statistics.migrations()),
                Json.compact(end.result()));
    }
}
