package org.coreograph.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.coreograph.picture.Colour;
import org.coreograph.picture.Surface;
import org.coreograph.picture.TextStyle;
import org.coreograph.picture.Typeface;
import org.coreograph.timeline.Box;

/**
 * Looks at every text that is drawn, and at the colours that are below it then. Lines and edges don't count: they are thin,
 * and no ground.
 */
public final class ContrastSurface implements Surface {
    /** What WCAG 2.2 asks of text; it would let large text pass with less. */
    public static final double READABLE = 4.5;

    private final RecordingSurface recorded;
    private final Grounds grounds = new Grounds();
    private final List<String> faint = new ArrayList<>();

    public ContrastSurface(Typeface typeface) {
        recorded = new RecordingSurface(typeface);
    }

    /** Returns the texts that can't be told well enough from their ground. */
    public List<String> faint() {
        return faint;
    }

    /** Returns all texts. */
    public List<String> texts() {
        return recorded.texts();
    }

    @Override
    public double snap(double px) {
        return recorded.snap(px);
    }

    @Override
    public double realPixelPx() {
        return recorded.realPixelPx();
    }

    @Override
    public void fillRect(Box box, Colour colour) {
        grounds.fill(box, colour, false);
    }

    @Override
    public void fillRound(Box box, double radiusPx, Colour colour) {
        grounds.fill(box, colour, false);
    }

    @Override
    public void strokeRect(Box box, Stroke stroke, Colour colour) {
        recorded.strokeRect(box, stroke, colour);
    }

    @Override
    public void hatch(Box box, double spacingPx, double linePx, Colour colour) {
        grounds.fill(box, colour, true);
    }

    @Override
    public void dots(Box box, double spacingPx, double dotPx, Colour colour) {
        grounds.fill(box, colour, true);
    }

    @Override
    public void line(double x1Px, double y1Px, double x2Px, double y2Px, Stroke stroke, Colour colour) {
        recorded.line(x1Px, y1Px, x2Px, y2Px, stroke, colour);
    }

    @Override
    public void fillPolygon(Colour colour, double... pointsPx) {
        recorded.fillPolygon(colour, pointsPx);
        grounds.fill(recorded.shapes().getLast().box(), colour, false);
    }

    @Override
    public void text(String text, double xPx, double baselinePx, Anchor anchor, TextStyle style, Colour colour) {
        recorded.text(text, xPx, baselinePx, anchor, style, colour);
        double contrast = grounds.contrast(recorded.words().getLast().box(), colour);
        if (contrast < READABLE) {
            faint.add(String.format(Locale.ROOT, "'%s' with a contrast of %.2f", text, contrast));
        }
    }

    @Override
    public void clipped(Box box, Runnable drawer) {
        grounds.clipped(box, drawer);
    }
}
