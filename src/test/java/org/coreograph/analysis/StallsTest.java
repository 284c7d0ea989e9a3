package org.coreograph.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

import java.util.ArrayList;
import java.util.List;
import org.coreograph.analysis.Stalls.Kind;
import org.coreograph.analysis.Stalls.Stall;
import org.coreograph.model.Durations;
import org.coreograph.model.Pause;
import org.coreograph.testkit.TraceBuilder;
import org.coreograph.trace.SliceFacts;
import org.coreograph.trace.Trace;
import org.junit.jupiter.api.Test;

/** What is found in slices and pauses that were written by hand. */
class StallsTest {
    private static final long US = Durations.MICRO;
    private static final long MS = Durations.MILLI;
    private static final long NOT_AVAILABLE = SliceFacts.UNKNOWN;

    private record Slice(int core, int task, long startNanos, long endNanos, long cpuNanos) {}

    private static Trace trace(List<Slice> slices) {
        TraceBuilder builder = new TraceBuilder(2, "A", "B");
        long end = 0;
        for (Slice slice : slices) {
            builder.slice(slice.core, slice.startNanos, slice.endNanos, slice.task);
            builder.facts(slice.core, slice.cpuNanos, 4711, 0);
            end = Math.max(end, slice.endNanos);
        }
        return builder.build(end);
    }

    private static Stalls find(List<Slice> slices, Pause... pauses) {
        return Stalls.of(trace(slices), List.of(pauses));
    }

    private static Slice slice(long startNanos, long endNanos, long lostNanos) {
        return new Slice(0, 1, startNanos, endNanos, endNanos - startNanos - lostNanos);
    }

    @Test
    void taskThatHadItsProcessorLosesNothing() {
        Stalls found = find(List.of(slice(0, 10 * MS, 0), slice(10 * MS, 20 * MS, -3 * US)));
        assertThat(found).isEqualTo(new Stalls(List.of(), 0L, 0L, 20 * MS, 0));
    }

    @Test
    void noiseIsNotTold() {
        assertThat(find(List.of(slice(0, MS, 100 * US))).stalls()).isEmpty();
        assertThat(find(List.of(slice(0, MS, 100 * US + 1))).unknownNanos()).isEqualTo(100 * US + 1);
        assertThat(find(List.of(slice(0, 200 * MS, MS))).stalls()).isEmpty();
        assertThat(find(List.of(slice(0, 200 * MS, MS + 1))).unknownNanos()).isEqualTo(MS + 1);
    }

    @Test
    void lossThatNothingExplainsIsAnUnknownStallSomewhereInItsSlice() {
        Stalls found = find(List.of(slice(0, 10 * MS, 0), new Slice(1, 2, 10 * MS, 20 * MS, 6 * MS)));
        assertThat(found.stalls()).containsExactly(new Stall(Kind.UNKNOWN, 1, 2, 10 * MS, 20 * MS, 4 * MS));
        assertThat(found.gcNanos()).isZero();
        assertThat(found.unknownNanos()).isEqualTo(4 * MS);
    }

    @Test
    void lossInAPauseIsTheCollectors() {
        Stalls found = find(List.of(slice(10 * MS, 20 * MS, 3 * MS)), new Pause(12 * MS, 15 * MS));
        assertThat(found.stalls()).containsExactly(new Stall(Kind.GC, 0, 1, 12 * MS, 15 * MS, 3 * MS));
        assertThat(found.gcNanos()).isEqualTo(3 * MS);
        assertThat(found.unknownNanos()).isZero();
    }

    @Test
    void onlyTheOverlapIsTheCollectorsAndTheRestStaysUnknown() {
        Stalls found = find(List.of(slice(10 * MS, 20 * MS, 5 * MS)), new Pause(18 * MS, 22 * MS));
        assertThat(found.stalls())
                .containsExactly(
                        new Stall(Kind.GC, 0, 1, 18 * MS, 20 * MS, 2 * MS),
                        new Stall(Kind.UNKNOWN, 0, 1, 10 * MS, 20 * MS, 3 * MS));
    }

    @Test
    void restThatIsNoiseIsNotTold() {
        Stalls found = find(List.of(slice(10 * MS, 20 * MS, 2 * MS + 40 * US)), new Pause(12 * MS, 14 * MS));
        assertThat(found.stalls()).extracting(Stall::kind).containsExactly(Kind.GC);
    }

    @Test
    void pauseIsToldHoweverLongItsSlice() {
        Stalls found = find(List.of(slice(0, 10_000 * MS, 2 * MS)), new Pause(4_000 * MS, 4_002 * MS));
        assertThat(found.stalls()).containsExactly(new Stall(Kind.GC, 0, 1, 4_000 * MS, 4_002 * MS, 2 * MS));
    }

    @Test
    void pauseOfATaskThatWentOnCostItNothing() {
        assertThat(find(List.of(slice(0, 10 * MS, 0)), new Pause(2 * MS, 5 * MS))
                        .stalls())
                .isEmpty();
    }

