package org.coreograph.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import org.coreograph.timeline.Box;

/** Draws through Java 2D, which writes pictures into files. */
public final class Graphics2DSurface implements Surface {
    private final Graphics2D graphics;
    private final Typeface typeface;
    private final double scale;

    /**
     * @param graphics to draw on; what it is set to is changed
     * @param scale how many real pixels make a pixel of the picture, as the transform of the graphics says
     */
    public Graphics2DSurface(Graphics2D graphics, Typeface typeface, double scale) {
        this.graphics = graphics;
        this.typeface = typeface;
        this.scale = scale;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    @Override
    public double snap(double px) {
        return Math.round(px * scale) / scale;
    }

    @Override
    public double realPixelPx() {
        return 1 / scale;
    }

    @Override
    public void fillRect(Box box, Colour colour) {
        graphics.setColor(awt(colour));
        graphics.fill(new Rectangle2D.Double(box.xPx(), box.yPx(), box.widthPx(), box.heightPx()));
    }

    @Override
    public void fillRound(Box box, double radiusPx, Colour colour) {
        graphics.setColor(awt(colour));
        graphics.fill(new RoundRectangle2D.Double(
                box.xPx(), box.yPx(), box.widthPx(), box.heightPx(), 2 * radiusPx, 2 * radiusPx));
    }

    @Override
    public void strokeRect(Box box, Stroke stroke, Colour colour) {
        double in = stroke.widthPx() / 2;
        use(stroke, colour);
        graphics.draw(new Rectangle2D.Double(
                box.xPx() + in, box.yPx() + in, box.widthPx() - 2 * in, box.heightPx() - 2 * in));
    }

    @Override
    public void hatch(Box box, double spacingPx, double linePx, Colour colour) {
        Shape before = graphics.getClip();
        graphics.clip(new Rectangle2D.Double(box.xPx(), box.yPx(), box.widthPx(), box.heightPx()));
        use(Stroke.solid(linePx), colour);
        // The lines are those at which x + y is a multiple of the spacing.
        double first = Math.floor((box.xPx() + box.yPx()) / spacingPx) * spacingPx;
        for (double sum = first; sum <= box.rightPx() + box.bottomPx() + linePx; sum += spacingPx) {
            graphics.draw(new Line2D.Double(
                    sum - box.yPx() + linePx,
                    box.yPx() - linePx,
                    sum - box.bottomPx() - linePx,
                    box.bottomPx() + linePx));
        }
        graphics.setClip(before);
    }

    @Override
    public void dots(Box box, double spacingPx, double dotPx, Colour colour) {
        Shape before = graphics.getClip();
        graphics.clip(new Rectangle2D.Double(box.xPx(), box.yPx(), box.widthPx(), box.heightPx()));
        graphics.setColor(awt(colour));
        double half = spacingPx / 2;
        for (long row = (long) Math.floor(box.yPx() / half); row * half < box.bottomPx(); row++) {
            double shift = (row & 1) == 0 ? 0.25 * spacingPx : 0.75 * spacingPx;
            double first = Math.floor(box.xPx() / spacingPx) * spacingPx + shift;
            for (double x = first; x - dotPx < box.rightPx(); x += spacingPx) {
                graphics.fill(new Ellipse2D.Double(x - dotPx / 2, row * half + half / 2 - dotPx / 2, dotPx, dotPx));
            }
        }
        graphics.setClip(before);
    }

    @Override
    public void line(double x1Px, double y1Px, double x2Px, double y2Px, Stroke stroke, Colour colour) {
        use(stroke, colour);
        graphics.draw(new Line2D.Double(x1Px, y1Px, x2Px, y2Px));
    }

    @Override
    public void fillPolygon(Colour colour, double... pointsPx) {
        Path2D path = new Path2D.Double();
        path.moveTo(pointsPx[0], pointsPx[1]);
        for (int i = 2; i < pointsPx.length; i += 2) {
            path.lineTo(pointsPx[i], pointsPx[i + 1]);
        }
        path.closePath();
        graphics.setColor(awt(colour));
        graphics.fill(path);
    }

    @Override
    public void text(String text, double xPx, double baselinePx, Anchor anchor, TextStyle style, Colour colour) {
        double width = typeface.widthPx(text, style);
        double x = switch (anchor) {
            case START -> xPx;
            case MIDDLE -> xPx - width / 2;
            case END -> xPx - width;
        };
        graphics.setColor(awt(colour));
        graphics.setFont(typeface.awt(style));
        graphics.drawString(text, (float) x, (float) baselinePx);
    }

    @Override
    public void clipped(Box box, Runnable drawer) {
        Shape before = graphics.getClip();
        graphics.clip(new Rectangle2D.Double(box.xPx(), box.yPx(), box.widthPx(), box.heightPx()));
        drawer.run();
        graphics.setClip(before);
    }

    private void use(Stroke stroke, Colour colour) {
        graphics.setColor(awt(colour));
        float width = (float) stroke.widthPx();
        graphics.setStroke(
                stroke.dashPx() == 0
                        ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER)
                        : new BasicStroke(
                                width,
                                BasicStroke.CAP_BUTT,
                                BasicStroke.JOIN_MITER,
                                10,
                                new float[] {(float) stroke.dashPx()},
                                0));
    }

    static Color awt(Colour colour) {
        return new Color(colour.red(), colour.green(), colour.blue(), (int) Math.round(255 * colour.opacity()));
    }
}
