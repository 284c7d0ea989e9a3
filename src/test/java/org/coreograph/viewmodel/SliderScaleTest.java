package org.coreograph.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coreograph.model.Durations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SliderScaleTest {
    static Stream<SliderScale> scales() {
        return Stream.of(
                new CoreScale(),
                DurationScale.of(100 * Durations.MICRO, Durations.SECOND, false),
                DurationScale.of(100, 10 * Durations.MILLI, true),
                DurationScale.of(Durations.MILLI, 4_000_390_000L, true),
                DurationScale.of(10, 20, true));
    }

    @ParameterizedTest
    @MethodSource("scales")
    void everyValueComesBackFromItsPosition(SliderScale scale) {
        for (int i = 0; i <= 1_000; i++) {
            long value = scale.value(i / 1_000.0);
            assertThat(scale.value(scale.position(value))).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @MethodSource("scales")
    void valuesGrowFromTheLeftEndToTheRight(SliderScale scale) {
        assertThat(scale.position(scale.value(0))).isZero();
        assertThat(scale.position(scale.value(1))).isEqualTo(1);
        long last = scale.value(0);
        for (int i = 1; i <= 1_000; i++) {
            long value = scale.value(i / 1_000.0);
            assertThat(value).isGreaterThanOrEqualTo(last);
            last = value;
        }
    }

    @ParameterizedTest
    @MethodSource("scales")
    void keysReachEveryValueInBothDirections(SliderScale scale) {
        TreeSet<Long> up = new TreeSet<>();
        for (long value = scale.value(0); up.add(value); value = scale.next(value)) {}
        TreeSet<Long> down = new TreeSet<>();
        for (long value = scale.value(1); down.add(value); value = scale.previous(value)) {}
        TreeSet<Long> dragged = new TreeSet<>();
        IntStream.rangeClosed(0, 10_000).forEach(i -> dragged.add(scale.value(i / 10_000.0)));

        assertThat(up).isEqualTo(down).isEqualTo(dragged);
    }

    @ParameterizedTest
    @MethodSource("scales")
    void marksLieOnTheTrackInOrder(SliderScale scale) {
        assertThat(scale.marks()).isNotEmpty();
        assertThat(scale.marks().stream().map(mark -> scale.position(mark.value())))
                .isSorted()
                .allMatch(position -> position >= 0 && position <= 1);
    }

    @Test
    void smallNumbersOfCoresHaveRoom() {
        CoreScale scale = new CoreScale();
        assertThat(IntStream.rangeClosed(1, 64).mapToLong(cores -> cores).toArray())
                .containsExactly(IntStream.rangeClosed(0, 100_000)
                        .mapToLong(i -> scale.value(i / 100_000.0))
                        .distinct()
                        .toArray());
        assertThat(scale.position(2) - scale.position(1)).isGreaterThan(0.15);
        assertThat(scale.marks().stream().map(SliderScale.Mark::text))
                .containsExactly("1", "2", "4", "8", "16", "32", "64");
    }

    @Test
    void valueBetweenRoundOnesHasItsPlaceAndNeighbours() {
        DurationScale scale = DurationScale.of(100 * Durations.MICRO, Durations.SECOND, false);
        long odd = 13_345_678;
        assertThat(scale.position(odd))
                .isBetween(scale.position(12_500 * Durations.MICRO), scale.position(15 * Durations.MILLI));
        assertThat(scale.next(odd)).isEqualTo(15 * Durations.MILLI);
        assertThat(scale.previous(odd)).isEqualTo(12_500 * Durations.MICRO);
    }

    @Test
    void valueBeyondTheEndsLiesAtThem() {
        DurationScale scale = DurationScale.of(100 * Durations.MICRO, Durations.SECOND, false);
        assertThat(scale.position(1)).isZero();
        assertThat(scale.position(Durations.MAX_NANOS)).isEqualTo(1);
    }
}
