package org.coreograph.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.coreograph.analysis.RunReport;
import org.coreograph.analysis.Stalls;
import org.coreograph.analysis.Statistics;
import org.coreograph.analysis.Statistics.CoreTimes;
import org.coreograph.analysis.Statistics.TaskFigures;
import org.coreograph.model.Clock;
import org.coreograph.model.Durations;
import org.coreograph.model.RunEnd;
import org.coreograph.model.Settings;
import org.coreograph.model.StuckTask;
import org.coreograph.picture.SettingsWords;
import org.jspecify.annotations.Nullable;

/** A run that is over, in a page for people. */
final class ReportText {
    /** How many tasks and how many cores are shown; the summary has them all. */
    private static final int MAX_ROWS = 32;

    private final RunReport report;
    private final RunEnd end;
    private final StringBuilder text = new StringBuilder();

    private ReportText(RunReport report, RunEnd end) {
        this.report = report;
        this.end = end;
    }

    static String of(RunReport report, RunEnd end) {
        return new ReportText(report, end).write();
    }

    private String write() {
        caption();
        outcome();
        text.append('\n');
        tasks();
        text.append('\n');
        cores();
        return text.toString();
    }

    private void caption() {
        Settings settings = report.request().settings();
        int processors = Runtime.getRuntime().availableProcessors();
        text.append(report.title()).append(": ");
        text.append(String.join(", ", SettingsWords.parts(settings, processors)));
        text.append('\n');
        if (settings.clock() == Clock.MEASURED && settings.cores() > processors) {
            text.append("This machine has only ")
                    .append(count(processors, "processor"))
                    .append(": more cores than that share them.\n");
        }
    }

    private void outcome() {
        Statistics statistics = report.statistics();
        text.append(end.outcome().id()).append(" at ").append(Durations.human(statistics.makespanNanos()));
        text.append(", ").append(count(statistics.contextSwitches(), switchWord(), switchesWord()));
        text.append(", ").append(count(statistics.migrations(), "migration"));
        text.append(
                report.speedUp().isPresent()
                        ? String.format(
                                Locale.ROOT,
                                ", work over time %.3f%n",
                                report.speedUp().getAsDouble())
                        : ", " + report.coresTitle() + ", changed while it ran\n");
        if (!report.request().settings().simulated()) {
            stalls();
        }
        if (end.reason() != null) {
            text.append(end.reason()).append('\n');
        }
        for (StuckTask stuck : end.stuck()) {
            text.append("  ")
                    .append(taskName(stuck.task()))
                    .append(" waits for ")
                    .append(stuck.waitsFor());
            Integer holder = stuck.heldBy();
            if (holder != null) {
                text.append(", held by ").append(taskName(holder));
            }
            text.append('\n');
        }
        end.result()
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append('\n'));
    }

    /** Says how much time tasks had cores and got nowhere. */
    private void stalls() {
        Stalls stalls = report.stalls();
        text.append("lost, but not by the program: garbage collection ").append(humanOrNotAvailable(stalls.gcNanos()));
        text.append(", unknown stalls ").append(humanOrNotAvailable(stalls.unknownNanos()));
        if (stalls.measuredNanos() > 0 && stalls.unmeasuredNanos() > 0) {
            text.append(", not available for ")
                    .append(Durations.human(stalls.unmeasuredNanos()))
                    .append(" of running");
        }
        text.append('\n');
    }

    private void tasks() {
        TextTable table = new TextTable(
                1, "task", "name", "arrival", "first run", "finish", "ready", "run", "blocked", "switches", "outcome");
        report.statistics().tasks().stream().limit(MAX_ROWS).forEach(task -> table.add(row(task)));
        table.appendTo(text);
        more(report.statistics().tasks().size(), "task");
    }

    private String[] row(TaskFigures task) {
        return new String[] {
            Integer.toString(task.id()),
            task.name(),
            Durations.human(task.arrivalNanos()),
            humanOrNever(task.firstRunNanos()),
            humanOrNever(task.finishNanos()),
            Durations.human(task.readyNanos()),
            Durations.human(task.runNanos()),
            Durations.human(task.blockedNanos()),
            Integer.toString(task.switches()),
            Summary.outcome(task, end.outcome()).id()
        };
    }

    private void cores() {
        boolean someOff = report.coresChanged();
        List<String> header = new ArrayList<>(List.of("core", "busy", switchWord(), "idle", "utilisation"));
        if (someOff) {
            header.add("off");
        }
        TextTable table = new TextTable(0, header.toArray(String[]::new));
        report.statistics().cores().stream().limit(MAX_ROWS).forEach(core -> {
            List<String> cells = new ArrayList<>(row(core));
            if (someOff) {
                cells.add(Durations.human(core.offNanos()));
            }
            table.add(cells.toArray(String[]::new));
        });
        table.appendTo(text);
        more(report.statistics().cores().size(), "core");
    }

    private List<String> row(CoreTimes core) {
        long makespan = report.statistics().makespanNanos();
        double share = makespan == 0 ? 0 : 100.0 * core.busyNanos() / makespan;
        return List.of(
                Integer.toString(core.core()),
                Durations.human(core.busyNanos()),
                Durations.human(core.switchNanos()),
                Durations.human(core.idleNanos()),
                String.format(Locale.ROOT, "%.1f %%", share));
    }

    private String switchWord() {
        return report.request().settings().simulated() ? "switch" : "hand-over";
    }

    private String switchesWord() {
        return report.request().settings().simulated() ? "switches" : "hand-overs";
    }

    private void more(int rows, String what) {
        if (rows > MAX_ROWS) {
            text.append("  and ").append(count(rows - MAX_ROWS, "more " + what)).append("; --summary has them all\n");
        }
    }

    private String taskName(int task) {
        return report.trace().tasks().get(task).name();
    }

    private static String humanOrNever(@Nullable Long nanos) {
        return nanos == null ? "never" : Durations.human(nanos);
    }

    private static String humanOrNotAvailable(@Nullable Long nanos) {
        return nanos == null ? "not available" : Durations.human(nanos);
    }

    private static String count(long number, String one) {
        return count(number, one, one + "s");
    }

    private static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
