package org.coreograph.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.util.ArrayList;
import java.util.List;
import org.coreograph.model.Durations;
import org.junit.jupiter.api.Test;

class TimeScaleTest {
    /** As if each letter were 8 px wide. */
    private static double width(String label) {
        return 8.0 * label.length();
    }

    private static List<String> labels(long startNanos, long endNanos, double widthPx) {
        TimeScale scale = TimeScale.of(new Viewport(startNanos, endNanos, 0, widthPx), TimeScaleTest::width);
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < scale.count(); i++) {
            labels.add(scale.label(i));
        }
        return labels;
    }

    @Test
    void allLabelsHaveTheUnitAndTheDecimalsOfTheAxis() {
        assertThat(labels(0, 2 * Durations.SECOND, 900))
                .containsExactly(
                        "0.0 s", "0.2 s", "0.4 s", "0.6 s", "0.8 s", "1.0 s", "1.2 s", "1.4 s", "1.6 s", "1.8 s",
                        "2.0 s");
        assertThat(labels(0, Durations.SECOND, 430)).containsExactly("0.00 s", "0.25 s", "0.50 s", "0.75 s", "1.00 s");
        assertThat(labels(0, 30 * Durations.MILLI, 600))
                .containsExactly("0 ms", "5 ms", "10 ms", "15 ms", "20 ms", "25 ms", "30 ms");
    }

    @Test
    void zoomedInLabelsGetAsManyDecimalsAsTheyNeed() {
        assertThat(labels(1_234_567_000, 1_234_569_000, 500)).containsExactly("1.234567 s", "1.234568 s", "1.234569 s");
    }

    @Test
    void labelsOfAShortRunAreWholeNanoseconds() {
        assertThat(labels(0, 100, 400)).containsExactly("0 ns", "50 ns", "100 ns");
    }

    @Test
    void aTimeBetweenTicksHasADecimalMore() {
        TimeScale scale = TimeScale.of(new Viewport(0, 2 * Durations.SECOND, 0, 900), TimeScaleTest::width);
        assertThat(scale.between(620_400_000)).isEqualTo("0.62 s");
    }

    @Test
    void labelsNeverTouch() {
        qt().forAll(
                        longs().between(0, 100 * Durations.SECOND),
                        longs().between(Viewport.MIN_SPAN_NANOS, 100 * Durations.SECOND),
                        integers().between(60, 4_000))
                .checkAssert((start, span, widthPx) -> {
                    Viewport viewport = new Viewport(start, start + span, 0, widthPx);
                    TimeScale scale = TimeScale.of(viewport, TimeScaleTest::width);
                    for (int i = 1; i < scale.count(); i++) {
                        double apart = viewport.xPx(scale.tickNanos(i)) - viewport.xPx(scale.tickNanos(i - 1));
                        assertThat(apart).isGreaterThan(1.5 * width(scale.label(i)));
                    }
                });
    }

    @Test
    void ticksAreMultiplesOfARoundStepAndInSight() {
        qt().forAll(longs().between(0, Durations.SECOND), longs().between(100, 10 * Durations.SECOND))
                .checkAssert((start, span) -> {
                    TimeScale scale = TimeScale.of(new Viewport(start, start + span, 0, 800), TimeScaleTest::width);
                    assertThat(Long.toString(scale.stepNanos())).matches("(1|2|25|5)0*");
                    for (int i = 0; i < scale.count(); i++) {
                        assertThat(scale.tickNanos(i) % scale.stepNanos()).isZero();
                        assertThat(scale.tickNanos(i)).isBetween(start, start + span);
                    }
                });
    }
}
