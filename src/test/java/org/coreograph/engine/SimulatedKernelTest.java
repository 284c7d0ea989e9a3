package org.coreograph.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.coreograph.analysis.RunReport;
import org.coreograph.analysis.Statistics.TaskFigures;
import org.coreograph.model.Durations;
import org.coreograph.model.Outcome;
import org.coreograph.model.PolicyKind;
import org.coreograph.model.Settings;
import org.coreograph.model.TieRule;
import org.coreograph.program.Channel;
import org.coreograph.program.Mutex;
import org.coreograph.program.Program;
import org.coreograph.program.WaitGroup;
import org.coreograph.testkit.Runs;
import org.coreograph.testkit.Slices;
import org.junit.jupiter.api.Test;

/** The rules of the simulated clock, one by one, against answers worked out by hand. */
class SimulatedKernelTest {
    private static final long MS = Durations.MILLI;
    private static final Settings FREE = Settings.DEFAULTS.withSwitchCostNanos(0);

    private static Program jobs(long[] arrivals, long... lengths) {
        return machine -> {
            for (int i = 0; i < lengths.length; i++) {
                long length = lengths[i] * MS;
                machine.startAt(arrivals[i] * MS, "job " + (i + 1), () -> machine.compute(length));
            }
        };
    }

    private static Program jobs(long... lengths) {
        return jobs(new long[lengths.length], lengths);
    }

    private static String finishes(RunReport report) {
        return Arrays.toString(report.statistics().tasks().stream()
                .map(TaskFigures::finishNanos)
                .mapToLong(nanos -> nanos == null ? -1 : nanos / MS)
                .toArray());
    }

    @Test
    void roundRobinTakesTurns() {
        RunReport report = Runs.run(jobs(24, 3, 3), FREE.withQuantumNanos(4 * MS));
        assertThat(Slices.ofCore(report.trace(), 0)).isEqualTo("1:0-4 2:4-7 3:7-10 1:10-30");
        assertThat(report.statistics().contextSwitches()).isEqualTo(3);
    }

    @Test
    void firstComeFirstServedRunsEachToItsEnd() {
        RunReport report = Runs.run(jobs(24, 3, 3), FREE.withPolicy(PolicyKind.FCFS));
        assertThat(finishes(report)).isEqualTo("[24, 27, 30]");
    }

    @Test
    void arrivalGoesAheadOfThePreemptedUnlessTheTieRuleSaysOtherwise() {
        Program program = jobs(new long[] {0, 0, 4}, 8, 8, 4);
        Settings settings = FREE.withQuantumNanos(4 * MS);
        assertThat(Slices.ofCore(Runs.run(program, settings).trace(), 0))
                .isEqualTo("1:0-4 2:4-8 3:8-12 1:12-16 2:16-20");
        assertThat(Slices.ofCore(
                        Runs.run(program, settings.withTies(TieRule.PREEMPTED_FIRST))
                                .trace(),
                        0))
                .isEqualTo("1:0-4 2:4-8 1:8-12 3:12-16 2:16-20");
    }

    @Test
    void workThatEndsWithItsQuantumIsNotPreempted() {
        RunReport report = Runs.run(jobs(4, 8), FREE.withQuantumNanos(4 * MS));
        assertThat(Slices.ofCore(report.trace(), 0)).isEqualTo("1:0-4 2:4-12");
    }

    @Test
    void taskThatAsksForMoreAtTheEndOfItsQuantumIsPreempted() {
        Program program = machine -> {
            machine.start("A", () -> {
                machine.compute(4 * MS);
                machine.compute(4 * MS);
            });
            machine.start("B", () -> machine.compute(2 * MS));
        };
        assertThat(Slices.ofCore(
                        Runs.run(program, FREE.withQuantumNanos(4 * MS)).trace(), 0))
                .isEqualTo("1:0-4 2:4-6 1:6-10");
    }

    @Test
    void quantumThatNobodyWaitedForIsFollowedByAnother() {
        Program program = jobs(new long[] {0, 10}, 20, 2);
        assertThat(Slices.ofCore(
                        Runs.run(program, FREE.withQuantumNanos(4 * MS)).trace(), 0))
                .isEqualTo("1:0-12 2:12-14 1:14-22");
    }

    @Test
    void arrivalAtTheVeryEndOfAQuantumPreempts() {
        Program program = jobs(new long[] {0, 8}, 20, 2);
        assertThat(Slices.ofCore(
                        Runs.run(program, FREE.withQuantumNanos(4 * MS)).trace(), 0))
                .isEqualTo("1:0-8 2:8-10 1:10-22");
    }

    @Test
    void freeCoresTakeFromTheHeadLowestFirst() {
        RunReport report = Runs.run(jobs(5, 3, 4, 2), FREE.withCores(2).withPolicy(PolicyKind.FCFS));
        assertThat(Slices.ofCore(report.trace(), 0)).isEqualTo("1:0-5 4:5-7");
        assertThat(Slices.ofCore(report.trace(), 1)).isEqualTo("2:0-3 3:3-7");
    }

