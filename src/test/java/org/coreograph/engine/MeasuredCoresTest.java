package org.coreograph.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.coreograph.analysis.RunReport;
import org.coreograph.analysis.Statistics.CoreTimes;
import org.coreograph.model.Clock;
import org.coreograph.model.MemoryKind;
import org.coreograph.model.Outcome;
import org.coreograph.model.PolicyKind;
import org.coreograph.model.RunEnd;
import org.coreograph.model.RunRequest;
import org.coreograph.model.SettingName;
import org.coreograph.model.Settings;
import org.coreograph.model.TaskSpec;
import org.coreograph.model.ThreadKind;
import org.coreograph.model.WaitKind;
import org.coreograph.scheduler.Policy;
import org.coreograph.scheduler.SeededDraws;
import org.coreograph.testkit.Invariants;
import org.coreograph.testkit.TraceText;
import org.coreograph.trace.TraceRecorder;
import org.junit.jupiter.api.Test;

/** Which task is on which core under the measured clock. The test is the clock, the alarm and the tasks' threads. */
class MeasuredCoresTest {
    private static final Settings SETTINGS =
            Settings.DEFAULTS.withClock(Clock.MEASURED).withQuantumNanos(100).withCores(1);

    /** Cores with a recorder behind them. */
    private static final class Bench {
        final Settings settings;
        final TaskTable<MeasuredTask> tasks = new TaskTable<>();
        final TaskThreads threads = TaskThreads.of(ThreadKind.VIRTUAL);
        final TraceRecorder recorder;
        final List<Long> alarms = new ArrayList<>();
        final MeasuredCores cores;

        Bench(Settings settings) {
            this.settings = settings;
            recorder = new TraceRecorder(settings.cores());
            Policy policy = Policy.of(settings, new SeededDraws(settings.seed(), "policy"));
            cores = new MeasuredCores(tasks, settings, policy, recorder, alarms::add);
            MeasuredTask main = add(TaskSpec.named("main"));
            main.arrived = true;
            main.block(WaitKind.JOIN, null, 0);
            recorder.offCore().arrived(0, main.id);
        }

        private MeasuredTask add(TaskSpec spec) {
            MeasuredTask task = new MeasuredTask(threads, tasks.size(), spec, 0, () -> {}, _ -> {});
            tasks.add(task);
            recorder.declareTask(task.id, -1, spec.name());
            cores.declare(task);
            return task;
        }

        MeasuredTask arrives(TaskSpec spec, long now) {
            MeasuredTask task = add(spec);
            cores.arriveAt(now, task, now);
            begin(now);
            return task;
        }

        MeasuredTask arrives(String name, long now) {
            return arrives(TaskSpec.named(name), now);
        }

        /** Every task that got a core goes on at once. */
        void begin(long now) {
            MeasuredTask task = cores.takeHanded();
            while (task != null) {
                MeasuredTask next = task.nextHanded;
                cores.begin(task, now);
                task = next;
            }
        }

        /** The alarm goes off, and every task that is wanted looks. */
        void due(long now) {
            cores.due(now);
            look(now);
        }

        /** Every task that is wanted looks, the lowest first. */
        void look(long now) {
            for (int id = 0; id < tasks.size(); id++) {
                MeasuredTask task = tasks.get(id);
                if (task.core != KernelTask.NO_CORE && task.isWanted()) {
                    cores.giveWay(task, false, now);
                    begin(now);
                }
            }
        }

        void setCores(int wanted, long now) {
            cores.setCores(wanted, now);
            begin(now);
        }

        void end(MeasuredTask task, long now) {
            cores.end(task, false, now);
            begin(now);
        }

        RunReport close(long end) {
            cores.close(end);
            RunEnd how = new RunEnd(Outcome.STOPPED, "closed", end, Map.of(), List.of(), Map.of(), List.of(), null);
            RunReport report =
                    RunReport.of(new RunRequest("test", Map.of(), settings), "Test", recorder.snapshot(end), how);
            Invariants.hold(report);
            return report;
        }

