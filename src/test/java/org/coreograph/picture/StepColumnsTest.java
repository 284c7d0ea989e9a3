package org.coreograph.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.coreograph.analysis.Parallelism;
import org.coreograph.analysis.StepFunction;
import org.coreograph.testkit.TraceBuilder;
import org.coreograph.timeline.Viewport;
import org.junit.jupiter.api.Test;

class StepColumnsTest {
    private static StepFunction turns(int slices, long sliceNanos, long switchNanos) {
        return Parallelism.running(TraceBuilder.takingTurns(slices, sliceNanos, switchNanos)
                .build(TraceBuilder.turnsEndNanos(slices, sliceNanos, switchNanos)));
    }

    private static double area(StepColumns columns) {
        double area = 0;
        for (int i = 0; i + 1 < columns.size(); i++) {
            area += columns.value(i) * (columns.atNanos(i + 1) - columns.atNanos(i));
        }
        return area;
    }

    @Test
    void changesThatCanBeSeenAreShownWhereTheyAre() {
        StepColumns columns = StepColumns.of(turns(3, 1_000, 500), new Viewport(0, 4_000, 0, 400), 4_000);
        assertThat(columns.size()).isEqualTo(6);
        assertThat(columns.value(0)).isEqualTo(1);
        assertThat(columns.atNanos(1)).isEqualTo(1_000);
        assertThat(columns.value(1)).isZero();
        assertThat(columns.atNanos(2)).isEqualTo(1_500);
    }

    @Test
    void briefDipLooksNoDeeperThanItWas() {
        StepColumns columns =
                StepColumns.of(turns(4, 50_000_000, 5_000), new Viewport(0, 200_015_000, 0, 1_000), 200_015_000);
        for (int i = 0; i + 1 < columns.size(); i++) {
            assertThat(columns.value(i)).isGreaterThan(0.9);
        }
    }

    @Test
    void areaIsTheSameHoweverManyChangesThereAre() {
        for (int widthPx : new int[] {1, 10, 300, 2_000}) {
            long end = TraceBuilder.turnsEndNanos(5_000, 1_000, 100);
            StepColumns columns = StepColumns.of(turns(5_000, 1_000, 100), new Viewport(0, end, 0, widthPx), end);
            assertThat(area(columns)).isCloseTo(5_000_000, within(5_000.0));
            assertThat(columns.size()).isLessThan(3 * widthPx + 100);
        }
    }

    @Test
    void nothingIsKnownAfterTheRun() {
        StepColumns columns = StepColumns.of(turns(2, 1_000, 0), new Viewport(0, 10_000, 0, 100), 2_000);
        assertThat(columns.atNanos(columns.size() - 1)).isEqualTo(2_000);
        assertThat(columns.value(columns.size() - 1)).isZero();
    }

    @Test
    void findsWhereAValueStays() {
        StepColumns columns = StepColumns.of(turns(3, 1_000, 500), new Viewport(0, 4_000, 0, 400), 4_000);
        assertThat(columns.firstStaying(1, 900)).isZero();
        assertThat(columns.firstStaying(1, 1_100)).isEqualTo(-1);
        assertThat(columns.leastBetween(100, 900)).isEqualTo(1);
        assertThat(columns.leastBetween(100, 1_100)).isZero();
        assertThat(columns.greatestUntil(4_000)).isEqualTo(1);
    }
}
