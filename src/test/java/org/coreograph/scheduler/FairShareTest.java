package org.coreograph.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.coreograph.model.PolicyKind;
import org.coreograph.model.SettingName;
import org.coreograph.model.Settings;
import org.junit.jupiter.api.Test;

class FairShareTest extends PolicyContract {
    @Override
    Settings settings() {
        return settings(PolicyKind.FAIR);
    }

    /** Lets tasks that are always ready run for a quantum each, and returns who ran. */
    private static List<Integer> quanta(Policy policy, int count, long quantumNanos) {
        List<Integer> ran = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int task = policy.take(0, 0);
            policy.ran(task, quantumNanos);
            policy.quantumOver(task);
            policy.add(task, Ready.QUANTUM_OVER, 0, 0);
            ran.add(task);
        }
        return ran;
    }

    /** The table of stride scheduling in Arpaci-Dusseau, chapter 9. */
    @Test
    void eachRunsAsMuchAsItsTicketsSay() {
        Policy policy = policy();
        declare(policy, task(), task().withTickets(100), task().withTickets(50), task().withTickets(250));
        arrive(policy, 1, 2, 3);
        assertThat(quanta(policy, 8, 10)).containsExactly(1, 2, 3, 3, 3, 1, 3, 3);
    }

    @Test
    void weightsByIdComeBeforeTickets() {
        Policy policy = policy(settings().with(SettingName.FAIR_WEIGHTS, "1,3"));
        declare(policy, task().withTickets(9), task().withTickets(9), task(), task().withTickets(4));
        arrive(policy, 1, 2, 3);
        assertThat(quanta(policy, 800, 10)).satisfies(ran -> {
            assertThat(ran).filteredOn(task -> task == 1).hasSize(100);
            assertThat(ran).filteredOn(task -> task == 2).hasSize(300);
            assertThat(ran).filteredOn(task -> task == 3).hasSize(400);
        });
    }

    @Test
    void equalTimesGoByTheOrderOfTheQueueWithNothingLostToRounding() {
        Policy policy = policy();
        declare(policy, task(), task().withTickets(3), task().withTickets(7), task().withTickets(1));
        arrive(policy, 1, 2, 3);
        int rounds = 1_000;
        List<Integer> ran = quanta(policy, 11 * rounds, 1);
        for (int round = 1; round < rounds; round++) {
            // After each round all have run just their shares, and are equal again.
            assertThat(ran.subList(11 * round, 11 * round + 11)).isEqualTo(ran.subList(11, 22));
        }
    }

    @Test
    void aNewcomerStartsFromTheLeastOfThoseThatAreThere() {
        Policy policy = policy();
        declare(policy, task(), task(), task(), task());
        arrive(policy, 1, 2);
        quanta(policy, 10, 10);
        assertThat(policy.take(0, 0)).isEqualTo(1);
        policy.ran(1, 4);
        policy.add(3, Ready.ARRIVED, Policy.NO_CORE, 104);
        policy.add(1, Ready.QUANTUM_OVER, 0, 104);
        assertThat(quanta(policy, 6, 3))
                .as("from 50, as 2, and neither from 0 nor from 54, as 1")
                .containsExactly(2, 3, 2, 3, 1, 2);
    }

    @Test
    void aRunningTaskIsAmongThoseThatAreThere() {
        Policy policy = policy();
        declare(policy, task(), task(), task());
        arrive(policy, 1);
        policy.take(0, 0);
        policy.ran(1, 100);
        policy.add(2, Ready.ARRIVED, Policy.NO_CORE, 100);
        policy.add(1, Ready.QUANTUM_OVER, 0, 100);
        assertThat(quanta(policy, 4, 10)).containsExactly(2, 1, 2, 1);
    }

    @Test
    void whoWasAwayCannotClaimThatTime() {
        Policy policy = policy();
        declare(policy, task(), task(), task());
        arrive(policy, 1, 2);
        assertThat(policy.take(0, 0)).isEqualTo(1);
        policy.ran(1, 1);
        policy.blocked(1);
        quanta(policy, 10, 10);
        policy.add(1, Ready.WOKEN, Policy.NO_CORE, 101);
        assertThat(quanta(policy, 4, 10)).containsExactly(2, 1, 2, 1);
    }

    @Test
    void whoIsAheadStaysAhead() {
        Policy policy = policy();
        declare(policy, task(), task(), task());
        arrive(policy, 1, 2);
        assertThat(policy.take(0, 0)).isEqualTo(1);
        policy.ran(1, 35);
        policy.blocked(1);
        policy.add(1, Ready.WOKEN, Policy.NO_CORE, 36);
        assertThat(quanta(policy, 5, 10)).containsExactly(2, 2, 2, 2, 1);
    }

    @Test
    void whoLostItsCoreKeepsItsOwnTimeAlthoughItIsTheLeast() {
        Policy policy = policy();
        declare(policy, task(), task(), task().withTickets(10));
        arrive(policy, 1, 2);
        quanta(policy, 2, 10);
        assertThat(policy.take(0, 0)).isEqualTo(2);
        policy.ran(2, 10);
        policy.add(2, Ready.QUANTUM_OVER, 0, 30);
        assertThat(policy.take(0, 30)).as("2 after 10, and 10 is not the least").isEqualTo(2);
    }

    @Test
    void thoseThatBlockedOrEndedAreNotThereAnyMore() {
        Policy policy = policy();
        declare(policy, task(), task(), task(), task(), task());
        arrive(policy, 1, 2, 3);
        assertThat(policy.take(0, 0)).isEqualTo(1);
        policy.ran(1, 10);
        policy.blocked(1);
        assertThat(policy.take(0, 0)).isEqualTo(2);
        policy.ran(2, 20);
        policy.ended(2);
        assertThat(policy.take(0, 0)).isEqualTo(3);
        policy.ran(3, 90);
        policy.add(4, Ready.ARRIVED, Policy.NO_CORE, 120);
        policy.add(1, Ready.WOKEN, Policy.NO_CORE, 120);
        policy.add(3, Ready.QUANTUM_OVER, 0, 120);
        assertThat(quanta(policy, 6, 10)).as("all from 90").containsExactly(4, 1, 3, 4, 1, 3);
    }

    @Test
    void longRunsOfHeavyTasksAreCountedExactly() {
        VirtualTime start = new VirtualTime(7, 5);
        long century = 100L * 366 * 86_400_000_000_000L;
        assertThat(start.after(century, 1)).isEqualTo(new VirtualTime(7 + century, 5));
        assertThat(VirtualTime.ZERO.after(century, Integer.MAX_VALUE))
                .isLessThan(VirtualTime.ZERO.after(century + Integer.MAX_VALUE, Integer.MAX_VALUE))
                .isGreaterThan(VirtualTime.ZERO.after(century - 1, Integer.MAX_VALUE));
        assertThat(VirtualTime.ZERO.after(1, 3).after(2, 3)).isEqualTo(new VirtualTime(1, 0));
    }
}