        /** Returns what the cores' lanes say, a line a core. */
        List<String> lanes(long end) {
            return TraceText.of(close(end))
                    .lines()
                    .filter(line -> line.startsWith("core"))
                    .toList();
        }
    }

    @Test
    void taskKeepsItsCoreWhileNobodyWaitsAndIsAskedAtTheEndOfAQuantumOnceSomebodyDoes() {
        Bench bench = new Bench(SETTINGS);
        MeasuredTask a = bench.arrives("a", 0);
        assertThat(bench.alarms).isEmpty();
        MeasuredTask b = bench.arrives("b", 150);
        assertThat(bench.alarms).as("the end of the second quantum").containsExactly(200L);
        assertThat(bench.cores.due(190)).isEqualTo(200);
        assertThat(a.isWanted()).isFalse();
        bench.due(200);
        assertThat(a.core).isEqualTo(KernelTask.NO_CORE);
        assertThat(b.core).isZero();
        assertThat(bench.lanes(300)).containsExactly("core 0: 1:0-200 2:200-300");
    }

    @Test
    void betterRankHasTheWorstTaskAskedAtOnce() {
        Bench bench = new Bench(SETTINGS.withPolicy(PolicyKind.PRIORITY).withCores(2));
        MeasuredTask worse = bench.arrives(TaskSpec.named("worse").withPriority(9), 0);
        MeasuredTask bad = bench.arrives(TaskSpec.named("bad").withPriority(5), 0);
        MeasuredTask equal = bench.arrives(TaskSpec.named("equal").withPriority(9), 10);
        assertThat(worse.isWanted()).isFalse();
        MeasuredTask better = bench.arrives(TaskSpec.named("better").withPriority(1), 20);
        assertThat(worse.isWanted()).isTrue();
        assertThat(bad.isWanted()).isFalse();
        bench.look(25);
        assertThat(better.core).isZero();
        bench.end(better, 30);
        assertThat(equal.core)
                .as("a task that lost its core queues behind its equals")
                .isZero();
        assertThat(bench.lanes(40)).containsExactly("core 0: 1:0-25 4:25-30 3:30-40", "core 1: 2:0-40");
    }

    @Test
    void taskThatWasAskedKeepsItsCoreWhereTheBetterOneGotAnother() {
        Bench bench = new Bench(SETTINGS.withPolicy(PolicyKind.PRIORITY).withCores(2));
        MeasuredTask worse = bench.arrives(TaskSpec.named("worse").withPriority(9), 0);
        MeasuredTask bad = bench.arrives(TaskSpec.named("bad").withPriority(5), 0);
        MeasuredTask better = bench.arrives(TaskSpec.named("better").withPriority(1), 20);
        bench.end(bad, 22);
        assertThat(better.core).isEqualTo(1);
        bench.look(25);
        assertThat(worse.core).isZero();
        assertThat(bench.lanes(40)).containsExactly("core 0: 1:0-40", "core 1: 2:0-22 3:22-40");
    }

    @Test
    void leastRemainingTimeGoesFirstByWhatTasksReallyRan() {
        Bench bench = new Bench(SETTINGS.withPolicy(PolicyKind.STCF));
        MeasuredTask first = bench.arrives(TaskSpec.named("first").withBursts(List.of(100L)), 0);
        bench.arrives(TaskSpec.named("longer").withBursts(List.of(50L)), 60);
        assertThat(first.isWanted()).as("40 left against 50").isFalse();
        bench.arrives(TaskSpec.named("shorter").withBursts(List.of(20L)), 70);
        assertThat(first.isWanted()).as("30 left against 20").isTrue();
        bench.look(71);
        assertThat(bench.lanes(80)).containsExactly("core 0: 1:0-71 3:71-80");
    }

