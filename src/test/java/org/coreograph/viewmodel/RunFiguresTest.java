package org.coreograph.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coreograph.model.Durations;
import org.coreograph.testkit.Bench;
import org.junit.jupiter.api.Test;

class RunFiguresTest {
    /** The exercise as textbooks work it out: served in the order 3, 3, 24, all there from the start. */
    @Test
    void turnaroundAndResponseAreMeansOverTheJobs() {
        try (Bench bench = Bench.opened()) {
            bench.workbench()
                    .tryOut(List.of(
                            "jobs", "--cores", "1", "--policy", "sjf", "--switch-cost", "0", "-P", "lengths=24,3,3"));
            bench.settle();
            RunFigures figures = bench.state().many();
            assertThat(figures.turnaroundNanos()).hasValue(13 * Durations.MILLI);
            assertThat(figures.responseNanos()).hasValue(3 * Durations.MILLI);
        }
    }

    @Test
    void whatNeverCameForATaskHasNoMean() {
        try (Bench bench = Bench.opened()) {
            bench.workbench().tryOut(List.of("philosophers", "--cores", "2", "--quantum", "10ms"));
            bench.settle();
            RunFigures figures = bench.state().many();
            assertThat(figures.turnaroundNanos()).isEmpty();
            assertThat(figures.responseNanos()).isPresent();
        }
    }
}
