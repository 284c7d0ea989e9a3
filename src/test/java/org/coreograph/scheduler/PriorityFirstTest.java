package org.coreograph.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import org.coreograph.model.PolicyKind;
import org.coreograph.model.SettingName;
import org.coreograph.model.Settings;
import org.coreograph.model.TaskSpec;
import org.junit.jupiter.api.Test;

class PriorityFirstTest extends PolicyContract {
    @Override
    Settings settings() {
        return settings(PolicyKind.PRIORITY);
    }

    private Policy aging(String time) {
        return policy(settings().with(SettingName.PRIORITY_AGING, time));
    }

    private static TaskSpec number(int priority) {
        return task().withPriority(priority);
    }

    @Test
    void theSmallestNumberIsNextAndEqualOnesInTheOrderOfTheQueue() {
        Policy policy = policy();
        declare(policy, number(0), number(2), number(-1), number(2), number(1));
        arrive(policy, 3, 4, 1, 2);
        assertThat(policy.bestRank(0)).isEqualTo(-1);
        assertThat(takeAll(policy)).containsExactly(2, 4, 3, 1);
    }

    @Test
    void aTaskThatLostItsCoreQueuesBehindItsEqualsAndHasAFullQuantum() {
        Policy policy = policy();
        declare(policy, task(), number(1), number(1), number(0));
        arrive(policy, 1, 2);
        assertThat(policy.take(0, 0)).isEqualTo(1);
        arrive(policy, 3);
        assertThat(policy.bestRank(0)).isLessThan(policy.rank(1));
        assertThat(policy.take(0, 3)).isEqualTo(3);
        policy.add(1, Ready.DISPLACED, 0, 3);
        assertThat(takeAll(policy)).containsExactly(2, 1);
        assertThat(policy.quantumNanos(1)).isEqualTo(10);
    }

    @Test
    void withoutAgingNothingComesWithTime() {
        Policy policy = policy();
        declare(policy, task(), number(3));
        arrive(policy, 1);
        assertThat(policy.nextTickNanos()).isEqualTo(Policy.NEVER);
    }

    @Test
    void whoWaitsRisesByOneAtATimeAndNoHigherThanZero() {
        Policy policy = aging("5ns");
        declare(policy, task(), number(2));
        policy.add(1, Ready.ARRIVED, Policy.NO_CORE, 3);
        assertThat(policy.nextTickNanos()).isEqualTo(8);
        policy.tick(8);
        assertThat(policy.bestRank(0)).isEqualTo(1);
        assertThat(policy.nextTickNanos()).isEqualTo(13);
        policy.tick(13);
        assertThat(policy.bestRank(0)).isZero();
        assertThat(policy.nextTickNanos()).isEqualTo(Policy.NEVER);
    }

    @Test
    void aNumberBelowZeroStaysWhatItIs() {
        Policy policy = aging("5ns");
        declare(policy, task(), number(-2));
        arrive(policy, 1);
        assertThat(policy.nextTickNanos()).isEqualTo(Policy.NEVER);
        policy.tick(100);
        assertThat(policy.bestRank(0)).isEqualTo(-2);
    }

    @Test
    void whoRunsDoesNotAgeAndKeepsTheNumberThatItRoseTo() {
        Policy policy = aging("5ns");
        declare(policy, task(), number(9));
        arrive(policy, 1);
        policy.tick(5);
        assertThat(policy.take(0, 7)).isEqualTo(1);
        assertThat(policy.rank(1)).isEqualTo(8);
        assertThat(policy.nextTickNanos()).isEqualTo(Policy.NEVER);
    }

    @Test
    void whoIsQueuedAgainHasItsOwnNumberBack() {
        Policy policy = aging("5ns");
        declare(policy, task(), number(9));
        arrive(policy, 1);
        policy.tick(5);
        policy.take(0, 7);
        policy.add(1, Ready.QUANTUM_OVER, 0, 17);
        assertThat(policy.bestRank(0)).isEqualTo(9);
        assertThat(policy.nextTickNanos()).as("it waits anew").isEqualTo(22);
    }

    @Test
    void whoRoseCountsAmongItsNewEqualsByWhenItWasQueued() {
        Policy policy = aging("5ns");
        declare(policy, task(), number(0), number(1), number(0));
        policy.add(1, Ready.ARRIVED, Policy.NO_CORE, 0);
        policy.add(2, Ready.ARRIVED, Policy.NO_CORE, 1);
        policy.add(3, Ready.ARRIVED, Policy.NO_CORE, 2);
        policy.tick(6);
        assertThat(takeAll(policy)).containsExactly(1, 2, 3);
    }

    @Test
    void whoIsTakenOutOfTurnAgesNoMore() {
        Policy policy = aging("5ns");
        declare(policy, task(), number(1), number(4));
        arrive(policy, 1, 2);
        assertThat(policy.takeAny(0, 1)).isEqualTo(2);
        policy.tick(5);
        assertThat(policy.rank(2)).isEqualTo(4);
        assertThat(policy.bestRank(0)).isZero();
    }
}