    @Test
    void taskAloneSinksThroughTheLevelsByItsRunTime() {
        Bench bench = new Bench(SETTINGS.withPolicy(PolicyKind.MLFQ)
                .with(SettingName.MLFQ_QUANTA, "10ns")
                .with(SettingName.MLFQ_BOOST, "0"));
        MeasuredTask alone = bench.arrives("alone", 0);
        assertThat(bench.alarms).contains(10L);
        for (long now = 10; now <= 40; now += 10) {
            bench.due(now);
        }
        assertThat(alone.core).isZero();
        MeasuredTask fresh = bench.arrives("fresh", 45);
        assertThat(alone.isWanted()).as("the new one is on a higher level").isTrue();
        bench.look(46);
        assertThat(fresh.core).isZero();
        assertThat(bench.lanes(50)).containsExactly("core 0: 1:0-46 2:46-50");
    }

    @Test
    void agingRaisesWhoWaitsUntilItDisplaces() {
        Bench bench = new Bench(SETTINGS.withPolicy(PolicyKind.PRIORITY)
                .withQuantumNanos(1_000_000)
                .with(SettingName.PRIORITY_AGING, "10ns"));
        MeasuredTask running = bench.arrives(TaskSpec.named("running").withPriority(3), 0);
        MeasuredTask waiting = bench.arrives(TaskSpec.named("waiting").withPriority(4), 0);
        assertThat(bench.alarms).contains(10L);
        assertThat(bench.cores.due(10)).isEqualTo(20);
        assertThat(running.isWanted()).as("equals wait").isFalse();
        bench.due(20);
        assertThat(waiting.core).isZero();
        assertThat(bench.lanes(30)).containsExactly("core 0: 1:0-20 2:20-30");
    }

