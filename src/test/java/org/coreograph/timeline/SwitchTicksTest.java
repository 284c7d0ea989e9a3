package org.coreograph.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.coreograph.testkit.TraceBuilder;
import org.coreograph.trace.Lane;
import org.junit.jupiter.api.Test;

class SwitchTicksTest {
    private static Lane turns(int slices, long sliceNanos, long switchNanos) {
        return TraceBuilder.takingTurns(slices, sliceNanos, switchNanos)
                .build(TraceBuilder.turnsEndNanos(slices, sliceNanos, switchNanos))
                .coreLane(0);
    }

    @Test
    void everyThinSwitchHasATick() {
        Viewport viewport = new Viewport(0, 2_000_195_000, 0, 1_000);
        assertThat(SwitchTicks.of(turns(40, 50_000_000, 5_000), viewport)).hasValueSatisfying(ticks -> {
            assertThat(ticks).hasSize(39);
            assertThat(ticks[0]).isBetween(50_000_000L, 50_005_000L);
        });
    }

    @Test
    void switchesThatCanBeSeenHaveNone() {
        Viewport viewport = new Viewport(0, 2_390_000_000L, 0, 1_000);
        assertThat(SwitchTicks.of(turns(40, 50_000_000, 10_000_000), viewport))
                .hasValueSatisfying(ticks -> assertThat(ticks).isEmpty());
    }

    @Test
    void tooManyToTellApartAreNotMarkedAtAll() {
        assertThat(SwitchTicks.of(turns(400, 5_000_000, 5_000), new Viewport(0, 2_001_995_000, 0, 1_000)))
                .isEmpty();
        assertThat(SwitchTicks.of(turns(9_000, 50_000, 5_000), new Viewport(0, 500_000_000, 0, 1_000)))
                .isEmpty();
    }

    @Test
    void crowdedSwitchesInAPartOfTheAxisAreNotMarkedEither() {
        assertThat(SwitchTicks.of(turns(40, 1_000_000, 5_000), new Viewport(0, 1_000_000_000, 0, 1_000)))
                .isEmpty();
    }
}