    @Test
    void pausesBeforeBetweenAndAfterSlicesAreNobodysLoss() {
        Stalls found = find(
                List.of(slice(10 * MS, 20 * MS, 0), slice(30 * MS, 40 * MS, MS)),
                new Pause(0, 10 * MS),
                new Pause(20 * MS, 30 * MS),
                new Pause(40 * MS, 41 * MS));
        assertThat(found.stalls()).containsExactly(new Stall(Kind.UNKNOWN, 0, 1, 30 * MS, 40 * MS, MS));
        assertThat(found.gcNanos()).isZero();
    }

    @Test
    void onePauseStopsEveryCoreAndASliceMayHaveMany() {
        Stalls found = find(
                List.of(new Slice(0, 1, 0, 10 * MS, 7 * MS), new Slice(1, 2, MS, 9 * MS, 5 * MS)),
                new Pause(MS, 2 * MS),
                new Pause(5 * MS, 7 * MS));
        assertThat(found.stalls())
                .containsExactly(
                        new Stall(Kind.GC, 0, 1, MS, 2 * MS, MS),
                        new Stall(Kind.GC, 0, 1, 5 * MS, 7 * MS, 2 * MS),
                        new Stall(Kind.GC, 1, 2, MS, 2 * MS, MS),
                        new Stall(Kind.GC, 1, 2, 5 * MS, 7 * MS, 2 * MS));
        assertThat(found.gcNanos()).isEqualTo(6 * MS);
    }

    @Test
    void withoutCpuTimesStallsAreNotAvailable() {
        Stalls found = find(List.of(new Slice(0, 1, 0, 10 * MS, NOT_AVAILABLE)), new Pause(2 * MS, 5 * MS));
        assertThat(found).isEqualTo(new Stalls(List.of(), null, null, 0, 10 * MS));
        assertThat(find(List.of())).isEqualTo(new Stalls(List.of(), null, null, 0, 0));
    }

    @Test
    void slicesWithoutCpuTimeAreLeftOutAndSaidToBe() {
        Stalls found = find(List.of(new Slice(0, 1, 0, 10 * MS, NOT_AVAILABLE), slice(10 * MS, 14 * MS, 2 * MS)));
        assertThat(found.unknownNanos()).isEqualTo(2 * MS);
        assertThat(found.measuredNanos()).isEqualTo(4 * MS);
        assertThat(found.unmeasuredNanos()).isEqualTo(10 * MS);
    }

    @Test
    void slicesOfWhichThePlatformToldNothingAreUnmeasuredToo() {
        Trace trace = new TraceBuilder(2, "A", "B")
                .slice(0, 0, 10 * MS, 1)
                .slice(1, MS, 6 * MS, 2)
                .facts(1, 5 * MS, 4711, 0)
                .build(10 * MS);
        assertThat(Stalls.of(trace, List.of())).isEqualTo(new Stalls(List.of(), 0L, 0L, 5 * MS, 10 * MS));
    }

    @Test
    void whereNoPausesAreKnownNothingIsCalledACollection() {
        Stalls found = Stalls.of(trace(List.of(slice(0, 10 * MS, 2 * MS))), null);
        assertThat(found.gcNanos()).isNull();
        assertThat(found.unknownNanos()).isEqualTo(2 * MS);
    }

    /** However slices and pauses lie, a slice's stalls add up to no more than it lost, and collections to their overlap. */
    @Test
    void noMoreIsToldThanWasLost() {
        qt().withFixedSeed(20_260_411)
                .withExamples(2_000)
                .forAll(
                        lists().of(longs().between(0, 4 * MS)).ofSizeBetween(0, 12),
                        longs().between(0, 10 * MS),
                        longs().between(1, 20 * MS),
                        longs().between(0, 20 * MS))
                .checkAssert((gaps, start, length, lost) -> {
                    List<Pause> pauses = pauses(gaps);
                    Slice slice = slice(start, start + length, Math.min(lost, length));
                    Stalls found = Stalls.of(trace(List.of(slice)), pauses);
                    long told =
                            found.stalls().stream().mapToLong(Stall::lostNanos).sum();
                    long inPauses = pauses.stream()
                            .mapToLong(pause -> Math.max(
                                    0,
                                    Math.min(pause.endNanos(), start + length) - Math.max(pause.startNanos(), start)))
                            .sum();
                    assertThat(told).isLessThanOrEqualTo(Math.min(lost, length));
                    assertThat(found.gcNanos()).isEqualTo(Math.min(Math.min(lost, length), inPauses));
                    assertThat(found.stalls())
                            .allSatisfy(stall ->
                                    assertThat(stall.lostNanos()).isBetween(1L, stall.endNanos() - stall.startNanos()));
                });
    }

    /** Takes lengths for a gap, a pause, a gap and so on. */
    private static List<Pause> pauses(List<Long> lengths) {
        List<Pause> pauses = new ArrayList<>();
        long at = 0;
        for (int i = 0; i + 1 < lengths.size(); i += 2) {
            long from = at + lengths.get(i);
            at = from + lengths.get(i + 1) + 1;
            pauses.add(new Pause(from, at));
        }
        return pauses;
    }
}
