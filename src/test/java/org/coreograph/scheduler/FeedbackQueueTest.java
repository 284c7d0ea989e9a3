package org.coreograph.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import org.coreograph.model.PolicyKind;
import org.coreograph.model.SettingName;
import org.coreograph.model.Settings;
import org.junit.jupiter.api.Test;

class FeedbackQueueTest extends PolicyContract {
    @Override
    Settings settings() {
        return settings(PolicyKind.MLFQ)
                .with(SettingName.MLFQ_QUANTA, "4ns,8ns,16ns")
                .with(SettingName.MLFQ_ALLOTMENTS, "6ns,8ns,32ns")
                .with(SettingName.MLFQ_BOOST, "40ns");
    }

    private Policy with(SettingName name, String value) {
        Policy policy = policy(settings().with(name, value));
        declare(policy, task(), task(), task(), task(), task());
        return policy;
    }

    private Policy withoutBoost() {
        return with(SettingName.MLFQ_BOOST, "0");
    }

    /** Has a task run as long as it may, lose its core and be taken again, if no other is ahead of it. */
    private static void runQuantum(Policy policy, int task) {
        policy.ran(task, policy.quantumNanos(task));
        policy.quantumOver(task);
        policy.add(task, Ready.QUANTUM_OVER, 0, 0);
        assertThat(policy.take(0, 0)).isEqualTo(task);
    }

    @Test
    void aTaskBeginsAtTheTopAndSinksByALevelWheneverItsAllotmentIsUsedUp() {
        Policy policy = withoutBoost();
        arrive(policy, 1);
        policy.take(0, 0);
        long[][] quantaAtLevels = {{4, 0}, {2, 0}, {8, 1}, {16, 2}, {16, 2}, {16, 2}, {16, 2}};
        for (long[] expected : quantaAtLevels) {
            assertThat(policy.rank(1)).isEqualTo(expected[1]);
            assertThat(policy.quantumNanos(1)).isEqualTo(expected[0]);
            runQuantum(policy, 1);
        }
    }

    @Test
    void whereNobodyWaitsItBeginsAFullQuantumWhereItIs() {
        Policy policy = withoutBoost();
        arrive(policy, 1);
        policy.take(0, 0);
        for (int quantum : new int[] {4, 2, 8, 16}) {
            assertThat(policy.quantumNanos(1)).isEqualTo(quantum);
            policy.ran(1, quantum);
            policy.quantumOver(1);
        }
    }

    @Test
    void itSinksAtTheVeryInstantAtWhichTheAllotmentIsUsedUp() {
        Policy policy = withoutBoost();
        arrive(policy, 1);
        policy.take(0, 0);
        policy.ran(1, 4);
        policy.quantumOver(1);
        policy.ran(1, 1);
        assertThat(policy.rank(1)).isZero();
        policy.ran(1, 1);
        policy.blocked(1);
        assertThat(policy.rank(1)).isEqualTo(1);
        policy.add(1, Ready.WOKEN, Policy.NO_CORE, 9);
        assertThat(policy.bestRank(0)).as("although it blocked just then").isEqualTo(1);
    }

    @Test
    void oneThatBlocksWhenItsAllotmentIsUsedUpStaysWhereBlockingRenewsIt() {
        Policy policy = policy(settings(PolicyKind.MLFQ).withQuantumNanos(4).with(SettingName.MLFQ_STAY_ON_IO, "true"));
        arrive(policy, 1);
        policy.take(0, 0);
        policy.ran(1, 4);
        policy.blocked(1);
        policy.add(1, Ready.WOKEN, Policy.NO_CORE, 9);
        assertThat(policy.bestRank(0)).isZero();
        assertThat(policy.quantumNanos(1)).isEqualTo(4);
    }

    @Test
    void aShortListHoldsForTheLevelsBelowAndAnEmptyOneMeansTheQuantum() {
        Policy policy = policy(settings(PolicyKind.MLFQ)
                .with(SettingName.MLFQ_LEVELS, "4")
                .with(SettingName.MLFQ_ALLOTMENTS, "10ns,20ns"));
        declare(policy, task(), task());
        arrive(policy, 1);
        policy.take(0, 0);
        int[] levels = {0, 1, 1, 2, 2, 3, 3, 3, 3};
        for (int level : levels) {
            assertThat(policy.rank(1)).isEqualTo(level);
            assertThat(policy.quantumNanos(1)).isEqualTo(10);
            runQuantum(policy, 1);
        }
    }

    @Test
    void withoutAllotmentsOneQuantumIsWhatALevelGives() {
        Policy policy = policy(
                settings(PolicyKind.MLFQ).with(SettingName.MLFQ_LEVELS, "3").with(SettingName.MLFQ_QUANTA, "1ns,2ns"));
        declare(policy, task(), task());
        arrive(policy, 1);
        policy.take(0, 0);
        for (int quantum : new int[] {1, 2, 2, 2}) {
            assertThat(policy.quantumNanos(1)).isEqualTo(quantum);
            runQuantum(policy, 1);
        }
    }

    @Test
    void aHigherLevelGoesFirstAndEachInTheOrderOfItsQueue() {
        Policy policy = withoutBoost();
        arrive(policy, 1, 2, 3);
        sinkFirst(policy, 1);
        sinkFirst(policy, 2);
        arrive(policy, 4);
        assertThat(takeAll(policy)).containsExactly(3, 4, 1, 2);
    }

    /** Has the first task use up its allotment at the top. */
    private static void sinkFirst(Policy policy, int task) {
        assertThat(policy.take(0, 0)).isEqualTo(task);
        policy.ran(task, 6);
        policy.quantumOver(task);
        policy.add(task, Ready.QUANTUM_OVER, 0, 6);
    }

