package org.coreograph.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.coreograph.timeline.Layout.SectionSpec;
import org.coreograph.timeline.Layout.Spec;
import org.coreograph.timeline.Layout.Spot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {
    private static final Box AREA = new Box(10, 20, 900, 500);

    private static Layout layout(Box area, int... lanes) {
        List<SectionSpec> sections = Arrays.stream(lanes)
                .mapToObj(count -> new SectionSpec(24, count, 34, 6))
                .toList();
        return Layout.of(new Spec(area, 60, 22, 14, sections));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,2", "1,8", "1,64", "64,64", "2,3", "256,256", "1,256"})
    void hitTestFindsTheLaneThatWasPlacedThere(int above, int below) {
        Layout layout = layout(AREA, above, below);
        for (int section = 0; section < 2; section++) {
            for (int lane = 0; lane < (section == 0 ? above : below); lane++) {
                Box box = layout.lane(section, lane);
                double y = box.yPx() + box.heightPx() / 2;
                assertThat(layout.at(box.xPx() + 1, y)).contains(new Spot(section, lane));
                assertThat(layout.at(box.xPx() - 1, y)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,2", "1,64", "64,64", "256,256"})
    void nothingOverlapsAndAllLiesWithinTheArea(int above, int below) {
        Layout layout = layout(AREA, above, below);
        double bottom = AREA.yPx();
        for (int section = 0; section < 2; section++) {
            Box heading = layout.sections().get(section).heading();
            assertThat(heading.yPx()).isGreaterThanOrEqualTo(bottom);
            bottom = heading.bottomPx();
            for (int lane = 0; lane < layout.sections().get(section).lanes(); lane++) {
                Box box = layout.lane(section, lane);
                assertThat(box.yPx()).isGreaterThanOrEqualTo(bottom - 1e-6);
                assertThat(box.heightPx()).isPositive();
                bottom = box.bottomPx();
            }
        }
        assertThat(layout.axis().yPx()).isGreaterThanOrEqualTo(bottom);
        assertThat(layout.bottomPx()).isLessThanOrEqualTo(AREA.bottomPx() + 1e-6);
    }

    @Test
    void lanesAreComfortableWhereThereIsRoom() {
        Layout layout = layout(AREA, 1, 2);
        assertThat(layout.lane(0, 0).heightPx()).isEqualTo(34);
        assertThat(layout.lane(1, 0).heightPx()).isBetween(34.0, 35.0);
        assertThat(layout.lane(1, 1).yPx() - layout.lane(1, 0).bottomPx()).isBetween(2.0, 6.0);
    }

    @Test
    void oneLaneAboveManyDoesntGetAsThinAsThey() {
        Layout layout = layout(AREA, 1, 64);
        assertThat(layout.lane(0, 0).heightPx()).isGreaterThan(25);
        assertThat(layout.lane(1, 0).heightPx()).isBetween(2.0, 6.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 24, 64, 256})
    void labelsAreLeftOutWhereTheyWouldTouch(int lanes) {
        Layout.Section section = layout(AREA, lanes).sections().getFirst();
        int[] labelled = section.labelled(16);
        assertThat(labelled[0]).isZero();
        for (int i = 1; i < labelled.length; i++) {
            int gap = labelled[i] - labelled[i - 1];
            assertThat(gap * section.pitchPx()).isGreaterThanOrEqualTo(16);
            assertThat(gap == 1 || (gap - 1) * section.pitchPx() < 3 * 16).isTrue();
        }
    }

    @Test
    void lastLaneHasItsLabelAtTheGapOfTheOthers() {
        Box heading = new Box(0, 0, 100, 20);
        assertThat(new Layout.Section(heading, 20, 4, 3, 64).labelled(16))
                .startsWith(0, 7, 14)
                .endsWith(56, 63);
        assertThat(new Layout.Section(heading, 20, 4, 3, 32).labelled(16)).containsExactly(0, 4, 8, 12, 16, 20, 24, 31);
        assertThat(new Layout.Section(heading, 20, 1, 1, 3).labelled(16)).containsExactly(0);
        assertThat(new Layout.Section(heading, 20, 1, 1, 0).labelled(16)).isEmpty();
    }

    @Test
    void gapsBetweenLanesBelongToNoLane() {
        Layout layout = layout(AREA, 2);
        Box first = layout.lane(0, 0);
        assertThat(layout.at(first.xPx() + 5, first.bottomPx() + 0.5)).isEmpty();
    }

    @Test
    void areaTooSmallForAnythingIsLaidOutAllTheSame() {
        Layout layout = layout(new Box(0, 0, 20, 10), 1, 2);
        assertThat(layout.at(15, 5)).isEmpty();
        assertThat(layout.viewport(0, 100).widthPx()).isPositive();
    }
}
