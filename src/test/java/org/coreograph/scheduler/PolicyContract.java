package org.coreograph.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.coreograph.model.PolicyKind;
import org.coreograph.model.Settings;
import org.coreograph.model.TaskSpec;
import org.junit.jupiter.api.Test;

/** What holds for every policy, whatever it goes by. */
abstract class PolicyContract {
    private static final int HISTORIES = 60;
    private static final int STEPS = 120;

    /** What the policy is made of. */
    abstract Settings settings();

    /** Returns settings with three cores and a quantum of 10 ns. */
    static Settings settings(PolicyKind kind) {
        return Settings.DEFAULTS.withCores(3).withQuantumNanos(10).withPolicy(kind);
    }

    final Policy policy() {
        return policy(settings());
    }

    static Policy policy(Settings settings) {
        return Policy.of(settings, new SeededDraws(settings.seed(), "policy"));
    }

    /** Declares tasks of the ids from 0. */
    static void declare(Policy policy, TaskSpec... specs) {
        for (int task = 0; task < specs.length; task++) {
            policy.declare(task, specs[task]);
        }
    }

    static TaskSpec task() {
        return TaskSpec.named("task");
    }

    /** Has tasks arrive at time 0, started by main. */
    static void arrive(Policy policy, int... tasks) {
        for (int task : tasks) {
            policy.add(task, Ready.ARRIVED, Policy.NO_CORE, 0);
        }
    }

    /** Takes all tasks for core 0. */
    static List<Integer> takeAll(Policy policy) {
        List<Integer> taken = new ArrayList<>();
        while (policy.size() > 0) {
            taken.add(policy.take(0, 0));
        }
        return taken;
    }

    @Test
    void noTaskIsLostOrDoubled() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            History history = History.of(settings(), seed, STEPS);
            history.drain();
            assertThat(history.ready()).as("never taken, seed %d", seed).isEmpty();
            assertThat(history.taken()).as("taken, seed %d", seed).hasSizeGreaterThan(STEPS / 8);
            assertThat(history.policy().size()).isZero();
        }
    }

    @Test
    void theSameHistoryLeadsToTheSameChoices() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            assertThat(History.of(settings(), seed, STEPS).taken())
                    .isEqualTo(History.of(settings(), seed, STEPS).taken());
        }
    }

    @Test
    void everyReadyTaskHasAPlaceAndCanBeTakenFromIt() {
        for (int seed = 0; seed < HISTORIES / 4; seed++) {
            List<Integer> taken = new ArrayList<>();
            for (int core = 0; core < settings().cores(); core++) {
                int size = History.of(settings(), seed, STEPS).policy().size(core);
                for (int place = 0; place < size; place++) {
                    Policy policy = History.of(settings(), seed, STEPS).policy();
                    taken.add(policy.takeAny(core, place));
                    assertThat(policy.size(core)).isEqualTo(size - 1);
                }
                if (policy().home(0) == Policy.NO_CORE) {
                    // The same tasks for any core.
                    break;
                }
            }
            assertThat(taken)
                    .containsExactlyInAnyOrderElementsOf(
                            History.of(settings(), seed, STEPS).ready());
        }
    }

    @Test
    void otherPlacesAreRefused() {
        Policy policy = policy();
        declare(policy, task(), task().onCore(0), task().onCore(0));
        arrive(policy, 1, 2);
        assertThatThrownBy(() -> policy.takeAny(0, 2)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> policy.takeAny(0, -1)).isInstanceOf(NoSuchElementException.class);
        assertThat(takeAll(policy)).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void whereNoneIsReadyNoneIsTaken() {
        Policy policy = policy();
        declare(policy, task(), task().onCore(0));
        assertThatThrownBy(() -> policy.take(0, 0)).isInstanceOf(NoSuchElementException.class);
        arrive(policy, 1);
        assertThat(policy.take(0, 0)).isEqualTo(1);
        assertThatThrownBy(() -> policy.take(0, 0)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void mainIsATaskLikeOthers() {
        Policy policy = policy();
        declare(policy, task(), task().onCore(0));
        policy.add(0, Ready.WOKEN, Policy.NO_CORE, 0);
        policy.add(1, Ready.ARRIVED, Policy.NO_CORE, 0);
        assertThat(takeAll(policy)).containsExactlyInAnyOrder(0, 1);
    }
}
