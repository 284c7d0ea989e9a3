package org.coreograph.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.BadInputException;
import org.coreograph.model.RunEnd;
import org.coreograph.model.RunRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a program once, and writes what happened. */
@Command(
        name = "run",
        sortOptions = false,
        customSynopsis = "coreograph run PROGRAM [options]",
        description = "Runs a program once. Without --summary, a page for people goes to standard output.")
final class RunCommand implements Callable<Integer> {
    private final ProgramRunner runner;
    private final Output standardOutput;

    private final RunOptions options;

    @Option(
            names = "--summary",
            order = RunOptions.AFTER,
            paramLabel = "FILE|-",
            description = "Writes the numbers as JSON; '-' is standard output.")
    private @Nullable String summaryFile;

    @Option(
            names = "--trace",
            order = RunOptions.AFTER + 1,
            paramLabel = "FILE.csv|FILE.json",
            description = "Writes the running slices, as CSV or as Chrome Trace Event JSON.")
    private @Nullable String traceFile;

    RunCommand(RunOptions options, ProgramRunner runner, Output standardOutput) {
        this.options = options;
        this.runner = runner;
        this.standardOutput = standardOutput;
    }

    @Override
    public Integer call() throws OutputException, InterruptedException {
        RunRequest request = options.request();
        runner.check(request);
        TraceFormat traceFormat = traceFile == null ? TraceFormat.CSV : TraceFormat.of(traceFile);
        Output summaryTo = OutputFile.orStandard("summary", summaryFile, standardOutput);
        Output traceTo = traceFile == null ? null : new OutputFile(traceFile);
        if (traceTo instanceof OutputFile trace && summaryTo instanceof OutputFile summary && trace.sameAs(summary)) {
            throw new BadInputException("summary and trace must be two files, but both were '" + traceFile + "'");
        }
        RunReport report = runner.run(request);
        RunEnd end = Objects.requireNonNull(report.end(), "the run is over");
        if (traceTo != null) {
            traceTo.write(stream -> traceFormat.write(report.trace(), stream));
        }
        if (summaryTo == null) {
            standardOutput.write(ReportText.of(report, end));
        } else {
            summaryTo.write(Json.write(Summary.of(report, end)));
        }
        return ExitStatus.of(end);
    }
}
