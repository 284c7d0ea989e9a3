package org.coreograph.picture;

import org.coreograph.timeline.Box;

/**
 * What a picture is drawn on. Coordinates are pixels of the picture, with y growing downwards; what is drawn later lies
 * above. A surface belongs to one thread.
 */
public interface Surface {
    /** Which point of a text is where it is drawn. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /**
     * How a line is drawn.
     *
     * @param widthPx its thickness
     * @param dashPx the length of dashes and of the gaps between them, 0 for none
     */
    record Stroke(double widthPx, double dashPx) {
        static Stroke solid(double widthPx) {
            return new Stroke(widthPx, 0);
        }
    }

    /** Returns the edge between two real pixels that is nearest to a coordinate: what lies there is drawn sharp. */
    double snap(double px);

    /** Returns the size of a real pixel. */
    double realPixelPx();

    void fillRect(Box box, Colour colour);

    /** Fills a rectangle with round corners. */
    void fillRound(Box box, double radiusPx, Colour colour);

    /** Draws the edge of a rectangle, the line lying within it. */
    void strokeRect(Box box, Stroke stroke, Colour colour);

    /**
     * Fills a rectangle with slanted lines. The lines of neighbouring rectangles join.
     *
     * @param spacingPx from a line to the next, measured along an edge
     */
    void hatch(Box box, double spacingPx, double linePx, Colour colour);

    /**
     * Fills a rectangle with dots. The dots of neighbouring rectangles line up.
     *
     * @param spacingPx from a dot to the next in its row; each row is shifted by half of it
     */
    void dots(Box box, double spacingPx, double dotPx, Colour colour);

    void line(double x1Px, double y1Px, double x2Px, double y2Px, Stroke stroke, Colour colour);

    /** Fills a polygon; the points are given as x, y, x, y and so on. */
    void fillPolygon(Colour colour, double... pointsPx);

    /** Draws a line of text. */
    void text(String text, double xPx, double baselinePx, Anchor anchor, TextStyle style, Colour colour);

    /** Draws what a drawer draws, but nothing of it outside a box. */
    void clipped(Box box, Runnable drawer);
}
