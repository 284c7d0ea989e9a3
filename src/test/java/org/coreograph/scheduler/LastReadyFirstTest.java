package org.coreograph.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import org.coreograph.model.PolicyKind;
import org.coreograph.model.RuntimeKind;
import org.coreograph.model.Settings;
import org.junit.jupiter.api.Test;

/** Work stealing as Go does it: the task that became ready last on a core is the next to run there. */
class LastReadyFirstTest extends PolicyContract {
    @Override
    Settings settings() {
        return settings(PolicyKind.WORK_STEALING).withRuntime(RuntimeKind.GO);
    }

    private Policy withTasks(int count) {
        Policy policy = policy();
        for (int task = 0; task <= count; task++) {
            policy.declare(task, task());
        }
        return policy;
    }

    @Test
    void ofTenTasksTheLastRunsFirstAndThenTheOthersInOrder() {
        Policy policy = withTasks(10);
        arrive(policy, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(takeAll(policy)).containsExactly(10, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void whoIsWokenRunsNextOnItsWakersCore() {
        Policy policy = withTasks(4);
        policy.add(1, Ready.ARRIVED, 1, 0);
        policy.add(2, Ready.ARRIVED, 1, 0);
        policy.add(3, Ready.WOKEN, 1, 0);
        policy.add(4, Ready.WOKEN, 2, 0);
        assertThat(policy.take(1, 0)).isEqualTo(3);
        assertThat(policy.take(1, 0)).isEqualTo(1);
        assertThat(policy.take(1, 0)).isEqualTo(2);
        assertThat(policy.take(2, 0)).isEqualTo(4);
    }

    @Test
    void whoseQuantumIsOverDoesNotRunNext() {
        Policy policy = withTasks(3);
        policy.add(1, Ready.ARRIVED, 0, 0);
        policy.add(2, Ready.ARRIVED, 0, 0);
        policy.add(3, Ready.QUANTUM_OVER, 0, 0);
        assertThat(takeAll(policy)).containsExactly(2, 1, 3);
    }

    @Test
    void aSlotIsStolenFromOnlyWhereAllQueuesAreEmptyAndTheLowestFirst() {
        Policy policy = withTasks(5);
        policy.add(1, Ready.ARRIVED, 0, 0);
        policy.add(2, Ready.ARRIVED, 1, 0);
        policy.add(3, Ready.ARRIVED, 1, 0);
        assertThat(policy.take(2, 0)).as("from the queue of core 1").isEqualTo(2);
        assertThat(policy.take(2, 0)).as("from the slot of core 0").isEqualTo(1);
        assertThat(policy.take(2, 0)).as("from the slot of core 1").isEqualTo(3);
    }
}
