package org.coreograph.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.coreograph.picture.Surface.Anchor;
import org.coreograph.picture.Surface.Stroke;
import org.coreograph.timeline.Box;
import org.coreograph.timeline.Layout;

/**
 * Draws marks on the time axis: a thin line over all lanes, with its time at the axis. A guess is a dashed line and has a
 * question mark; what is right is a whole line; a deadline is a thick one, and says so.
 */
final class MarkPainter {
    private final Surface surface;
    private final Palette palette;
    private final Typeface typeface;
    private final TypeSizes sizes;

    MarkPainter(Surface surface, Palette palette, Typeface typeface, TypeSizes sizes) {
        this.surface = surface;
        this.palette = palette;
        this.typeface = typeface;
        this.sizes = sizes;
    }

    /**
     * Draws the marks in sight. Where two times would lie over each other, that which is right is written, or else the
     * one that was there first.
     *
     * @param labelTopPx where the labels of the axis begin
     * @param taken where no label may be; what is written here is added
     */
    void paint(PlacedScene placed, double labelTopPx, List<Box> taken) {
        List<TimeMark> inSight = new ArrayList<>(placed.scene().marks());
        placed.scene().runs().stream()
                .flatMap(run -> Deadline.of(run).stream())
                .map(deadline -> new TimeMark(deadline.nanos(), TimeMark.Kind.DEADLINE))
                .distinct()
                .forEach(inSight::add);
        inSight.removeIf(mark -> mark.nanos() < placed.scene().startNanos()
                || mark.nanos() > placed.scene().endNanos());
        inSight.sort(Comparator.comparing(mark -> mark.kind() == TimeMark.Kind.GUESS));
        // What is sure is drawn last, and so above the guesses.
        inSight.reversed().forEach(mark -> line(placed, mark));
        inSight.forEach(mark -> label(placed, mark, labelTopPx, taken));
    }

    private void line(PlacedScene placed, TimeMark mark) {
        boolean thick = mark.kind() == TimeMark.Kind.DEADLINE;
        double widthPx = Math.max(surface.realPixelPx(), surface.snap((thick ? 2.5 : 1) * sizes.strokePx()));
        double x = surface.snap(Math.clamp(
                        placed.viewport().xPx(mark.nanos()) - widthPx / 2,
                        placed.viewport().leftPx(),
                        placed.viewport().rightPx() - widthPx))
                + widthPx / 2;
        double dash = mark.kind() == TimeMark.Kind.GUESS ? 0.3 * sizes.emPx() : 0;
        for (Layout.Section section : placed.layout().sections()) {
            // A light edge: tasks may be as dark as the line.
            Stroke edge = Stroke.solid(widthPx + 2 * Math.max(surface.realPixelPx(), surface.snap(sizes.strokePx())));
            surface.line(x, section.lanesTopPx(), x, section.lanesBottomPx(), edge, palette.background());
            surface.line(x, section.lanesTopPx(), x, section.lanesBottomPx(), new Stroke(widthPx, dash), palette.ink());
        }
    }

    private void label(PlacedScene placed, TimeMark mark, double topPx, List<Box> taken) {
        Box axis = placed.layout().axis();
        boolean guess = mark.kind() == TimeMark.Kind.GUESS;
        String time = placed.scale().between(mark.nanos());
        String text = switch (mark.kind()) {
            case GUESS -> time + "?";
            case TRUTH -> time;
            case DEADLINE -> "deadline " + time;
        };
        double width = typeface.widthPx(text, sizes.small()) + 0.8 * sizes.emPx();
        double left = Math.max(
                placed.layout().area().xPx(),
                Math.min(placed.viewport().xPx(mark.nanos()) - width / 2, axis.rightPx() - width));
        Box box = new Box(left, topPx, width, axis.bottomPx() - topPx);
        if (taken.stream().anyMatch(other -> box.xPx() < other.rightPx() && other.xPx() < box.rightPx())) {
            return;
        }
        taken.add(box);
        surface.fillRound(box, 0.25 * sizes.emPx(), ground(mark.kind()));
        surface.text(
                text,
                box.xPx() + width / 2,
                TypeSizes.baseline(box.yPx() + box.heightPx() / 2, sizes.small()),
                Anchor.MIDDLE,
                sizes.small(),
                guess ? palette.ink() : palette.background());
    }

    private Colour ground(TimeMark.Kind kind) {
        return switch (kind) {
            case GUESS -> palette.laneBackground();
            case TRUTH -> palette.accent();
            case DEADLINE -> palette.alarm();
        };
    }
}
