package org.coreograph.timeline;

/** A rectangle in pixels, with y growing downwards. */
public record Box(double xPx, double yPx, double widthPx, double heightPx) {
    public double rightPx() {
        return xPx + widthPx;
    }

    public double bottomPx() {
        return yPx + heightPx;
    }

    /** Returns whether a point lies within; the left and top edges belong to the box, the others don't. */
    public boolean contains(double pointXPx, double pointYPx) {
        return pointXPx >= xPx && pointXPx < rightPx() && pointYPx >= yPx && pointYPx < bottomPx();
    }
}
