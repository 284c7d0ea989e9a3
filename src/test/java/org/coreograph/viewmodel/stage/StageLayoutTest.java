package org.coreograph.viewmodel.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.coreograph.model.ObjectKind;
import org.coreograph.timeline.Box;
import org.coreograph.viewmodel.stage.StageCard.Place;
import org.coreograph.viewmodel.stage.StageShape.Thing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StageLayoutTest {
    private static final Box AREA = new Box(10, 20, 420, 150);
    private static final long SEED = 20_270_214;
    private static final int[] CORES = {1, 2, 3, 4, 7, 8, 16, 64};
    private static final ObjectKind[] KINDS = ObjectKind.values();

    private static StageShape plain(int cores, int tasks) {
        return new StageShape(cores, false, tasks, false, false, false, false, List.of(), 0);
    }

    /** Objects of all kinds, channels with room for 0, 3, 6 values and so on. */
    private static List<Thing> things(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Thing(
                        i, i % 3 == 0 ? ObjectKind.CHANNEL : KINDS[i % KINDS.length], i, i % 2 == 0, true, i % 4, i))
                .toList();
    }

    private static StageShape full(int cores, int tasks, int objects, boolean queues) {
        return new StageShape(cores, queues, tasks, true, true, true, true, things(objects), 3);
    }

    private static List<Box> boxes(StageLayout layout) {
        List<Box> boxes = new ArrayList<>(layout.machine().cores());
        boxes.add(layout.machine().ready());
        boxes.add(layout.machine().late());
        boxes.add(layout.machine().done());
        boxes.addAll(layout.machine().queues());
        layout.cards().forEach(card -> boxes.add(card.box()));
        boxes.removeIf(box -> box.widthPx() <= 0);
        return boxes;
    }

    private static List<Box> parts(StageCard card) {
        List<Box> parts = new ArrayList<>(List.of(card.senders(), card.offer(), card.inside(), card.waiters()));
        parts.removeIf(box -> box.widthPx() <= 0);
        return parts;
    }

    private static void lieWithin(List<Box> boxes, Box area) {
        for (Box box : boxes) {
            assertThat(box.widthPx()).isPositive();
            assertThat(box.heightPx()).isPositive();
            assertThat(box.xPx()).isGreaterThanOrEqualTo(area.xPx() - 0.01);
            assertThat(box.yPx()).isGreaterThanOrEqualTo(area.yPx() - 0.01);
            assertThat(box.rightPx()).isLessThanOrEqualTo(area.rightPx() + 0.01);
            assertThat(box.bottomPx()).isLessThanOrEqualTo(area.bottomPx() + 0.01);
        }
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(overlap(boxes.get(i), boxes.get(j)))
                        .as("%s and %s", boxes.get(i), boxes.get(j))
                        .isFalse();
            }
        }
    }

    private static boolean overlap(Box one, Box other) {
        return one.xPx() < other.rightPx() - 0.01
                && other.xPx() < one.rightPx() - 0.01
                && one.yPx() < other.bottomPx() - 0.01
                && other.yPx() < one.bottomPx() - 0.01;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13, 33, 64, 256})
    void placesLieInTheAreaAndDontOverlap(int cores) {
        StageLayout layout = StageLayout.of(plain(cores, 100), AREA);
        assertThat(layout.machine().cores()).hasSize(cores);
        lieWithin(boxes(layout), AREA);
    }

    @ParameterizedTest
    @CsvSource({
        "270, 104",
        "270, 150",
        "270, 220",
        "370, 220",
        "420, 150",
        "520, 330",
        "660, 200",
        "940, 330",
        "1230, 380"
    })
    void objectsLieInTheAreaAndDontOverlap(double widthPx, double heightPx) {
        Box area = new Box(14, 32, widthPx, heightPx);
        for (int cores : new int[] {1, 2, 8, 64}) {
            for (int tasks : new int[] {3, 300}) {
                for (int objects : new int[] {0, 1, 2, 3, 5, 8, 13, 40}) {
                    for (boolean queues : new boolean[] {false, true}) {
                        StageLayout layout = StageLayout.of(full(cores, tasks, objects, queues), area);
                        lieWithin(boxes(layout), area);
                        for (StageCard card : layout.cards()) {
                            lieWithin(parts(card), card.box());
                        }
                    }
                }
            }
        }
    }

    @Test
    void nothingLeavesItsBoxWhateverTheSizeAndHoweverManyObjects() {
        qt().withFixedSeed(SEED)
                .withExamples(3_000)
                .forAll(
                        integers().between(240, 1_900),
                        integers().between(74, 900),
                        integers().between(0, 60),
                        integers().between(0, (1 << 9) - 1))
                .checkAssert((widthPx, heightPx, objects, bits) -> {
                    int cores = CORES[bits & 7];
                    StageShape shape = new StageShape(
                            cores,
                            (bits & 8) != 0,
                            (bits & 16) != 0 ? 300 : 3,
                            (bits & 32) != 0,
                            (bits & 64) != 0,
                            (bits & 128) != 0,
                            (bits & 256) != 0,
                            things(objects),
                            objects % 3);
                    Box area = new Box(14, 32, widthPx, heightPx);
                    StageLayout layout = StageLayout.of(shape, area);
                    lieWithin(boxes(layout), area);
                    int seen = 0;
                    for (StageCard card : layout.cards()) {
                        lieWithin(parts(card), card.box());
                        assertThat(card.box().heightPx()).isGreaterThanOrEqualTo(CardGrid.MIN_ROW_PX - 0.01);
                        seen += card.place() instanceof Place.Rest rest ? rest.count() : 1;
                    }
                    int others = (bits >> 6 & 1) + (bits >> 7 & 1) + (bits >> 8 & 1);
                    assertThat(seen).isBetween(objects + others, objects + others + shape.still());
                });
    }

    @Test
    void whatTasksWaitForIsSeenBeforeWhereTheySleep() {
        StageLayout layout = StageLayout.of(full(2, 5, 5, false), new Box(14, 32, 270, 104));
        assertThat(layout.cards())
                .extracting(StageCard::place)
                .hasSize(3)
                .hasAtLeastOneElementOfType(Place.Shared.class);
        StageLayout tiny = StageLayout.of(full(2, 5, 5, false), new Box(14, 32, 70, 104));
        assertThat(tiny.cards())
                .extracting(StageCard::place)
                .containsExactly(new Place.Rest(List.of(0, 1, 2, 3, 4), 3, List.of(Place.Common.values())));
    }

    @Test
    void fiveForksHaveACardEachWhereALongMessageLeavesLittleRoom() {
        List<Thing> forks = IntStream.range(0, 5)
                .mapToObj(i -> new Thing(i, ObjectKind.MUTEX, 0, false, true, 3, 6))
                .toList();
        StageShape shape = new StageShape(1, false, 5, false, false, false, false, forks, 2);
        assertThat(StageLayout.of(shape, new Box(14, 32, 256, 132)).cards())
                .extracting(StageCard::place)
                .filteredOn(Place.Shared.class::isInstance)
                .hasSize(5);
    }

    @Test
    void everyObjectIsOnACardOfItsOwnOrCounted() {
        for (int objects : new int[] {1, 5, 13, 40}) {
            StageLayout layout = StageLayout.of(full(2, 10, objects, false), new Box(0, 0, 370, 220));
            List<Integer> seen = new ArrayList<>();
            for (StageCard card : layout.cards()) {
                switch (card.place()) {
                    case Place.Shared(Thing thing) -> seen.add(thing.object());
                    case Place.Rest rest -> {
                        seen.addAll(rest.objects());
                        assertThat(rest.count()).isEqualTo(rest.objects().size() + 3);
                    }
                    case Place.Common _ -> {}
                }
            }
            assertThat(seen)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, objects).boxed().toList());
        }
    }

    @Test
    void whatNobodyWaitsForIsTheFirstToShareACard() {
        List<Thing> things = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            things.add(new Thing(i, ObjectKind.MUTEX, 0, false, i == 33, i == 33 ? 1 : 0, 50));
        }
        StageShape shape = new StageShape(2, false, 5, false, false, false, false, things, 0);
        List<StageCard> cards = StageLayout.of(shape, new Box(0, 0, 270, 190)).cards();
        assertThat(cards).extracting(StageCard::place).contains(new Place.Shared(things.get(33)));
        assertThat(cards.getLast().place()).isInstanceOf(Place.Rest.class);
    }

    @Test
    void channelHasMoreRoomThanAMutexWhereThereIsAny() {
        List<Thing> things = List.of(
                new Thing(0, ObjectKind.CHANNEL, 3, true, true, 2, 9),
                new Thing(1, ObjectKind.MUTEX, 0, false, true, 1, 9));
        StageShape shape = new StageShape(1, false, 3, false, false, false, false, things, 0);
        List<StageCard> cards = StageLayout.of(shape, new Box(0, 0, 420, 200)).cards();
        assertThat(cards.get(0).box().widthPx())
                .isGreaterThan(1.5 * cards.get(1).box().widthPx());
        assertThat(cards.get(0).senders().rightPx())
                .isLessThanOrEqualTo(cards.get(0).inside().xPx());
        assertThat(cards.get(0).waiters().xPx())
                .isGreaterThanOrEqualTo(cards.get(0).inside().rightPx() - 0.01);
    }

    @Test
    void inAWideAreaObjectsLieBesideTheCores() {
        StageShape shape = full(2, 5, 3, false);
        StageLayout wide = StageLayout.of(shape, new Box(0, 0, 900, 200));
        assertThat(wide.cards())
                .allMatch(card -> card.box().xPx() > wide.machine().done().rightPx());
        StageLayout narrow = StageLayout.of(shape, new Box(0, 0, 370, 240));
        assertThat(narrow.cards())
                .allMatch(card -> card.box().yPx() > narrow.machine().ready().bottomPx());
    }

    @Test
    void coresWithAQueueEachShowItWhileTheyHaveRoom() {
        StageLayout few = StageLayout.of(
                new StageShape(2, true, 10, false, false, false, false, List.of(), 0), new Box(0, 0, 370, 140));
        assertThat(few.machine().queues()).hasSize(2);
        assertThat(few.machine().ready().widthPx()).isZero();
        StageLayout many = StageLayout.of(
                new StageShape(64, true, 10, false, false, false, false, List.of(), 0), new Box(0, 0, 370, 140));
        assertThat(many.machine().queues()).isEmpty();
        assertThat(many.machine().ready().widthPx()).isPositive();
    }

    @Test
    void twoTasksHaveLargeTokensAndManyCoresSmallOnes() {
        double few = StageLayout.of(plain(2, 2), AREA).machine().radiusPx();
        double many = StageLayout.of(plain(64, 100), AREA).machine().radiusPx();
        assertThat(few).isGreaterThan(18);
        assertThat(many).isLessThan(few);
    }

    @Test
    void tokensOfACoreLieWithinIt() {
        StageLayout layout = StageLayout.of(plain(64, 100), AREA);
        for (int core = 0; core < 64; core++) {
            Seat seat = layout.machine().onCore(core);
            Box box = layout.machine().cores().get(core);
            assertThat(seat.xPx() - layout.machine().coreRadiusPx()).isGreaterThanOrEqualTo(box.xPx() - 0.01);
            assertThat(seat.xPx() + layout.machine().coreRadiusPx()).isLessThanOrEqualTo(box.rightPx() + 0.01);
        }
    }

    private static List<Seat> seats(StageLayout layout, Box place, int tokens) {
        return Seat.in(MachinePlaces.below(place), tokens, layout.machine().radiusPx());
    }

    @Test
    void tokensWithoutRoomAreCounted() {
        StageLayout layout = StageLayout.of(plain(2, 1000), AREA);
        List<Seat> seats = seats(layout, layout.machine().ready(), 1000);
        assertThat(seats.getLast().hidden()).isEqualTo(1000 - (seats.size() - 1));
        assertThat(seats.subList(0, seats.size() - 1)).allMatch(seat -> seat.hidden() == 0);
    }

    @Test
    void tokensLieInTheirRoomHoweverMany() {
        for (Box room : List.of(new Box(5, 7, 30, 20), new Box(5, 7, 120, 44), new Box(5, 7, 60, 130))) {
            for (int tokens : new int[] {1, 2, 5, 20, 300}) {
                List<Seat> seats = Seat.in(room, tokens, 18);
                int counted = 0;
                for (Seat seat : seats) {
                    double radius = seat.radiusPx() - 0.01;
                    assertThat(room.contains(seat.xPx() - radius, seat.yPx() - radius))
                            .isTrue();
                    assertThat(room.contains(seat.xPx() + radius, seat.yPx() + radius))
                            .isTrue();
                    counted += Math.max(1, seat.hidden());
                }
                assertThat(counted).isEqualTo(tokens);
            }
        }
    }

    @Test
    void fewTokensHaveASeatEach() {
        StageLayout layout = StageLayout.of(plain(1, 8), AREA);
        assertThat(seats(layout, layout.machine().ready(), 8)).hasSize(8).allMatch(seat -> seat.hidden() == 0);
        assertThat(seats(layout, layout.machine().ready(), 0)).isEmpty();
    }

    @Test
    void tokensOverlapBeforeTheyAreCounted() {
        StageLayout layout = StageLayout.of(plain(2, 14), AREA);
        assertThat(seats(layout, layout.machine().done(), 14)).hasSize(14).allMatch(seat -> seat.hidden() == 0);
    }
}