    @Test
    void switchIsPaidBeforeAnotherTaskAndTheQuantumCountsFromItsEnd() {
        RunReport report = Runs.run(jobs(6, 4), FREE.withQuantumNanos(4 * MS).withSwitchCostNanos(MS));
        assertThat(Slices.ofCore(report.trace(), 0)).isEqualTo("1:0-4 2:5-9 1:10-12");
        assertThat(report.statistics().contextSwitches()).isEqualTo(2);
        assertThat(report.statistics().cores().get(0).switchNanos()).isEqualTo(2 * MS);
        assertThat(report.statistics().cores().get(0).idleNanos()).isZero();
    }

    @Test
    void mainTakesACoreOnlyWhenItDeclaresTime() {
        Program program = machine -> {
            machine.start("A", () -> machine.compute(2 * MS));
            machine.sleep(MS);
            machine.compute(3 * MS);
        };
        RunReport report = Runs.run(program, FREE);
        assertThat(Slices.ofCore(report.trace(), 0)).isEqualTo("1:0-2 0:2-5");
        assertThat(report.statistics().tasks()).extracting(TaskFigures::id).containsExactly(0, 1);
        assertThat(report.statistics().contextSwitches()).isEqualTo(1);
    }

    @Test
    void dispatchThatBlocksAtOnceCountsAsASwitch() {
        Program program = machine -> {
            Channel<Integer> channel = machine.channel("c", 0);
            machine.start("receiver", channel::receive);
            machine.start("sender", () -> {
                machine.compute(MS);
                channel.send(1);
                machine.compute(MS);
            });
        };
        RunReport report = Runs.run(program, FREE);
        assertThat(Slices.ofCore(report.trace(), 0)).isEqualTo("2:0-2");
        assertThat(report.statistics().contextSwitches()).isEqualTo(2);
        assertThat(report.statistics().tasks().get(0).firstRunNanos()).isZero();
        assertThat(report.statistics().tasks().get(0).readyNanos()).isEqualTo(MS);
        assertThat(report.statistics().tasks().get(0).blockedNanos()).isEqualTo(MS);
    }

    @Test
    void producerAndTwoConsumersShareABufferedChannelOverTwoCores() {
        Program program = machine -> {
            Channel<Integer> jobs = machine.channel("jobs", 3);
            machine.start("producer", () -> {
                for (int i = 1; i <= 10; i++) {
                    machine.compute(2 * MS);
                    jobs.send(i);
                }
                jobs.close();
            });
            for (int c = 1; c <= 2; c++) {
                machine.start("consumer " + c, () -> {
                    for (int job : jobs) {
                        assertThat(job).isBetween(1, 10);
                        machine.compute(5 * MS);
                    }
                });
            }
        };
        RunReport report = Runs.run(program, FREE.withCores(2).withPolicy(PolicyKind.FCFS));
        assertThat(Slices.ofCore(report.trace(), 0)).isEqualTo("1:0-16 3:16-31 2:31-36");
        assertThat(Slices.ofCore(report.trace(), 1)).isEqualTo("2:2-27 1:27-31 3:31-36");
    }

    @Test
    void deadlockNamesItsCycle() {
        Program program = machine -> {
            Mutex left = machine.mutex("left");
            Mutex right = machine.mutex("right");
            machine.start("A", () -> {
                left.lock();
                machine.compute(MS);
                right.lock();
            });
            machine.start("B", () -> {
                right.lock();
                machine.compute(MS);
                left.lock();
            });
            machine.start("C", () -> machine.compute(MS));
        };
        RunReport report = Runs.run(program, FREE.withCores(3));
        assertThat(report.end()).isNotNull();
        assertThat(report.end().outcome()).isEqualTo(Outcome.DEADLOCK);
        assertThat(report.end().reason())
                .isEqualTo("deadlock: A waits for mutex right held by B, B waits for mutex left held by A");
    }

    @Test
    void failedTaskLeavesTheOthersToGoOn() {
        Program program = machine -> {
            WaitGroup both = machine.waitGroup();
            both.add(1);
            machine.start("bad", () -> {
                throw new IllegalStateException("on purpose");
            });
            machine.start("good", () -> {
                machine.compute(MS);
                both.done();
            });
            both.await();
            machine.result("waited", true);
        };
        RunReport report = Runs.run(program, FREE);
        assertThat(report.end()).isNotNull();
        assertThat(report.end().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.end().reason()).contains("bad failed", "on purpose");
        assertThat(report.end().result()).containsEntry("waited", true);
        assertThat(report.end().failures()).containsOnlyKeys(1);
    }

    @Test
    void runLongerThanTimesCanBeSummedIsStopped() {
        Program program = machine -> machine.start("eternal", () -> {
            while (true) {
                machine.compute(Durations.MAX_NANOS);
            }
        });
        RunReport report = Runs.run(program, FREE);
        assertThat(report.end()).isNotNull();
        assertThat(report.end().outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(report.end().reason()).contains("73 years");
    }
}
