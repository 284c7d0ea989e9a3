package org.coreograph.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.doubles;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.coreograph.testkit.TraceBuilder;
import org.coreograph.trace.Lane;
import org.coreograph.trace.SpanKind;
import org.junit.jupiter.api.Test;

class FoldingTest {
    private record Piece(long start, long end, int who, SpanKind kind, boolean gathered) {}

    private static List<Piece> pieces(FoldedLane folded) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < folded.size(); i++) {
            pieces.add(new Piece(
                    folded.startNanos(i), folded.endNanos(i), folded.who(i), folded.kind(i), folded.gathered(i)));
        }
        return pieces;
    }

    /** Two tasks on one core, 1 ms a turn, with a switch of 5 µs. */
    private static Lane turns(int slices) {
        return TraceBuilder.takingTurns(slices, 1_000_000, 5_000)
                .build(TraceBuilder.turnsEndNanos(slices, 1_000_000, 5_000))
                .coreLane(0);
    }

    /** Slices of up to five tasks with gaps, of very different lengths, some of them in bursts. */
    private static Lane random(long seed, int slices) {
        Random random = new Random(seed);
        TraceBuilder builder = new TraceBuilder(1, "A", "B", "C", "D", "E");
        long at = 0;
        for (int i = 0; i < slices; i++) {
            long most = random.nextInt(20) == 0 ? 2_000_000 : 5_000;
            if (random.nextInt(4) == 0) {
                at += random.nextLong(most);
            }
            long length = 1 + random.nextLong(most);
            int task = 1 + random.nextInt(5);
            if (random.nextBoolean()) {
                builder.change(0, at);
                at += 700;
            }
            builder.slice(0, at, at + length, task);
            at += length;
        }
        return builder.build(at).coreLane(0);
    }

    private static long end(Lane lane) {
        return lane.endNanos(lane.size() - 1);
    }

    private static Map<String, Long> lengths(FoldedLane folded) {
        Map<String, Long> lengths = new TreeMap<>();
        for (Piece piece : pieces(folded)) {
            String whose = piece.kind == SpanKind.SWITCHING ? "switches" : "task " + piece.who;
            lengths.merge(whose, piece.end - piece.start, Long::sum);
        }
        return lengths;
    }

    private static Map<String, Long> lengths(Lane lane) {
        Map<String, Long> lengths = new TreeMap<>();
        for (int i = 0; i < lane.size(); i++) {
            String whose = lane.kind(i) == SpanKind.SWITCHING ? "switches" : "task " + lane.who(i);
            lengths.merge(whose, lane.endNanos(i) - lane.startNanos(i), Long::sum);
        }
        return lengths;
    }

    @Test
    void spansWideEnoughToSeeAreDrawnAsTheyWere() {
        Lane lane = turns(20);
        FoldedLane folded = Folding.fold(lane, new Viewport(0, end(lane), 0, 1_000));
        assertThat(folded.size()).isEqualTo(lane.size());
        for (int i = 0; i < lane.size(); i++) {
            assertThat(folded.startNanos(i)).isEqualTo(lane.startNanos(i));
            assertThat(folded.endNanos(i)).isEqualTo(lane.endNanos(i));
            assertThat(folded.who(i)).isEqualTo(lane.who(i));
            assertThat(folded.gathered(i)).isFalse();
        }
    }

    @Test
    void everyTaskKeepsItsLengthHoweverFarOneZoomsOut() {
        qt().withExamples(60)
                .forAll(longs().between(0, 1_000_000), doubles().between(1, 3_000))
                .checkAssert((seed, widthPx) -> {
                    Lane lane = random(seed, 400);
                    FoldedLane folded = Folding.fold(lane, new Viewport(0, end(lane), 0, widthPx));
                    assertThat(lengths(folded)).isEqualTo(lengths(lane));
                });
    }

    @Test
    void piecesComeInOrderAndDontOverlap() {
        qt().withExamples(60)
                .forAll(longs().between(0, 1_000_000), integers().between(1, 2_000))
                .checkAssert((seed, widthPx) -> {
                    Lane lane = random(seed, 300);
                    List<Piece> pieces = pieces(Folding.fold(lane, new Viewport(0, end(lane), 0, widthPx)));
                    for (int i = 1; i < pieces.size(); i++) {
                        assertThat(pieces.get(i).start).isGreaterThanOrEqualTo(pieces.get(i - 1).end);
                    }
                });
    }

    @Test
    void turnsTooShortToSeeStayAnAlternationOfBothTasks() {
        Lane lane = turns(20_000);
        List<Piece> pieces = pieces(Folding.fold(lane, new Viewport(0, end(lane), 0, 800)));
        assertThat(pieces.stream().filter(Piece::gathered).filter(piece -> piece.who == 1))
                .hasSizeGreaterThan(50);
        long ofA = 0;
        long ofB = 0;
        for (Piece piece : pieces) {
            ofA += piece.who == 1 ? piece.end - piece.start : 0;
            ofB += piece.who == 2 ? piece.end - piece.start : 0;
            assertThat(piece.end - piece.start)
                    .as("no piece looks as if one task had run alone for long")
                    .isLessThan(1L << Folding.blockBits(new Viewport(0, end(lane), 0, 800)));
        }
        assertThat(ofA).isEqualTo(ofB);
    }

    @Test
    void panningChangesNothingButWhatIsInSight() {
        qt().withExamples(60)
                .forAll(longs().between(0, 1_000_000), longs().between(0, 3_000_000))
                .checkAssert((seed, shift) -> {
                    Lane lane = random(seed, 400);
                    long span = end(lane) / 2;
                    List<Piece> before = pieces(Folding.fold(lane, new Viewport(0, span, 0, 300)));
                    List<Piece> after = pieces(Folding.fold(lane, new Viewport(shift, shift + span, 0, 300)));
                    assertThat(inSight(after, shift, span)).isEqualTo(inSight(before, shift, span));
                });
    }

    private static List<Piece> inSight(List<Piece> pieces, long from, long until) {
        return pieces.stream()
                .filter(piece -> piece.end > from && piece.start < until)
                .toList();
    }

    @Test
    void blocksOfOneZoomLevelLieWithinThoseOfTheNext() {
        Lane lane = turns(50_000);
        Viewport near = new Viewport(0, end(lane), 0, 1_000);
        Viewport far = new Viewport(0, end(lane), 0, 500);
        assertThat(Folding.blockBits(far)).isEqualTo(Folding.blockBits(near) + 1);
        long block = 1L << Folding.blockBits(far);
        for (long start = 0; start + block <= end(lane); start += 17 * block) {
            assertThat((double) ran(Folding.fold(lane, near), start, start + block))
                    .isCloseTo(ran(Folding.fold(lane, far), start, start + block), edges());
        }
    }

    /** What reaches over the ends of a block may be counted on either side. */
    private static Offset<Double> edges() {
        return Offset.offset(2_000_000.0);
    }

    private static long ran(FoldedLane folded, long from, long until) {
        return pieces(folded).stream()
                .filter(piece -> piece.who == 1)
                .mapToLong(piece -> Math.max(0, Math.min(piece.end, until) - Math.max(piece.start, from)))
                .sum();
    }

    @Test
    void indexGivesTheSameAsWalking() {
        qt().withExamples(60)
                .forAll(longs().between(0, 1_000_000), integers().between(1, 1_000))
                .checkAssert((seed, widthPx) -> {
                    Lane lane = random(seed, 3_000);
                    Viewport viewport = new Viewport(end(lane) / 7, end(lane), 0, widthPx);
                    assertThat(pieces(Folding.fold(lane, viewport, new LaneIndex(lane))))
                            .isEqualTo(pieces(Folding.fold(lane, viewport)));
                });
    }

    @Test
    void aMillionSpansFoldToWhatTheWidthCanShow() {
        Lane lane = turns(500_000);
        assertThat(lane.size()).isEqualTo(999_999);
        FoldedLane folded = Folding.fold(lane, new Viewport(0, end(lane), 0, 1_000));
        assertThat(folded.size()).isLessThan(2_000);
        assertThat(lengths(folded)).isEqualTo(lengths(lane));
    }

    @Test
    void manyTasksInABlockAreAddedUpWithoutLoss() {
        String[] names = new String[40];
        Arrays.setAll(names, i -> "task " + i);
        TraceBuilder builder = new TraceBuilder(1, names);
        for (int i = 0; i < 400; i++) {
            builder.slice(0, i * 10L, i * 10L + 10, 1 + i % 40);
        }
        Lane lane = builder.build(4_000).coreLane(0);
        FoldedLane folded = Folding.fold(lane, new Viewport(0, 4_096, 0, 4));
        assertThat(folded.size()).isLessThanOrEqualTo(Shares.CAPACITY + 1);
        assertThat(pieces(folded).stream().anyMatch(piece -> piece.who == FoldedLane.MANY))
                .isTrue();
        assertThat(pieces(folded).stream()
                        .mapToLong(piece -> piece.end - piece.start)
                        .sum())
                .isEqualTo(4_000);
    }

    @Test
    void emptyLaneFoldsToNothing() {
        assertThat(Folding.fold(Lane.EMPTY, new Viewport(0, 1_000, 0, 100)).size())
                .isZero();
    }

    @Test
    void laneInTheSameViewportIsFoldedOnce() {
        LaneFolder folder = new LaneFolder();
        Lane lane = turns(10_000);
        Viewport viewport = new Viewport(0, end(lane), 0, 500);
        FoldedLane first = folder.fold(lane, viewport);
        assertThat(folder.fold(lane, viewport)).isSameAs(first);
        Viewport other = viewport.zoomedAround(100, 2);
        assertThat(pieces(folder.fold(lane, other))).isEqualTo(pieces(Folding.fold(lane, other)));
    }
}
