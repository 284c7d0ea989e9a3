package org.coreograph.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import org.coreograph.model.Durations;
import org.junit.jupiter.api.Test;

class TimeRangeTest {
    private static final long TOTAL = 2 * Durations.SECOND;

    @Test
    void zoomKeepsTheTimeAroundWhichItZooms() {
        TimeRange zoomed = TimeRange.fit(TOTAL).zoomed(4, TOTAL / 4, TOTAL);
        assertThat(zoomed).isEqualTo(new TimeRange(TOTAL / 4 - TOTAL / 16, TOTAL / 2 - TOTAL / 16, false));
    }

    @Test
    void zoomOutOfEverythingFits() {
        assertThat(TimeRange.fit(TOTAL).zoomed(4, 0, TOTAL).zoomed(0.01, 0, TOTAL))
                .isEqualTo(TimeRange.fit(TOTAL));
    }

    @Test
    void zoomInEndsAtTheShortestRange() {
        TimeRange range = TimeRange.fit(TOTAL);
        for (int i = 0; i < 100; i++) {
            range = range.zoomed(3, TOTAL, TOTAL);
        }
        assertThat(range.lengthNanos()).isEqualTo(TimeRange.MIN_NANOS);
        assertThat(range.endNanos()).isEqualTo(TOTAL);
    }

    @Test
    void rangeBeyondTheEndsIsBroughtBack() {
        assertThat(TimeRange.of(-500, TOTAL / 2 - 500, TOTAL)).isEqualTo(new TimeRange(0, TOTAL / 2, false));
        assertThat(TimeRange.of(TOTAL, TOTAL + 1000, TOTAL)).isEqualTo(new TimeRange(TOTAL - 1000, TOTAL, false));
    }

    @Test
    void rangeFollowsATimeThatLeavesIt() {
        TimeRange range = new TimeRange(0, 1000, false);
        assertThat(range.showing(500, TOTAL)).isEqualTo(range);
        assertThat(range.showing(5000, TOTAL)).isEqualTo(new TimeRange(4500, 5500, false));
        assertThat(TimeRange.fit(100).showing(5000, TOTAL)).isEqualTo(TimeRange.fit(100));
    }

    @Test
    void axisOfARunThatGoesOnStandsStillForAWhile() {
        assertThat(TimeRange.ahead(0).endNanos()).isEqualTo(10 * Durations.MILLI);
        assertThat(TimeRange.ahead(11 * Durations.MILLI).endNanos()).isEqualTo(20 * Durations.MILLI);
        assertThat(TimeRange.ahead(21 * Durations.MILLI).endNanos()).isEqualTo(50 * Durations.MILLI);
        assertThat(TimeRange.ahead(49 * Durations.MILLI).endNanos()).isEqualTo(50 * Durations.MILLI);
        assertThat(TimeRange.ahead(51 * Durations.MILLI).endNanos()).isEqualTo(100 * Durations.MILLI);
        assertThat(TimeRange.ahead(1_500 * Durations.MILLI).endNanos()).isEqualTo(2 * Durations.SECOND);
    }
}
