package org.coreograph.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import org.coreograph.model.MemoryKind;
import org.coreograph.model.PolicyKind;
import org.coreograph.model.RuntimeKind;
import org.coreograph.model.SettingName;
import org.coreograph.model.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Distributed memory: a queue a core, under any policy. */
class PerCoreTest extends PolicyContract {
    @Override
    Settings settings() {
        return distributed(PolicyKind.MLFQ).with(SettingName.MLFQ_BOOST, "40ns");
    }

    private static Settings distributed(PolicyKind kind) {
        return settings(kind).withMemory(MemoryKind.DISTRIBUTED);
    }

    @ParameterizedTest
    @EnumSource
    void tasksStayWhereTheyArePlaced(PolicyKind kind) {
        Policy policy = policy(distributed(kind));
        declare(policy, task(), task(), task(), task(), task().onCore(1), task(), task().onCore(4));
        assertThat(new int[] {
                    policy.home(0),
                    policy.home(1),
                    policy.home(2),
                    policy.home(3),
                    policy.home(4),
                    policy.home(5),
                    policy.home(6)
                })
                .as("by id in turn, unless placed")
                .containsExactly(0, 0, 1, 2, 1, 1, 1);
        // Whoever woke them.
        for (int task = 1; task <= 6; task++) {
            policy.add(task, Ready.WOKEN, task % 3, 0);
        }
        assertThat(policy.size(0)).isEqualTo(1);
        assertThat(policy.size(1)).isEqualTo(4);
        assertThat(policy.size(2)).isEqualTo(1);
        assertThat(policy.take(0, 0)).isEqualTo(1);
        assertThat(policy.size(0)).as("nothing is stolen").isZero();
        assertThat(policy.take(2, 0)).isEqualTo(3);
        assertThat(policy.takeAny(1, 1)).isIn(2, 4, 5, 6);
        assertThat(policy.size()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void noTaskIsLostUnderAnyPolicy(PolicyKind kind) {
        for (int seed = 0; seed < 20; seed++) {
            History history = History.of(distributed(kind), seed, 150);
            history.drain();
            assertThat(history.ready()).isEmpty();
        }
    }

    @Test
    void weightsAreThoseOfTheIds() {
        Policy policy = policy(distributed(PolicyKind.FAIR).with(SettingName.FAIR_WEIGHTS, "7,1,7,3"));
        declare(policy, task(), task(), task().onCore(2), task(), task().onCore(2));
        arrive(policy, 2, 4);
        int[] ran = new int[5];
        for (int i = 0; i < 40; i++) {
            int task = policy.take(2, i);
            ran[task]++;
            policy.ran(task, 10);
            policy.add(task, Ready.QUANTUM_OVER, 2, i);
        }
        assertThat(ran).containsExactly(0, 0, 10, 0, 30);
    }

    @Test
    void ticketsOfALotteryAreNoneOfTheWeights() {
        Policy policy = policy(distributed(PolicyKind.LOTTERY).with(SettingName.FAIR_WEIGHTS, "1000000,1"));
        declare(policy, task(), task().onCore(0), task().onCore(0));
        arrive(policy, 1, 2);
        int[] won = new int[3];
        for (int i = 0; i < 1_000; i++) {
            int task = policy.take(0, i);
            won[task]++;
            policy.add(task, Ready.QUANTUM_OVER, 0, i);
        }
        assertThat(won[2]).isBetween(400, 600);
    }

    @Test
    void aBoostComesToEveryCore() {
        Policy policy = policy(settings());
        declare(policy, task(), task(), task());
        arrive(policy, 1, 2);
        for (int core = 0; core < 2; core++) {
            int task = policy.take(core, 0);
            policy.ran(task, 10);
            policy.quantumOver(task);
            assertThat(policy.rank(task)).isEqualTo(1);
        }
        assertThat(policy.nextTickNanos()).isEqualTo(40);
        policy.tick(40);
        assertThat(policy.rank(1)).isZero();
        assertThat(policy.rank(2)).isZero();
        assertThat(policy.nextTickNanos()).isEqualTo(80);
    }

    @Test
    void theNextToAgeOfAllCoresIsNext() {
        Policy policy = policy(distributed(PolicyKind.PRIORITY).with(SettingName.PRIORITY_AGING, "5ns"));
        declare(policy, task(), task().withPriority(3), task().withPriority(3));
        policy.add(2, Ready.ARRIVED, Policy.NO_CORE, 1);
        policy.add(1, Ready.ARRIVED, Policy.NO_CORE, 3);
        assertThat(policy.nextTickNanos()).isEqualTo(6);
        policy.tick(6);
        assertThat(policy.bestRank(1)).isEqualTo(2);
        assertThat(policy.bestRank(0)).isEqualTo(3);
        assertThat(policy.nextTickNanos()).isEqualTo(8);
    }

    @Test
    void theTaskThatBecameReadyLastRunsNextOnItsOwnCore() {
        Policy policy = policy(distributed(PolicyKind.WORK_STEALING).withRuntime(RuntimeKind.GO));
        declare(policy, task(), task().onCore(1), task().onCore(1), task().onCore(1));
        arrive(policy, 1, 2, 3);
        assertThat(policy.take(1, 0)).isEqualTo(3);
        assertThat(policy.take(1, 0)).isEqualTo(1);
        assertThat(policy.take(1, 0)).isEqualTo(2);
    }
}
