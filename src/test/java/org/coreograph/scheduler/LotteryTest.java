package org.coreograph.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.TreeMap;
import org.coreograph.model.PolicyKind;
import org.coreograph.model.Settings;
import org.junit.jupiter.api.Test;

class LotteryTest extends PolicyContract {
    @Override
    Settings settings() {
        return settings(PolicyKind.LOTTERY);
    }

    /** Draws some times among tasks that are always ready, and counts how often each wins. */
    private static TreeMap<Integer, Integer> wins(Policy policy, int draws) {
        TreeMap<Integer, Integer> wins = new TreeMap<>();
        for (int i = 0; i < draws; i++) {
            int task = policy.take(0, i);
            wins.merge(task, 1, Integer::sum);
            policy.add(task, Ready.QUANTUM_OVER, 0, i);
        }
        return wins;
    }

    @Test
    void eachWinsAsOftenAsItsTicketsSay() {
        Policy policy = policy();
        declare(policy, task(), task().withTickets(75), task().withTickets(20), task().withTickets(5));
        arrive(policy, 1, 2, 3);
        TreeMap<Integer, Integer> wins = wins(policy, 100_000);
        assertThat(wins.get(1)).isCloseTo(75_000, withPercentage(2));
        assertThat(wins.get(2)).isCloseTo(20_000, withPercentage(2));
        assertThat(wins.get(3)).isCloseTo(5_000, withPercentage(4));
    }

    @Test
    void ticketsOfTasksThatAreNotReadyAreNotInTheDraw() {
        Policy policy = policy();
        declare(policy, task(), task().withTickets(1), task().withTickets(1_000_000), task().withTickets(1));
        arrive(policy, 1, 3);
        TreeMap<Integer, Integer> wins = wins(policy, 10_000);
        assertThat(wins).containsOnlyKeys(1, 3);
        assertThat(wins.get(1)).isCloseTo(5_000, withPercentage(4));
    }

    @Test
    void anotherSeedDrawsOtherwise() {
        Policy one = policy(settings().withSeed(1));
        Policy other = policy(settings().withSeed(2));
        for (Policy policy : new Policy[] {one, other}) {
            declare(policy, task(), task(), task(), task(), task(), task(), task(), task());
            arrive(policy, 1, 2, 3, 4, 5, 6, 7);
        }
        assertThat(takeAll(one)).isNotEqualTo(takeAll(other));
    }
}
