package org.coreograph.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import org.coreograph.model.Durations;
import org.junit.jupiter.api.Test;

class PlaySpeedTest {
    @Test
    void twoSecondsAreComfortableAtAFifth() {
        assertThat(PlaySpeed.comfortable(2 * Durations.SECOND).title()).isEqualTo("0.2×");
    }

    @Test
    void shortRunsAreShownInSlowMotion() {
        assertThat(PlaySpeed.comfortable(30 * Durations.MILLI).title()).isEqualTo("1/500");
        assertThat(PlaySpeed.comfortable(5 * Durations.MICRO).title()).isEqualTo("1/2M");
    }

    @Test
    void hundredthsAreTheSmallestDecimals() {
        assertThat(new PlaySpeed(-6).title()).isEqualTo("0.01×");
        assertThat(new PlaySpeed(-14).title()).isEqualTo("1/50k");
        assertThat(new PlaySpeed(-7).title()).isEqualTo("1/200");
    }

    @Test
    void choicesIncludeTheComfortableOneAndGrow() {
        assertThat(PlaySpeed.choices(2 * Durations.SECOND))
                .contains(PlaySpeed.comfortable(2 * Durations.SECOND))
                .extracting(PlaySpeed::factor)
                .isSorted();
    }

    @Test
    void titlesAreWrittenOut() {
        assertThat(new PlaySpeed(0).title()).isEqualTo("1×");
        assertThat(new PlaySpeed(4).title()).isEqualTo("20×");
        assertThat(new PlaySpeed(-1).title()).isEqualTo("0.5×");
    }
}
