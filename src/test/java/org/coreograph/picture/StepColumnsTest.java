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
    void briefDipLooksTheSameWhereverItFallsOnThePixels() {
        for (long at = 1; at <= 3_000; at++) {
            StepFunction function = Parallelism.running(new TraceBuilder(1, "A", "B")
                    .slice(0, 0, at, 1)
                    .last(0, at + 10, 4_000, 2, false)
                    .build(4_000));
            StepColumns columns = StepColumns.of(function, new Viewport(0, 4_000, 0, 40), 4_000);
            assertThat(columns.leastBetween(0, 4_000)).as("at %d", at).isCloseTo(1 - 10 / 128.0, within(1e-9));
            assertThat(area(columns)).isCloseTo(3_990, within(1e-6));
        }
    }

    @Test
    void averagesThatFollowEachOtherHaveNoPointInBetween() {
        long end = TraceBuilder.turnsEndNanos(500, 100, 10);
        StepColumns columns = StepColumns.of(turns(500, 100, 10), new Viewport(0, end, 0, 50), end);
        for (int i = 0; i + 1 < columns.size(); i++) {
            assertThat(columns.atNanos(i + 1)).isGreaterThan(columns.atNanos(i));
            assertThat(columns.value(i)).isGreaterThan(0.8);
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
