package org.coreograph.viewmodel.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.coreograph.timeline.Box;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StageLayoutTest {
    private static final Box AREA = new Box(10, 20, 420, 150);

    private static List<Box> boxes(StageLayout layout) {
        List<Box> boxes = new ArrayList<>(layout.cores());
        boxes.add(layout.ready());
        boxes.add(layout.done());
        layout.waits().forEach(wait -> boxes.add(wait.box()));
        if (layout.late().widthPx() > 0) {
            boxes.add(layout.late());
        }
        return boxes;
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
        for (boolean much : new boolean[] {false, true}) {
            StageShape shape = new StageShape(
                    cores, 100, much, much, much, much, much ? List.of(0, 1, 2, 3, 4, 5, 6, 7) : List.of());
            StageLayout layout = StageLayout.of(shape, AREA);
            assertThat(layout.cores()).hasSize(cores);
            List<Box> boxes = boxes(layout);
            for (Box box : boxes) {
                assertThat(box.widthPx()).isPositive();
                assertThat(box.heightPx()).isPositive();
                assertThat(box.xPx()).isGreaterThanOrEqualTo(AREA.xPx());
                assertThat(box.yPx()).isGreaterThanOrEqualTo(AREA.yPx());
                assertThat(box.rightPx()).isLessThanOrEqualTo(AREA.rightPx() + 0.01);
                assertThat(box.bottomPx()).isLessThanOrEqualTo(AREA.bottomPx() + 0.01);
            }
            for (int i = 0; i < boxes.size(); i++) {
                for (int j = 0; j < i; j++) {
                    assertThat(overlap(boxes.get(i), boxes.get(j))).isFalse();
                }
            }
        }
    }

    @Test
    void twoTasksHaveLargeTokensAndManyCoresSmallOnes() {
        double few = StageLayout.of(new StageShape(2, 2, false, false, false, false, List.of()), AREA)
                .radiusPx();
        double many = StageLayout.of(new StageShape(64, 100, false, false, false, false, List.of()), AREA)
                .radiusPx();
        assertThat(few).isGreaterThan(18);
        assertThat(many).isLessThan(few);
    }

    @Test
    void tokensOfACoreLieWithinIt() {
        StageLayout layout = StageLayout.of(new StageShape(64, 100, false, false, false, false, List.of()), AREA);
        for (int core = 0; core < 64; core++) {
            StageLayout.Seat seat = layout.onCore(core);
            Box box = layout.cores().get(core);
            assertThat(seat.xPx() - layout.radiusPx()).isGreaterThanOrEqualTo(box.xPx() - 0.01);
            assertThat(seat.xPx() + layout.radiusPx()).isLessThanOrEqualTo(box.rightPx() + 0.01);
        }
    }

    @Test
    void tokensWithoutRoomAreCounted() {
        StageLayout layout = StageLayout.of(new StageShape(2, 1000, false, false, false, false, List.of()), AREA);
        List<StageLayout.Seat> seats = layout.seats(StageLayout.below(layout.ready()), 1000);
        assertThat(seats.getLast().hidden()).isEqualTo(1000 - seats.size() + 1);
        assertThat(seats.subList(0, seats.size() - 1)).allMatch(seat -> seat.hidden() == 0);
    }

    @Test
    void fewTokensHaveASeatEach() {
        StageLayout layout = StageLayout.of(new StageShape(1, 8, false, false, false, false, List.of()), AREA);
        List<StageLayout.Seat> seats = layout.seats(StageLayout.below(layout.ready()), 8);
        assertThat(seats).hasSize(8).allMatch(seat -> seat.hidden() == 0);
        assertThat(layout.seats(StageLayout.below(layout.ready()), 0)).isEmpty();
    }

    @Test
    void tokensOverlapBeforeTheyAreCounted() {
        StageLayout layout = StageLayout.of(new StageShape(2, 14, false, false, false, false, List.of()), AREA);
        assertThat(layout.seats(StageLayout.below(layout.done()), 14))
                .hasSize(14)
                .allMatch(seat -> seat.hidden() == 0);
    }

    @Test
    void objectsWithoutRoomShareAPlace() {
        StageLayout layout = StageLayout.of(
                new StageShape(1, 8, false, true, false, false, List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)), AREA);
        assertThat(layout.waits().getLast().place())
                .isInstanceOfSatisfying(
                        StageLayout.WaitPlace.BlockedOn.class,
                        blocked -> assertThat(blocked.objects())
                                .hasSizeGreaterThan(1)
                                .endsWith(9));
    }
}