    @Test
    void aDisplacedTaskGoesToTheHeadOfItsLevelAndHasTheRestOfItsQuantum() {
        Policy policy = withoutBoost();
        arrive(policy, 1, 2);
        sinkFirst(policy, 1);
        sinkFirst(policy, 2);
        assertThat(policy.take(0, 12)).isEqualTo(1);
        policy.ran(1, 5);
        policy.add(3, Ready.ARRIVED, Policy.NO_CORE, 17);
        assertThat(policy.rank(1)).isGreaterThan(policy.bestRank(0));
        assertThat(policy.take(0, 17)).isEqualTo(3);
        policy.add(1, Ready.DISPLACED, 0, 17);
        assertThat(takeAll(policy)).containsExactly(1, 2);
        assertThat(policy.quantumNanos(1)).isEqualTo(3);
        assertThat(policy.quantumNanos(2)).isEqualTo(8);
    }

    @Test
    void displacedTwiceItHasTheRestOfTheRest() {
        Policy policy = with(SettingName.MLFQ_ALLOTMENTS, "100ns");
        arrive(policy, 1);
        for (int ran : new int[] {1, 2}) {
            policy.take(0, 0);
            policy.ran(1, ran);
            policy.add(1, Ready.DISPLACED, 0, 0);
        }
        policy.take(0, 0);
        assertThat(policy.quantumNanos(1)).isEqualTo(1);
        policy.ran(1, 1);
        policy.quantumOver(1);
        assertThat(policy.quantumNanos(1)).as("a full one where it is").isEqualTo(4);
    }

    @Test
    void afterBlockingTheQuantumIsAFullOneButTheAllotmentIsWhatItWas() {
        Policy policy = withoutBoost();
        arrive(policy, 1);
        policy.take(0, 0);
        policy.ran(1, 1);
        policy.blocked(1);
        policy.add(1, Ready.WOKEN, Policy.NO_CORE, 5);
        policy.take(0, 5);
        assertThat(policy.quantumNanos(1)).as("5 are left of the allotment").isEqualTo(4);
        policy.ran(1, 2);
        policy.blocked(1);
        policy.add(1, Ready.WOKEN, Policy.NO_CORE, 9);
        policy.take(0, 9);
        assertThat(policy.quantumNanos(1)).as("3 are left of the allotment").isEqualTo(3);
    }

    @Test
    void blockingRenewsTheAllotmentWhereThatIsSet() {
        Policy policy = with(SettingName.MLFQ_STAY_ON_IO, "true");
        arrive(policy, 1);
        for (int i = 0; i < 5; i++) {
            policy.take(0, 0);
            assertThat(policy.quantumNanos(1)).isEqualTo(4);
            policy.ran(1, 4);
            policy.blocked(1);
            policy.add(1, Ready.WOKEN, Policy.NO_CORE, 0);
        }
        assertThat(policy.bestRank(0)).isZero();
    }

    @Test
    void aBoostLiftsAllInTheOrderOfTheirLevelsAndThenOfTheirQueues() {
        Policy policy = with(SettingName.MLFQ_BOOST, "40ns");
        arrive(policy, 1);
        sinkFirst(policy, 1);
        assertThat(policy.take(0, 6)).isEqualTo(1);
        policy.ran(1, 8);
        policy.add(1, Ready.QUANTUM_OVER, 0, 14);
        arrive(policy, 2, 3, 4);
        sinkFirst(policy, 2);
        assertThat(policy.take(0, 20)).isEqualTo(3);
        policy.ran(3, 1);
        policy.add(3, Ready.DISPLACED, 0, 21);
        assertThat(policy.nextTickNanos()).isEqualTo(40);
        policy.tick(40);
        assertThat(policy.nextTickNanos()).isEqualTo(80);
        assertThat(policy.bestRank(0)).isZero();
        assertThat(takeAll(policy)).containsExactly(3, 4, 2, 1);
        for (int task = 1; task <= 4; task++) {
            assertThat(policy.rank(task)).isZero();
            assertThat(policy.quantumNanos(task)).isEqualTo(4);
        }
    }

    @Test
    void aBoostLiftsRunningAndBlockedTasksTooWithAnotherAllotment() {
        Policy policy = with(SettingName.MLFQ_BOOST, "40ns");
        arrive(policy, 1, 2, 3);
        sinkFirst(policy, 1);
        sinkFirst(policy, 2);
        policy.take(0, 12);
        policy.ran(3, 5);
        policy.blocked(3);
        assertThat(policy.take(0, 17)).isEqualTo(1);
        policy.ran(1, 7);
        policy.tick(40);
        assertThat(policy.rank(1)).isZero();
        assertThat(policy.quantumNanos(1)).isEqualTo(4);
        policy.add(3, Ready.WOKEN, Policy.NO_CORE, 41);
        assertThat(takeAll(policy)).containsExactly(2, 3);
        assertThat(policy.quantumNanos(3)).isEqualTo(4);
    }

    @Test
    void boostsComeAtTheMultiplesOfTheirPeriod() {
        Policy policy = with(SettingName.MLFQ_BOOST, "40ns");
        arrive(policy, 1);
        sinkFirst(policy, 1);
        policy.tick(39);
        assertThat(policy.bestRank(0)).as("before it is time").isEqualTo(1);
        assertThat(policy.nextTickNanos()).isEqualTo(40);
        policy.tick(95);
        assertThat(policy.nextTickNanos()).as("after a late one").isEqualTo(120);
    }

    @Test
    void withoutABoostNothingComesWithTime() {
        assertThat(withoutBoost().nextTickNanos()).isEqualTo(Policy.NEVER);
    }
}
