package org.coreograph.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coreograph.model.PolicyKind;
import org.coreograph.model.Settings;
import org.coreograph.model.TaskSpec;
import org.junit.jupiter.api.Test;

class ShortestJobFirstTest extends PolicyContract {
    @Override
    Settings settings() {
        return settings(PolicyKind.SJF);
    }

    private static TaskSpec bursts(Long... nanos) {
        return task().withBursts(List.of(nanos));
    }

    @Test
    void theShortestBurstIsNextAndEqualOnesInTheOrderOfTheQueue() {
        Policy policy = policy();
        declare(policy, task(), bursts(8L), bursts(3L), bursts(5L), bursts(3L));
        arrive(policy, 1, 4, 3, 2);
        assertThat(takeAll(policy)).containsExactly(4, 2, 3, 1);
    }

    @Test
    void undeclaredLengthsComeLastInTheOrderOfTheQueue() {
        Policy policy = policy();
        declare(policy, task(), task(), bursts(1_000_000L), task());
        arrive(policy, 3, 1, 0, 2);
        assertThat(takeAll(policy)).containsExactly(2, 3, 1, 0);
    }

    @Test
    void afterBlockingTheNextBurstCountsHoweverLongTheLastWas() {
        Policy policy = policy();
        declare(policy, task(), bursts(2L, 9L, 1L), bursts(5L));
        arrive(policy, 1, 2);
        assertThat(policy.take(0, 0)).isEqualTo(1);
        policy.ran(1, 1);
        policy.blocked(1);
        policy.add(1, Ready.WOKEN, 0, 5);
        assertThat(policy.take(0, 5)).as("5 is less than 9").isEqualTo(2);
        policy.add(2, Ready.YIELDED, 0, 5);
        assertThat(policy.take(0, 5)).isEqualTo(2);
        policy.ended(2);
        assertThat(policy.take(0, 5)).isEqualTo(1);
    }

    @Test
    void afterItsLastDeclaredBurstATaskHasNoneDeclared() {
        Policy policy = policy();
        declare(policy, task(), bursts(1L), bursts(100L));
        arrive(policy, 1, 2);
        assertThat(policy.take(0, 0)).isEqualTo(1);
        policy.ran(1, 1);
        policy.blocked(1);
        policy.add(1, Ready.WOKEN, 0, 5);
        assertThat(takeAll(policy)).containsExactly(2, 1);
    }

    @Test
    void whoGaveWayCountsWithWhatIsLeftOfItsBurst() {
        Policy policy = policy();
        declare(policy, task(), bursts(8L), bursts(3L));
        arrive(policy, 1);
        assertThat(policy.take(0, 0)).isEqualTo(1);
        policy.ran(1, 6);
        policy.quantumOver(1);
        policy.add(2, Ready.ARRIVED, Policy.NO_CORE, 6);
        policy.add(1, Ready.QUANTUM_OVER, 0, 6);
        assertThat(takeAll(policy)).containsExactly(1, 2);
    }

    @Test
    void noTaskLosesItsCore() {
        Policy policy = policy();
        assertThat(policy.displaces()).isFalse();
        assertThat(policy.quantumNanos(1)).isEqualTo(Policy.UNLIMITED);
    }
}
