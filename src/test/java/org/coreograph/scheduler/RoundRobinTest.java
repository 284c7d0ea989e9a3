package org.coreograph.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import org.coreograph.model.PolicyKind;
import org.coreograph.model.Settings;
import org.junit.jupiter.api.Test;

class RoundRobinTest extends PolicyContract {
    @Override
    Settings settings() {
        return settings(PolicyKind.ROUND_ROBIN);
    }

    @Test
    void whoseQuantumIsOverGoesToTheTail() {
        Policy policy = policy();
        declare(policy, task(), task(), task(), task());
        arrive(policy, 1, 2, 3);
        assertThat(policy.take(0, 0)).isEqualTo(1);
        policy.quantumOver(1);
        policy.add(1, Ready.QUANTUM_OVER, 0, 10);
        assertThat(takeAll(policy)).containsExactly(2, 3, 1);
    }

    @Test
    void everyDispatchBeginsAFullQuantum() {
        Policy policy = policy();
        assertThat(policy.displaces()).isFalse();
        assertThat(policy.quantumNanos(1)).isEqualTo(10);
    }
}
