package org.coreograph.viewmodel;

import java.util.OptionalDouble;
import org.coreograph.analysis.Parallelism;
import org.coreograph.analysis.RunReport;
import org.coreograph.analysis.Statistics.TaskFigures;
import org.coreograph.analysis.TimeLens;

/**
 * The numbers beside the picture, of one run.
 *
 * @param endNanos when it ended, or how far it has come
 * @param speedUp pure work over the run's length; none where its cores changed
 * @param trueParallelism how many tasks ran, on average
 * @param apparentParallelism how many tasks seem to run through the time lens, on average
 * @param pace which share of that they really ran
 * @param turnaroundNanos from a task's arrival to its end, on average; none where one hasn't ended
 * @param responseNanos from a task's arrival to its first run, on average; none where one hasn't run
 */
public record RunFigures(
        long endNanos,
        long switches,
        OptionalDouble speedUp,
        double trueParallelism,
        double apparentParallelism,
        double pace,
        OptionalDouble turnaroundNanos,
        OptionalDouble responseNanos) {
    static RunFigures of(RunReport report, long lensNanos) {
        double real = Parallelism.average(report.trace());
        double apparent = TimeLens.apparent(report.trace(), lensNanos);
        return new RunFigures(
                report.endNanos(),
                report.statistics().contextSwitches(),
                report.speedUp(),
                real,
                apparent,
                apparent == 0 ? 1 : real / apparent,
                report.statistics().mean(TaskFigures::turnaroundNanos),
                report.statistics().mean(TaskFigures::responseNanos));
    }
}
