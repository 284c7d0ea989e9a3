package org.coreograph.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.coreograph.analysis.Parallelism;
import org.coreograph.analysis.RunReport;
import org.coreograph.analysis.Statistics.CoreTimes;
import org.coreograph.analysis.Statistics.TaskFigures;
import org.coreograph.model.EventSink;
import org.coreograph.model.ObjectKind;
import org.coreograph.model.Outcome;
import org.coreograph.model.RunEnd;
import org.coreograph.trace.Lane;
import org.coreograph.trace.SpanKind;
import org.coreograph.trace.TaskTimes;
import org.coreograph.trace.Trace;
import org.coreograph.trace.Wakes;

/** What holds for every run that is over, whatever the program, the clock and the settings. */
public final class Invariants {
    private Invariants() {}

    public static void hold(RunReport report) {
        assertThat(report.end()).isNotNull();
        lanesAreRows(report.trace());
        coresAndTasksAgree(report.trace());
        sumsComeOut(report);
        wakesAreExplained(report);
        waitsNameTheirObject(report.trace());
        endIsConsistent(report);
    }

    /** Spans of a lane are sorted, have a length, don't overlap, and lie within the run. */
    public static void lanesAreRows(Trace trace) {
        for (int core = 0; core < trace.cores(); core++) {
            isRow("core " + core, trace.coreLane(core), trace.endNanos());
        }
        for (int task = 0; task < trace.tasks().size(); task++) {
            Lane lane = trace.taskLane(task);
            isRow("task " + task, lane, trace.endNanos());
            for (int i = 1; i < lane.size(); i++) {
                assertThat(lane.startNanos(i)).as("task %d has no gap", task).isEqualTo(lane.endNanos(i - 1));
            }
        }
    }

    private static void isRow(String name, Lane lane, long endNanos) {
        long at = 0;
        for (int i = 0; i < lane.size(); i++) {
            assertThat(lane.startNanos(i)).as("%s, span %d starts", name, i).isGreaterThanOrEqualTo(at);
            assertThat(lane.endNanos(i)).as("%s, span %d ends", name, i).isGreaterThan(lane.startNanos(i));
            at = lane.endNanos(i);
        }
        assertThat(at).as("%s ends", name).isLessThanOrEqualTo(endNanos);
    }

    /** What cores say ran is what tasks say ran; so no task is on two cores, since its own lane is a row. */
    private static void coresAndTasksAgree(Trace trace) {
        Map<Integer, NavigableMap<Long, String>> byTask = new HashMap<>();
        for (int core = 0; core < trace.cores(); core++) {
            Lane lane = trace.coreLane(core);
            for (int i = 0; i < lane.size(); i++) {
                if (lane.kind(i) == SpanKind.RUNNING) {
                    int first = i;
                    while (goesOn(lane, i)) {
                        i++;
                    }
                    String before = byTask.computeIfAbsent(lane.who(i), _ -> new TreeMap<>())
                            .put(lane.startNanos(first), "core " + core + " until " + lane.endNanos(i));
                    assertThat(before).as("task %d at once on", lane.who(i)).isNull();
                }
            }
        }
        for (int task = 0; task < trace.tasks().size(); task++) {
            NavigableMap<Long, String> own = new TreeMap<>();
            Lane lane = trace.taskLane(task);
            for (int i = 0; i < lane.size(); i++) {
                if (lane.kind(i) == SpanKind.RUNNING) {
                    own.put(lane.startNanos(i), "core " + lane.who(i) + " until " + lane.endNanos(i));
                }
            }
            assertThat(own).as("slices of task %d", task).isEqualTo(byTask.getOrDefault(task, new TreeMap<>()));
        }
        assertThat(Parallelism.running(trace).max()).isLessThanOrEqualTo(trace.cores());
    }

    /** On a core's lane two stretches of a task are two where another was there for an instant; on its own they are one. */
    private static boolean goesOn(Lane lane, int i) {
        return i + 1 < lane.size()
                && lane.kind(i + 1) == SpanKind.RUNNING
                && lane.who(i + 1) == lane.who(i)
                && lane.startNanos(i + 1) == lane.endNanos(i);
    }

    private static void sumsComeOut(RunReport report) {
        for (CoreTimes core : report.statistics().cores()) {
            assertThat(core.idleNanos()).as("core %d", core.core()).isNotNegative();
            assertThat(core.busyNanos() + core.switchNanos() + core.idleNanos() + core.offNanos())
                    .isEqualTo(report.endNanos());
        }
        for (TaskFigures task : report.statistics().tasks()) {
            long until = task.finishNanos() == null ? report.endNanos() : task.finishNanos();
            if (task.id() == EventSink.MAIN && !report.request().settings().simulated()) {
                // Main's own code takes real time on no core, after which nothing is written down.
                continue;
            }
            assertThat(task.readyNanos() + task.runNanos() + task.blockedNanos())
                    .as("ready, run and blocked of %s", task)
                    .isEqualTo(until - task.arrivalNanos());
        }
        long slices =
                report.trace().times().stream().mapToLong(TaskTimes::slices).sum();
        assertThat(report.statistics().contextSwitches()).isLessThanOrEqualTo(slices + cutSwitches(report.trace()));
    }

