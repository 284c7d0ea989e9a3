package org.coreograph.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import org.coreograph.model.PolicyKind;
import org.coreograph.model.Settings;
import org.junit.jupiter.api.Test;

class WorkStealingTest extends PolicyContract {
    @Override
    Settings settings() {
        return settings(PolicyKind.WORK_STEALING);
    }

    private Policy withTasks(int count) {
        Policy policy = policy();
        for (int task = 0; task <= count; task++) {
            policy.declare(task, task());
        }
        return policy;
    }

    @Test
    void aTaskQueuesAtTheCoreOfWhoStartedOrWokeIt() {
        Policy policy = withTasks(3);
        policy.add(1, Ready.ARRIVED, 2, 0);
        policy.add(2, Ready.WOKEN, 1, 0);
        policy.add(3, Ready.ARRIVED, 2, 0);
        assertThat(policy.take(1, 0)).isEqualTo(2);
        assertThat(policy.take(2, 0)).isEqualTo(1);
        assertThat(policy.take(2, 0)).isEqualTo(3);
    }

    @Test
    void whatMainStartsQueuesAtTheFirstCore() {
        Policy policy = withTasks(3);
        policy.add(1, Ready.ARRIVED, 1, 0);
        arrive(policy, 2, 3);
        assertThat(takeAll(policy)).containsExactly(2, 3, 1);
    }

    @Test
    void whomATimerWakesQueuesAtTheCoreItRanOnLast() {
        Policy policy = withTasks(3);
        arrive(policy, 1);
        assertThat(policy.take(2, 0)).isEqualTo(1);
        policy.blocked(1);
        policy.add(1, Ready.WOKEN, Policy.NO_CORE, 5);
        policy.add(2, Ready.ARRIVED, 0, 5);
        policy.add(3, Ready.ARRIVED, 0, 5);
        assertThat(policy.take(2, 5))
                .as("its own, although another queue is longer")
                .isEqualTo(1);
    }

    @Test
    void whoseQuantumIsOverGoesToTheTailOfItsOwnCore() {
        Policy policy = withTasks(2);
        policy.add(1, Ready.ARRIVED, 1, 0);
        policy.add(2, Ready.ARRIVED, 1, 0);
        assertThat(policy.take(1, 0)).isEqualTo(1);
        policy.add(1, Ready.QUANTUM_OVER, 1, 10);
        assertThat(policy.take(1, 10)).isEqualTo(2);
        assertThat(policy.take(1, 10)).isEqualTo(1);
        assertThat(policy.quantumNanos(1)).isEqualTo(10);
    }

    @Test
    void aCoreWithoutWorkStealsTheTailOfTheLongestQueueAndTheLowestCoresOfSeveral() {
        Policy policy = withTasks(5);
        policy.add(1, Ready.ARRIVED, 0, 0);
        policy.add(2, Ready.ARRIVED, 1, 0);
        policy.add(3, Ready.ARRIVED, 1, 0);
        policy.add(4, Ready.ARRIVED, 1, 0);
        policy.add(5, Ready.ARRIVED, 0, 0);
        assertThat(policy.size(2)).isEqualTo(5);
        assertThat(policy.take(2, 0)).as("tail of 2 3 4").isEqualTo(4);
        assertThat(policy.take(2, 0)).as("tail of 1 5, as long as 2 3").isEqualTo(5);
        assertThat(policy.take(2, 0)).isEqualTo(3);
        assertThat(policy.take(2, 0)).isEqualTo(1);
        assertThat(policy.take(2, 0)).isEqualTo(2);
    }

    @Test
    void aStolenTaskIsAtHomeWhereItRan() {
        Policy policy = withTasks(2);
        arrive(policy, 1);
        assertThat(policy.take(1, 0)).isEqualTo(1);
        policy.blocked(1);
        policy.add(1, Ready.WOKEN, Policy.NO_CORE, 5);
        policy.add(2, Ready.ARRIVED, 0, 5);
        assertThat(policy.take(1, 5)).isEqualTo(1);
    }
}
