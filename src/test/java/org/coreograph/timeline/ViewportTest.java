package org.coreograph.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.doubles;
import static org.quicktheories.generators.SourceDSL.longs;

import org.junit.jupiter.api.Test;

class ViewportTest {
    private static final Viewport VIEWPORT = new Viewport(1_000_000, 3_000_000, 50, 800);

    @Test
    void edgesLieWhereTheRangeBeginsAndEnds() {
        assertThat(VIEWPORT.xPx(1_000_000)).isEqualTo(50);
        assertThat(VIEWPORT.xPx(3_000_000)).isEqualTo(850);
        assertThat(VIEWPORT.nanosAt(450)).isEqualTo(2_000_000);
    }

    @Test
    void placeOfATimeIsTheTimeOfThatPlace() {
        qt().forAll(
                        longs().between(0, 1_000_000_000_000L),
                        longs().between(200, 1_000_000_000_000L),
                        doubles().between(1, 10_000))
                .checkAssert((start, span, width) -> {
                    Viewport viewport = new Viewport(start, start + span, 7, width);
                    long inside = start + span / 3;
                    assertThat(viewport.nanosAt(viewport.xPx(inside)))
                            .isCloseTo(inside, within(1 + span / 1_000_000_000));
                });
    }

    @Test
    void zoomingKeepsTheTimeUnderThePointer() {
        for (double x : new double[] {50, 123, 450, 850}) {
            for (double factor : new double[] {0.5, 0.9, 1.1, 2, 7}) {
                Viewport zoomed = VIEWPORT.zoomedAround(x, factor);
                assertThat(zoomed.nanosAt(x)).isCloseTo(VIEWPORT.nanosAt(x), within(2L));
                assertThat((double) zoomed.spanNanos()).isCloseTo(2_000_000 / factor, within(1.0));
            }
        }
    }

    @Test
    void zoomingInEndsBeforeThereIsNothingToSee() {
        assertThat(VIEWPORT.zoomedAround(300, 1e12).spanNanos()).isEqualTo(Viewport.MIN_SPAN_NANOS);
    }

    @Test
    void draggingToTheRightShowsEarlierTimes() {
        Viewport panned = VIEWPORT.panned(80);
        assertThat(panned.startNanos()).isEqualTo(800_000);
        assertThat(panned.spanNanos()).isEqualTo(VIEWPORT.spanNanos());
    }

    @Test
    void clampedViewportLiesWithinTheRun() {
        assertThat(VIEWPORT.panned(10_000).clampedTo(5_000_000).startNanos()).isZero();
        assertThat(VIEWPORT.panned(-10_000).clampedTo(5_000_000).endNanos()).isEqualTo(5_000_000);
        Viewport all = VIEWPORT.zoomedAround(300, 0.01).clampedTo(5_000_000);
        assertThat(all.startNanos()).isZero();
        assertThat(all.endNanos()).isEqualTo(5_000_000);
    }

    @Test
    void emptyViewportIsRefused() {
        assertThatThrownBy(() -> new Viewport(5, 5, 0, 100)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Viewport(5, 6, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