    /** A task that waits for something says for what; a main that waits without ever having had a core needn't. */
    private static void waitsNameTheirObject(Trace trace) {
        for (int task = 1; task < trace.tasks().size(); task++) {
            Lane lane = trace.taskLane(task);
            for (int i = 0; i < lane.size(); i++) {
                if (lane.kind(i) == SpanKind.BLOCKED) {
                    assertThat(lane.who(i))
                            .as("what task %d waits for in span %d", task, i)
                            .isNotNegative();
                    assertThat(trace.objects().get(lane.who(i)).kind()).isNotIn(ObjectKind.WAIT_GROUP, ObjectKind.FILE);
                } else if (lane.kind(i) == SpanKind.JOINING) {
                    assertThat(lane.who(i))
                            .as("what task %d waits for in span %d", task, i)
                            .isNotNegative();
                    assertThat(trace.objectName(lane.who(i))).isEqualTo("wait group");
                }
            }
        }
    }

    /** Counts the switches that no slice of their task follows; one that was cut at once can't be seen on a lane. */
    private static long cutSwitches(Trace trace) {
        long cut = trace.cores();
        for (int core = 0; core < trace.cores(); core++) {
            Lane lane = trace.coreLane(core);
            for (int i = 0; i < lane.size(); i++) {
                boolean followed = i + 1 < lane.size()
                        && lane.kind(i + 1) == SpanKind.RUNNING
                        && lane.who(i + 1) == lane.who(i)
                        && lane.startNanos(i + 1) == lane.endNanos(i);
                cut += lane.kind(i) == SpanKind.SWITCHING && !followed ? 1 : 0;
            }
        }
        return cut;
    }

    /** Who wakes another runs at that time, or is main; who is woken was blocked until then. */
    private static void wakesAreExplained(RunReport report) {
        Trace trace = report.trace();
        Wakes wakes = trace.wakes();
        long last = 0;
        for (int i = 0; i < wakes.size(); i++) {
            assertThat(wakes.atNanos(i)).isGreaterThanOrEqualTo(last);
            last = wakes.atNanos(i);
            assertThat(wakes.woken(i)).isBetween(0, trace.tasks().size() - 1);
            assertThat(wakes.waker(i)).isNotEqualTo(wakes.woken(i)).isGreaterThanOrEqualTo(EventSink.NONE);
            if (wakes.waker(i) == EventSink.NONE) {
                Lane lane = trace.taskLane(wakes.woken(i));
                assertThat(lane.kind(lane.at(wakes.atNanos(i) - 1)))
                        .as("task %d, woken by a timer at %d", wakes.woken(i), wakes.atNanos(i))
                        .isIn(SpanKind.SLEEPING, SpanKind.IO, SpanKind.BLOCKED);
            }
            if (wakes.waker(i) > EventSink.MAIN) {
                TaskTimes waker = trace.times().get(wakes.waker(i));
                assertThat(waker.firstRunNanos()).isBetween(0L, wakes.atNanos(i));
                if (waker.finishNanos() != TaskTimes.NEVER) {
                    assertThat(wakes.atNanos(i)).isLessThanOrEqualTo(waker.finishNanos());
                }
            }
        }
    }

    private static void endIsConsistent(RunReport report) {
        RunEnd end = report.end();
        Trace trace = report.trace();
        boolean allEnded = trace.times().stream().allMatch(task -> task.finishNanos() != TaskTimes.NEVER);
        boolean oneFailed = trace.times().stream().anyMatch(TaskTimes::failed);
        switch (end.outcome()) {
            case COMPLETED -> assertThat(allEnded && !oneFailed).isTrue();
            case FAILED -> assertThat(allEnded && oneFailed).isTrue();
            case DEADLOCK -> {
                assertThat(allEnded).isFalse();
                assertThat(end.stuck()).isNotEmpty();
                end.stuck()
                        .forEach(link -> assertThat(
                                        trace.times().get(link.task()).finishNanos())
                                .isEqualTo(TaskTimes.NEVER));
            }
            case STOPPED -> assertThat(end.reason()).isNotNull();
        }
        assertThat(end.failures().isEmpty()).isEqualTo(!oneFailed);
        assertThat(end.reason() == null).isEqualTo(end.outcome() == Outcome.COMPLETED);
        if (allEnded) {
            assertThat(trace.times().stream()
                            .mapToLong(TaskTimes::finishNanos)
                            .max()
                            .orElseThrow())
                    .as("the run ends with its last task")
                    .isEqualTo(end.endNanos());
        }
        for (TaskTimes task : trace.times()) {
            if (task.firstRunNanos() != TaskTimes.NEVER) {
                assertThat(task.firstRunNanos()).isGreaterThanOrEqualTo(task.arrivalNanos());
            }
        }
    }
}
