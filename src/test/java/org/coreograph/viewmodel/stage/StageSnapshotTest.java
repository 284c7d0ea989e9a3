package org.coreograph.viewmodel.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import java.util.ArrayList;
import java.util.List;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.Durations;
import org.coreograph.model.MemoryKind;
import org.coreograph.model.PolicyKind;
import org.coreograph.model.Settings;
import org.coreograph.model.TieRule;
import org.coreograph.model.WaitKind;
import org.coreograph.program.Mutex;
import org.coreograph.program.Program;
import org.coreograph.program.WaitGroup;
import org.coreograph.testkit.Runs;
import org.coreograph.testkit.TraceBuilder;
import org.coreograph.timeline.Box;
import org.coreograph.trace.Trace;
import org.coreograph.viewmodel.stage.StageSnapshot.Waiter;
import org.junit.jupiter.api.Test;

class StageSnapshotTest {
    private static final long MILLI = Durations.MILLI;
    private static final Settings SETTINGS = Settings.DEFAULTS.withQuantumNanos(10 * MILLI);

    private static StageSnapshot at(RunReport run, long nanos) {
        return StageSnapshot.of(run.trace(), run.request().settings(), nanos);
    }

    private static Program tasksOf(long... lengths) {
        return machine -> {
            for (int i = 0; i < lengths.length; i++) {
                long length = lengths[i];
                machine.start("task " + (i + 1), () -> machine.compute(length));
            }
        };
    }

    @Test
    void taskOnTheCoreIsOnItAndTheOthersWaitInTheirOrder() {
        RunReport run = Runs.run(tasksOf(20 * MILLI, 20 * MILLI, 20 * MILLI), SETTINGS);
        StageSnapshot stage = at(run, 5 * MILLI);
        assertThat(stage.onCore()).containsExactly(1);
        assertThat(stage.ready()).containsExactly(2, 3);
        assertThat(stage.done()).isEmpty();
    }

    @Test
    void coreThatIsOffIsToldFromAnIdleOne() {
        Trace trace =
                new TraceBuilder(2, "A").last(0, 0, 9, 1, false).off(1, 3, 9).build(9);
        assertThat(StageSnapshot.of(trace, SETTINGS, 2).off()).containsExactly(false, false);
        StageSnapshot stage = StageSnapshot.of(trace, SETTINGS, 9);
        assertThat(stage.off()).containsExactly(false, true);
        assertThat(stage.onCore()).containsExactly(-1, -1);
        assertThat(stage.done()).containsExactly(1);
    }

    @Test
    void taskThatWaitsForADeviceIsAtAPlaceOfItsOwn() {
        Trace trace = new TraceBuilder(1, "A", "B")
                .blocks(0, 0, 2, 1, WaitKind.IO)
                .slice(0, 2, 6, 2)
                .build(6);
        StageSnapshot stage = StageSnapshot.of(trace, SETTINGS, 4);
        assertThat(stage.waitingForIo()).containsExactly(1);
        assertThat(stage.sleeping()).isEmpty();
        assertThat(stage.blocked()).isEmpty();
        StageShape shape = StageShape.of(trace, ObjectStates.of(trace), SETTINGS);
        assertThat(shape.io()).isTrue();
        assertThat(StageLayout.of(shape, new Box(0, 0, 800, 300)).cards())
                .extracting(StageCard::place)
                .containsExactly(StageCard.Place.Common.WAITING_FOR_IO);
    }

    @Test
    void preemptedTaskIsAtTheTail() {
        RunReport run = Runs.run(tasksOf(20 * MILLI, 20 * MILLI, 20 * MILLI), SETTINGS);
        StageSnapshot stage = at(run, 15 * MILLI);
        assertThat(stage.onCore()).containsExactly(2);
        assertThat(stage.ready()).containsExactly(3, 1);
    }

    @Test
    void taskThatItsCoreSwitchesToIsOnIt() {
        RunReport run = Runs.run(tasksOf(20 * MILLI, 20 * MILLI), SETTINGS.withSwitchCostNanos(2 * MILLI));
        StageSnapshot stage = at(run, 11 * MILLI);
        assertThat(stage.onCore()).containsExactly(2);
        assertThat(stage.switching()).containsExactly(true);
        assertThat(stage.ready()).containsExactly(1);
        assertThat(at(run, 13 * MILLI).switching()).containsExactly(false);
    }

