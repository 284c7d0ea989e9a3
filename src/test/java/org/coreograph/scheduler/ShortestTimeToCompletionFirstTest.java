package org.coreograph.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coreograph.model.PolicyKind;
import org.coreograph.model.Settings;
import org.coreograph.model.TaskSpec;
import org.junit.jupiter.api.Test;

class ShortestTimeToCompletionFirstTest extends PolicyContract {
    @Override
    Settings settings() {
        return settings(PolicyKind.STCF);
    }

    private static TaskSpec bursts(Long... nanos) {
        return task().withBursts(List.of(nanos));
    }

    @Test
    void theRankIsWhatIsLeftOfTheBurst() {
        Policy policy = policy();
        declare(policy, task(), bursts(8L), bursts(5L));
        arrive(policy, 1);
        policy.take(0, 0);
        assertThat(policy.displaces()).isTrue();
        assertThat(policy.rank(1)).isEqualTo(8);
        policy.ran(1, 2);
        policy.ran(1, 1);
        policy.add(2, Ready.ARRIVED, Policy.NO_CORE, 3);
        assertThat(policy.rank(1)).as("no more than the other, which so waits").isEqualTo(policy.bestRank(0));
    }

    @Test
    void aBurstThatLastsLongerThanDeclaredHasNothingLeft() {
        Policy policy = policy();
        declare(policy, task(), bursts(8L, 4L));
        arrive(policy, 1);
        policy.take(0, 0);
        policy.ran(1, 11);
        assertThat(policy.rank(1)).isZero();
        policy.blocked(1);
        assertThat(policy.rank(1)).as("the next burst, whole").isEqualTo(4);
    }

    @Test
    void whatIsNotDeclaredIsTheLongest() {
        Policy policy = policy();
        declare(policy, task(), task(), bursts(1_000_000_000L));
        arrive(policy, 2);
        assertThat(policy.rank(1)).isGreaterThan(policy.bestRank(0));
    }

    @Test
    void aDisplacedTaskQueuesBehindThoseThatHaveAsMuchLeft() {
        Policy policy = policy();
        declare(policy, task(), bursts(8L), bursts(6L), bursts(1L));
        arrive(policy, 1);
        policy.take(0, 0);
        policy.ran(1, 2);
        policy.add(2, Ready.ARRIVED, Policy.NO_CORE, 2);
        policy.add(3, Ready.ARRIVED, Policy.NO_CORE, 2);
        assertThat(policy.take(0, 2)).isEqualTo(3);
        policy.add(1, Ready.DISPLACED, 0, 2);
        assertThat(takeAll(policy)).containsExactly(2, 1);
    }
}
