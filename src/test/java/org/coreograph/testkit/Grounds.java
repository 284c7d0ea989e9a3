package org.coreograph.testkit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.coreograph.picture.Colour;
import org.coreograph.timeline.Box;

/** What was painted, from the bottom to the top, and so which colours a text stands on. */
final class Grounds {
    /** Points of a text at which its ground is looked at, as shares of its width. */
    private static final double[] ALONG = {0.05, 0.25, 0.5, 0.75, 0.95};

    private final List<Fill> fills = new ArrayList<>();
    /** Where something can be seen, from the widest to the narrowest. */
    private final List<Box> clips = new ArrayList<>();

    /** @param pattern whether it covers its box only in part, as hatching does */
    private record Fill(Box box, Colour colour, boolean pattern) {}

    void fill(Box box, Colour colour, boolean pattern) {
        Box seen = seen(box);
        if (seen.widthPx() > 0 && seen.heightPx() > 0) {
            fills.add(new Fill(seen, colour, pattern));
        }
    }

    /** Cuts off what is outside of a box while something is painted. */
    void clipped(Box box, Runnable painter) {
        clips.add(box);
        painter.run();
        clips.removeLast();
    }

    private Box seen(Box box) {
        Box seen = box;
        for (Box clip : clips) {
            double left = Math.max(seen.xPx(), clip.xPx());
            double top = Math.max(seen.yPx(), clip.yPx());
            seen = new Box(
                    left,
                    top,
                    Math.min(seen.rightPx(), clip.rightPx()) - left,
                    Math.min(seen.bottomPx(), clip.bottomPx()) - top);
        }
        return seen;
    }

    /**
     * Returns the worst contrast of a text with what is below it by now, or infinity where nothing of it is seen.
     *
     * @param colour may let its ground through
     */
    double contrast(Box text, Colour colour) {
        double worst = Double.POSITIVE_INFINITY;
        for (double along : ALONG) {
            double x = text.xPx() + along * text.widthPx();
            double y = text.yPx() + text.heightPx() / 2;
            if (clips.stream().allMatch(clip -> clip.contains(x, y))) {
                for (Colour ground : at(x, y)) {
                    worst = Math.min(worst, Colour.contrast(colour.over(ground, colour.opacity()), ground));
                }
            }
        }
        return worst;
    }

    /** Returns the colours that can be seen around a point: several where a pattern lies over another colour. */
    private Set<Colour> at(double xPx, double yPx) {
        Set<Colour> seen = new LinkedHashSet<>();
        for (Fill fill : fills) {
            if (fill.box.contains(xPx, yPx)) {
                Set<Colour> mixed = new LinkedHashSet<>();
                seen.forEach(below -> mixed.add(fill.colour.over(below, fill.colour.opacity())));
                if (fill.colour.opacity() == 1) {
                    mixed.add(fill.colour);
                }
                if (!fill.pattern) {
                    seen.clear();
                }
                seen.addAll(mixed);
            }
        }
        if (seen.isEmpty()) {
            throw new AssertionError("nothing is painted at " + xPx + ", " + yPx);
        }
        return seen;
    }
}