    @Test
    void arrivalAtTheInstantOfAPreemptionGoesWhereTheTieRuleSays() {
        Program program = machine -> {
            machine.start("long", () -> machine.compute(30 * MILLI));
            machine.start("other", () -> machine.compute(30 * MILLI));
            machine.startAt(10 * MILLI, "late", () -> machine.compute(MILLI));
        };
        assertThat(at(Runs.run(program, SETTINGS.withSwitchCostNanos(0)), 11 * MILLI)
                        .ready())
                .containsExactly(3, 1);
        assertThat(at(Runs.run(program, SETTINGS.withSwitchCostNanos(0).withTies(TieRule.PREEMPTED_FIRST)), 11 * MILLI)
                        .ready())
                .containsExactly(1, 3);
    }

    @Test
    void taskIsLateUntilItArrivesAndDoneOnceItEnded() {
        Program program = machine -> {
            machine.startAt(5 * MILLI, "late", () -> machine.compute(MILLI));
            machine.start("soon", () -> machine.compute(MILLI));
        };
        RunReport run = Runs.run(program, SETTINGS);
        assertThat(at(run, 0).late()).containsExactly(1);
        assertThat(at(run, 5 * MILLI).late()).isEmpty();
        assertThat(at(run, 5 * MILLI).onCore()).containsExactly(1);
        assertThat(at(run, 5 * MILLI).done()).containsExactly(2);
        assertThat(at(run, 3 * MILLI).onCore()).containsExactly(-1);
    }

    @Test
    void atTheEndEveryTaskIsDoneAndEveryCoreFree() {
        RunReport run = Runs.run(tasksOf(20 * MILLI, 10 * MILLI), SETTINGS.withCores(2));
        StageSnapshot stage = at(run, run.endNanos());
        assertThat(stage.done()).containsExactly(2, 1);
        assertThat(stage.onCore()).containsExactly(-1, -1);
    }

    @Test
    void sleeperSleepsAndTheOneThatLocksWaitsForTheMutex() {
        Program program = machine -> {
            Mutex mutex = machine.mutex("door");
            machine.start("holder", () -> {
                mutex.lock();
                machine.sleep(10 * MILLI);
                mutex.unlock();
            });
            machine.start("waiter", () -> {
                mutex.lock();
                mutex.unlock();
            });
        };
        RunReport run = Runs.run(program, SETTINGS.withCores(2));
        StageSnapshot stage = at(run, 5 * MILLI);
        assertThat(stage.sleeping()).containsExactly(1);
        assertThat(stage.blocked()).hasSize(1);
        int object = stage.blocked().keySet().iterator().next();
        assertThat(stage.waitersOf(object)).extracting(Waiter::task).containsExactly(2);
        assertThat(stage.waitersOf(object)).extracting(Waiter::kind).containsExactly(WaitKind.LOCK);
        assertThat(run.trace().objectName(object)).contains("door");
        StageShape shape = StageShape.of(run.trace(), ObjectStates.of(run.trace()), SETTINGS);
        assertThat(shape.sleeping()).isTrue();
        assertThat(shape.things()).extracting(StageShape.Thing::object).containsExactly(object);
        assertThat(shape.late()).isFalse();
    }

    @Test
    void taskThatOnlyWaitsForOthersIsAtTheirWaitGroup() {
        Program program = machine -> {
            WaitGroup group = machine.waitGroup();
            group.add(1);
            machine.start("parent", () -> {
                machine.start("child", () -> {
                    machine.compute(10 * MILLI);
                    group.done();
                });
                group.await();
            });
        };
        assertThat(at(Runs.run(program, SETTINGS), 5 * MILLI).waitersOf(0))
                .extracting(Waiter::task)
                .containsExactly(1);
    }

    @Test
    void taskThatIsStuckStaysWhereItWasAtTheEnd() {
        Program program = machine ->
                machine.start("stuck", () -> machine.channel("never", 0).receive());
        RunReport run = Runs.run(
                machine -> {
                    program.run(machine);
                    machine.start("other", () -> machine.compute(MILLI));
                },
                SETTINGS);
        assertThat(at(run, run.endNanos()).blocked().values())
                .singleElement()
                .asInstanceOf(list(Waiter.class))
                .extracting(Waiter::task)
                .containsExactly(1);
    }

