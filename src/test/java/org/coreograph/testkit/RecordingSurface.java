package org.coreograph.testkit;

import java.util.ArrayList;
import java.util.List;
import org.coreograph.picture.Colour;
import org.coreograph.picture.Surface;
import org.coreograph.picture.TextStyle;
import org.coreograph.picture.Typeface;
import org.coreograph.timeline.Box;

/** Writes down what is drawn, instead of drawing it. */
public final class RecordingSurface implements Surface {
    /** A rectangle, a line or a polygon by its bounds. */
    public record Shape(String kind, Box box, Colour colour) {}

    /** A text with the room it takes, from the top of its capital letters to its baseline. */
    public record Words(String text, Box box, Colour colour, double sizePx) {}

    private final Typeface typeface;
    private final List<Shape> shapes = new ArrayList<>();
    private final List<Words> words = new ArrayList<>();

    public RecordingSurface(Typeface typeface) {
        this.typeface = typeface;
    }

    public List<Shape> shapes() {
        return shapes;
    }

    public List<Words> words() {
        return words;
    }

    public List<String> texts() {
        return words.stream().map(Words::text).toList();
    }

    /** Returns all texts, as they would be read. */
    public String text() {
        return String.join(" ", texts());
    }

    @Override
    public double snap(double px) {
        return Math.rint(px);
    }

    @Override
    public double realPixelPx() {
        return 1;
    }

    @Override
    public void fillRect(Box box, Colour colour) {
        shapes.add(new Shape("rect", box, colour));
    }

    @Override
    public void fillRound(Box box, double radiusPx, Colour colour) {
        shapes.add(new Shape("round", box, colour));
    }

    @Override
    public void strokeRect(Box box, Stroke stroke, Colour colour) {
        shapes.add(new Shape("edge", box, colour));
    }

    @Override
    public void hatch(Box box, double spacingPx, double linePx, Colour colour) {
        shapes.add(new Shape("hatch", box, colour));
    }

    @Override
    public void dots(Box box, double spacingPx, double dotPx, Colour colour) {
        shapes.add(new Shape("dots", box, colour));
    }

    @Override
    public void line(double x1Px, double y1Px, double x2Px, double y2Px, Stroke stroke, Colour colour) {
        double half = stroke.widthPx() / 2;
        shapes.add(new Shape(
                "line",
                new Box(
                        Math.min(x1Px, x2Px) - half,
                        Math.min(y1Px, y2Px) - half,
                        Math.abs(x2Px - x1Px) + 2 * half,
                        Math.abs(y2Px - y1Px) + 2 * half),
                colour));
    }

    @Override
    public void fillPolygon(Colour colour, double... pointsPx) {
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (int i = 0; i < pointsPx.length; i += 2) {
            left = Math.min(left, pointsPx[i]);
            right = Math.max(right, pointsPx[i]);
            top = Math.min(top, pointsPx[i + 1]);
            bottom = Math.max(bottom, pointsPx[i + 1]);
        }
        shapes.add(new Shape("polygon", new Box(left, top, right - left, bottom - top), colour));
    }

    @Override
    public void text(String text, double xPx, double baselinePx, Anchor anchor, TextStyle style, Colour colour) {
        double width = typeface.widthPx(text, style);
        double left = switch (anchor) {
            case START -> xPx;
            case MIDDLE -> xPx - width / 2;
            case END -> xPx - width;
        };
        double height = style.sizePx() * 0.711;
        words.add(new Words(text, new Box(left, baselinePx - height, width, height), colour, style.sizePx()));
    }

    @Override
    public void clipped(Box box, Runnable drawer) {
        drawer.run();
    }
}
