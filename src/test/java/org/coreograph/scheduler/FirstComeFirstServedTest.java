package org.coreograph.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import org.coreograph.model.PolicyKind;
import org.coreograph.model.Settings;
import org.junit.jupiter.api.Test;

class FirstComeFirstServedTest extends PolicyContract {
    @Override
    Settings settings() {
        return settings(PolicyKind.FCFS);
    }

    @Test
    void tasksGoInTheOrderInWhichTheyCame() {
        Policy policy = policy();
        declare(policy, task(), task(), task().withPriority(-1), task());
        arrive(policy, 3, 1, 2);
        policy.add(0, Ready.WOKEN, 1, 5);
        assertThat(takeAll(policy)).containsExactly(3, 1, 2, 0);
    }

    @Test
    void noTaskLosesItsCore() {
        Policy policy = policy();
        assertThat(policy.displaces()).isFalse();
        assertThat(policy.quantumNanos(1)).isEqualTo(Policy.UNLIMITED);
    }
}
