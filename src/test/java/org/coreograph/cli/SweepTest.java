package org.coreograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "cores=1..4              | 1 2 3 4",
                "cores=1,2,4             | 1 2 4",
                "cores=1..3,8,16..17     | 1 2 3 8 16 17",
                "seed=-2..1              | -2 -1 0 1",
                "count=0..100..40        | 0 40 80",
                "quantum=1ms..3ms        | 1ms 2ms 3ms",
                "quantum=1..10ms..4      | 1ms 5ms 9ms",
                "jitter=0..20%..10%      | 0% 10% 20%",
                "policy=fcfs,sjf         | fcfs sjf",
                "lengths=1,2;3,4         | 1,2 3,4",
                "lengths=1..3;5,6        | 1 2 3 5,6",
                "seed=9223372036854775806..9223372036854775807 | 9223372036854775806 9223372036854775807",
                "quantum=0.5ms           | 0.5ms",
                "seed=5..5               | 5",
            })
    void valuesAreListsAndRanges(String over, String values) {
        assertThat(Sweep.parse(over).values()).containsExactly(values.split(" "));
    }

    @Test
    void nameIsWhatStandsBeforeTheFirstEqualsSign() {
        assertThat(Sweep.parse("mlfq.boost=a=b").name()).isEqualTo("mlfq.boost");
        assertThat(Sweep.parse("mlfq.boost=a=b").values()).containsExactly("a=b");
    }

    @Test
    void asManyRunsAsAreAllowedAreMade() {
        assertThat(Sweep.parse("seed=1.." + Sweep.MAX_RUNS).values()).hasSize(Sweep.MAX_RUNS);
    }
}