    @Test
    void quantaVaryByTheSeed() {
        Bench bench = new Bench(SETTINGS.withQuantumNanos(1_000).withJitter(0.2));
        bench.arrives("a", 0);
        bench.arrives("b", 0);
        List<Long> lengths = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            long end = bench.alarms.getLast();
            lengths.add(end - i * 2_000L);
            bench.due((i + 1) * 2_000L);
        }
        assertThat(lengths).allMatch(nanos -> nanos >= 800 && nanos <= 1_200);
        assertThat(lengths.stream().distinct()).hasSizeGreaterThan(10);
    }

    @Test
    void placedTasksWaitForTheirOwnCores() {
        Bench bench = new Bench(SETTINGS.withMemory(MemoryKind.DISTRIBUTED).withCores(2));
        MeasuredTask first = bench.arrives(TaskSpec.named("first").onCore(0), 0);
        MeasuredTask second = bench.arrives(TaskSpec.named("second").onCore(0), 0);
        MeasuredTask third = bench.arrives(TaskSpec.named("third").onCore(1), 50);
        assertThat(second.core).isEqualTo(KernelTask.NO_CORE);
        bench.due(100);
        assertThat(second.core).isZero();
        bench.due(150);
        assertThat(third.core).as("nobody waits for this core").isEqualTo(1);
        bench.end(second, 160);
        assertThat(first.core).isZero();
        assertThat(bench.lanes(200)).containsExactly("core 0: 1:0-100 2:100-160 1:160-200", "core 1: 3:50-200");
    }

    @Test
    void drawnTaskGoesFirst() {
        Bench bench = new Bench(SETTINGS);
        MeasuredTask a = bench.arrives("a", 0);
        bench.arrives("b", 0);
        MeasuredTask c = bench.arrives("c", 0);
        assertThat(bench.cores.ready(a)).isEqualTo(2);
        bench.cores.letGoFirst(a, 1, 30);
        bench.begin(30);
        bench.end(c, 40);
        assertThat(bench.lanes(50)).containsExactly("core 0: 1:0-30 3:30-40 2:40-50");
    }

    @Test
    void coreThatLeavesIsOffOnceItsTaskLooksAndTheTaskIsQueued() {
        Bench bench = new Bench(SETTINGS.withCores(2));
        bench.arrives("a", 0);
        MeasuredTask b = bench.arrives("b", 0);
        bench.setCores(1, 30);
        assertThat(b.isWanted()).isTrue();
        assertThat(bench.cores.inUse()).isEqualTo(2);
        bench.look(40);
        assertThat(b.core).isEqualTo(KernelTask.NO_CORE);
        assertThat(bench.cores.inUse()).isEqualTo(1);
        bench.due(100);
        assertThat(b.core).isZero();
        RunReport report = bench.close(150);
        assertThat(TraceText.of(report)).contains("core 0: 1:0-100 2:100-150\n", "core 1: 2:0-40 -1:40-150\n");
        assertThat(report.statistics().cores())
                .containsExactly(new CoreTimes(0, 150, 0, 0, 0), new CoreTimes(1, 40, 0, 0, 110));
    }

    @Test
    void idleCoreLeavesAtOnceAndOneWhoseTaskBlocksOrEndsThen() {
        Bench bench = new Bench(SETTINGS.withCores(4));
        bench.arrives("a", 0);
        MeasuredTask blocks = bench.arrives("blocks", 0);
        MeasuredTask ends = bench.arrives("ends", 0);
        bench.setCores(1, 10);
        bench.cores.leave(blocks, WaitKind.SLEEP, null, 20);
        bench.end(ends, 30);
        assertThat(bench.cores.inUse()).isEqualTo(1);
        bench.cores.wake(blocks, -1, KernelTask.NO_CORE, 40);
        assertThat(blocks.core).as("what is off takes nobody").isEqualTo(KernelTask.NO_CORE);
        assertThat(bench.close(50).statistics().cores())
                .extracting(CoreTimes::offNanos)
                .containsExactly(0L, 30L, 20L, 40L);
    }

    @Test
    void coreThatComesTakesATaskAtOnceAndWasOffBefore() {
        Bench bench = new Bench(SETTINGS);
        bench.arrives("a", 0);
        MeasuredTask b = bench.arrives("b", 0);
        MeasuredTask c = bench.arrives("c", 0);
        bench.setCores(4, 60);
        assertThat(List.of(b.core, c.core)).containsExactly(1, 2);
        assertThat(bench.close(100).statistics().cores())
                .containsExactly(
                        new CoreTimes(0, 100, 0, 0, 0),
                        new CoreTimes(1, 40, 0, 0, 60),
                        new CoreTimes(2, 40, 0, 0, 60),
                        new CoreTimes(3, 0, 0, 40, 60));
    }

    @Test
    void coreThatIsCalledBackBeforeItsTaskLookedKeepsIt() {
        Bench bench = new Bench(SETTINGS.withCores(2));
        bench.arrives("a", 0);
        MeasuredTask b = bench.arrives("b", 0);
        bench.setCores(1, 10);
        bench.setCores(2, 20);
        bench.look(30);
        assertThat(b.core).isEqualTo(1);
        assertThat(bench.lanes(40)).containsExactly("core 0: 1:0-40", "core 1: 2:0-40");
    }

    @Test
    void everyPolicyTakesCoresThatComeAndGo() {
        for (PolicyKind policy : PolicyKind.values()) {
            Bench bench = new Bench(SETTINGS.withPolicy(policy).withCores(2));
            List<MeasuredTask> all = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                all.add(bench.arrives(TaskSpec.named("t").withBursts(List.of(1_000L)), i));
            }
            long now = 10;
            for (int cores : new int[] {5, 1, 3, 8, 2}) {
                bench.setCores(cores, now);
                bench.look(now + 5);
                assertThat(all.stream().filter(task -> task.core != KernelTask.NO_CORE))
                        .as("%s on %d cores", policy, cores)
                        .hasSize(Math.min(cores, 6));
                now += 10;
            }
            bench.close(now);
        }
    }

    @Test
    void restIsWhereNoCoreThatIsOnHasATaskAndNothingIsToCome() {
        Bench bench = new Bench(SETTINGS.withCores(2));
        assertThat(bench.cores.atRest()).isTrue();
        bench.setCores(1, 0);
        assertThat(bench.cores.atRest()).isTrue();
        MeasuredTask a = bench.arrives("a", 1);
        assertThat(bench.cores.atRest()).isFalse();
        bench.cores.leaveUntil(50, a, WaitKind.SLEEP, null, 10);
        assertThat(bench.cores.atRest()).isFalse();
        bench.due(50);
        bench.end(a, 60);
        assertThat(bench.cores.atRest()).isTrue();
    }
}
