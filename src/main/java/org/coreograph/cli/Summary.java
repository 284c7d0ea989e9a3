package org.coreograph.cli;

import java.util.List;
import java.util.Map;
import org.coreograph.analysis.RunReport;
import org.coreograph.analysis.Statistics;
import org.coreograph.model.Outcome;
import org.coreograph.model.RunEnd;
import org.coreograph.model.Settings;
import org.coreograph.model.StuckTask;
import org.jspecify.annotations.Nullable;

/** The summary of a run that is over, component by component as it is written. */
record Summary(
        String program,
        String clock,
        String threads,
        int cores,
        String policy,
        @Nullable Long quantumNanos,
        long switchCostNanos,
        long seed,
        String outcome,
        @Nullable String reason,
        long makespanNanos,
        long contextSwitches,
        long migrations,
        Map<String, Object> result,
        List<Core> coreTimes,
        List<Task> tasks,
        List<Wait> waitCycle) {

    record Core(int core, long busyNanos, long switchNanos, long idleNanos, long offNanos) {}

    record Task(
            int id,
            String name,
            long arrivalNanos,
            @Nullable Long firstRunNanos,
            @Nullable Long finishNanos,
            @Nullable Long responseNanos,
            @Nullable Long turnaroundNanos,
            long readyNanos,
            long runNanos,
            long blockedNanos,
            int switches,
            int migrations,
            String outcome) {}

    record Wait(int task, String waitsFor, @Nullable Integer heldBy) {}

    static Summary of(RunReport report, RunEnd end) {
        Settings settings = report.request().settings();
        Statistics statistics = report.statistics();
        return new Summary(
                report.request().program(),
                settings.clock().id(),
                settings.threads().id(),
                settings.cores(),
                settings.policy().id(),
                settings.policy().usesQuantum() ? settings.quantumNanos() : null,
                settings.switchCostNanos(),
                settings.seed(),
                end.outcome().id(),
                end.reason(),
                statistics.makespanNanos(),
                statistics.contextSwitches(),
                statistics.migrations(),
                end.result(),
                statistics.cores().stream().map(Summary::core).toList(),
                statistics.tasks().stream()
                        .map(task -> task(task, end.outcome()))
                        .toList(),
                end.stuck().stream().map(Summary::wait).toList());
    }

    private static Core core(Statistics.CoreTimes times) {
        return new Core(times.core(), times.busyNanos(), times.switchNanos(), times.idleNanos(), times.offNanos());
    }

    private static Task task(Statistics.TaskFigures figures, Outcome runOutcome) {
        return new Task(
                figures.id(),
                figures.name(),
                figures.arrivalNanos(),
                figures.firstRunNanos(),
                figures.finishNanos(),
                figures.responseNanos(),
                figures.turnaroundNanos(),
                figures.readyNanos(),
                figures.runNanos(),
                figures.blockedNanos(),
                figures.switches(),
                figures.migrations(),
                outcome(figures, runOutcome).id());
    }

    /** Returns how a task ended; one that didn't end shares the fate of the run. */
    static Outcome outcome(Statistics.TaskFigures figures, Outcome runOutcome) {
        if (figures.finishNanos() == null) {
            return runOutcome;
        }
        return figures.failed() ? Outcome.FAILED : Outcome.COMPLETED;
    }

    private static Wait wait(StuckTask stuck) {
        return new Wait(stuck.task(), stuck.waitsFor(), stuck.heldBy());
    }
}
