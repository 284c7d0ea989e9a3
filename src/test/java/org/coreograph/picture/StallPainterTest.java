package org.coreograph.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.coreograph.analysis.Stalls;
import org.coreograph.analysis.Stalls.Kind;
import org.coreograph.analysis.Stalls.Stall;
import org.coreograph.testkit.RecordingSurface;
import org.coreograph.testkit.RecordingSurface.Shape;
import org.coreograph.timeline.Box;
import org.coreograph.timeline.Viewport;
import org.junit.jupiter.api.Test;

class StallPainterTest {
    private static final Typeface TYPEFACE = new Typeface();
    private static final Palette PALETTE = Palette.LIGHT;
    private static final long MS = 1_000_000;
    /** A millisecond is ten pixels. */
    private static final Viewport VIEWPORT = new Viewport(0, 100 * MS, 0, 1_000);

    private static RecordingSurface paint(double rowPx, Stall... stalls) {
        RecordingSurface surface = new RecordingSurface(TYPEFACE);
        new StallPainter(surface, PALETTE, TYPEFACE, new TypeSizes(16), VIEWPORT)
                .draw(new Box(0, 100, 1_000, rowPx), new Stalls(List.of(stalls), 0L, 0L, MS, 0), 0);
        return surface;
    }

    private static Stall gc(long startMillis, long endMillis) {
        return new Stall(Kind.GC, 0, 1, startMillis * MS, endMillis * MS, (endMillis - startMillis) * MS);
    }

    private static Stall unknown(long startMillis, long endMillis, long lostMillis) {
        return new Stall(Kind.UNKNOWN, 0, 1, startMillis * MS, endMillis * MS, lostMillis * MS);
    }

    private static List<Box> inked(RecordingSurface surface) {
        return surface.shapes().stream()
                .filter(shape -> shape.colour().equals(PALETTE.ink()))
                .map(Shape::box)
                .toList();
    }

    @Test
    void collectionIsSolidAndLiesWhereItWas() {
        RecordingSurface surface = paint(60, gc(10, 20));
        assertThat(inked(surface)).singleElement().satisfies(box -> {
            assertThat(box.xPx()).isEqualTo(100);
            assertThat(box.widthPx()).isEqualTo(100);
            assertThat(box.bottomPx()).as("within the row's upper part").isLessThan(130);
        });
        assertThat(surface.texts()).containsExactly("GC");
    }

    @Test
    void unknownStallIsHollowAndAsLongAsWhatWasLostSomewhereInItsSlice() {
        RecordingSurface surface = paint(60, unknown(10, 50, 8));
        assertThat(inked(surface)).hasSize(2);
        Box line = inked(surface).getFirst();
        Box block = inked(surface).getLast();
        assertThat(line.xPx()).isEqualTo(100);
        assertThat(line.widthPx()).isEqualTo(400);
        assertThat(line.heightPx()).isLessThan(3);
        assertThat(block.widthPx()).isCloseTo(80, within(1.0));
        Shape last = surface.shapes().getLast();
        assertThat(last.colour()).isEqualTo(PALETTE.background());
        assertThat(last.box().widthPx()).isEqualTo(block.widthPx() - 2);
        assertThat(surface.texts()).containsExactly("?");
    }

    @Test
    void marksOfManyThinSlicesDontGrowInNumber() {
        Stall[] many = new Stall[20_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = new Stall(Kind.UNKNOWN, 0, 1, i * 5_000L, (i + 1) * 5_000L, 4_000);
        }
        assertThat(paint(60, many).shapes()).hasSizeLessThan(4_000);
    }

    @Test
    void lowRowsAndOtherCoresShowNone() {
        assertThat(paint(13, gc(10, 20)).shapes()).isEmpty();
        assertThat(paint(60, new Stall(Kind.GC, 1, 1, 0, MS, MS)).shapes()).isEmpty();
        assertThat(paint(60, gc(200, 300)).shapes()).isEmpty();
    }
}