    @Test
    void taskThatGetsStuckAtTheVeryEndIsNoLongerOnItsCore() {
        RunReport run = Runs.run(
                machine -> {
                    Mutex left = machine.mutex("left");
                    Mutex right = machine.mutex("right");
                    machine.start("one", () -> {
                        left.lock();
                        machine.compute(MILLI);
                        right.lock();
                    });
                    machine.start("other", () -> {
                        right.lock();
                        machine.compute(3 * MILLI);
                        left.lock();
                    });
                },
                SETTINGS.withCores(2).withSwitchCostNanos(0));
        assertThat(at(run, run.endNanos() - 1).onCore()).containsExactly(-1, 2);
        StageSnapshot end = at(run, run.endNanos());
        assertThat(end.onCore()).containsExactly(-1, -1);
        assertThat(end.waitersOf(0)).containsExactly(new Waiter(2, WaitKind.LOCK, 3 * MILLI));
        assertThat(end.waitersOf(1)).containsExactly(new Waiter(1, WaitKind.LOCK, MILLI));
        StageShape shape = StageShape.of(run.trace(), ObjectStates.of(run.trace()), SETTINGS);
        assertThat(shape.things()).extracting(StageShape.Thing::waits).containsExactly(1, 1);
    }

    @Test
    void coresThatHaveAQueueEachHaveThoseThatWereStartedOrPreemptedThere() {
        Program program = machine -> machine.start("parent", () -> {
            for (int i = 0; i < 3; i++) {
                machine.start("child " + i, () -> machine.compute(30 * MILLI));
            }
            machine.compute(30 * MILLI);
        });
        Settings stealing =
                SETTINGS.withCores(2).withPolicy(PolicyKind.WORK_STEALING).withSwitchCostNanos(0);
        RunReport run = Runs.run(program, stealing);
        StageSnapshot early = at(run, 5 * MILLI);
        assertThat(early.onCore()).containsExactly(1, 4);
        assertThat(early.queues()).containsExactly(List.of(2, 3), List.of());
        StageSnapshot later = at(run, 15 * MILLI);
        assertThat(later.queues().get(0)).contains(1);
        assertThat(later.queues().get(0).size() + later.queues().get(1).size())
                .isEqualTo(later.ready().size());
        assertThat(at(Runs.run(program, SETTINGS.withCores(2)), 5 * MILLI).queues())
                .isEmpty();
    }

    @Test
    void taskInDistributedMemoryIsQueuedWhereItWasPlaced() {
        Settings distributed = SETTINGS.withCores(2).withMemory(MemoryKind.DISTRIBUTED);
        RunReport run = Runs.run(tasksOf(20 * MILLI, 20 * MILLI, 20 * MILLI, 20 * MILLI), distributed);
        StageSnapshot stage = at(run, 5 * MILLI);
        assertThat(stage.onCore()).containsExactly(1, 2);
        assertThat(stage.queues()).containsExactly(List.of(3), List.of(4));
    }

    @Test
    void everyTaskIsAtExactlyOnePlaceAtAnyTime() {
        Program program = machine -> {
            Mutex mutex = machine.mutex("one at a time");
            for (int i = 0; i < 9; i++) {
                long length = (i + 1) * MILLI;
                machine.startAt(i % 3 * MILLI, "task " + i, () -> {
                    machine.compute(length);
                    mutex.lock();
                    machine.compute(MILLI);
                    mutex.unlock();
                    machine.sleep(length);
                    machine.compute(MILLI);
                });
            }
        };
        RunReport run = Runs.run(program, SETTINGS.withCores(3).withQuantumNanos(2 * MILLI));
        Trace trace = run.trace();
        for (long nanos = 0; nanos <= trace.endNanos(); nanos += trace.endNanos() / 997) {
            StageSnapshot stage = at(run, nanos);
            List<Integer> all = new ArrayList<>();
            all.addAll(stage.late());
            all.addAll(stage.ready());
            all.addAll(stage.onCore().stream().filter(task -> task >= 0).toList());
            all.addAll(stage.sleeping());
            stage.blocked().values().stream()
                    .flatMap(List::stream)
                    .map(Waiter::task)
                    .forEach(all::add);
            all.addAll(stage.done());
            assertThat(all).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9);
        }
    }
}
