package org.coreograph.picture;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontSmoothingType;
import org.coreograph.picture.TextStyle.Weight;
import org.coreograph.timeline.Box;

/** Draws on a JavaFX canvas. Used on the JavaFX thread. */
public final class CanvasSurface implements Surface {
    private final GraphicsContext graphics;
    private final Typeface typeface;
    private final double scale;
    private final Map<Colour, Color> colours = new HashMap<>();
    private final Map<TextStyle, Font> fonts = new HashMap<>();
    private final Map<Hatch, ImagePattern> hatches = new HashMap<>();

    private final Map<Dots, ImagePattern> dotted = new HashMap<>();

    private record Dots(int spacing, double dot, Colour colour) {}

    private record Hatch(int spacing, double line, Colour colour) {}

    /** The fonts as the toolkit knows them, once they were read. */
    private static final class Names {
        private static final Map<Weight, String> OF = read();

        private static Map<Weight, String> read() {
            Map<Weight, String> names = new EnumMap<>(Weight.class);
            for (Weight weight : Weight.values()) {
                Font font = Font.loadFont(Typeface.resource(weight).toExternalForm(), 12);
                names.put(weight, font == null ? Font.getDefault().getName() : font.getName());
            }
            return names;
        }
    }

    /** @param scale how many real pixels make a pixel of the canvas */
    public CanvasSurface(GraphicsContext graphics, Typeface typeface, double scale) {
        this.graphics = graphics;
        this.typeface = typeface;
        this.scale = scale;
        graphics.setFontSmoothingType(FontSmoothingType.GRAY);
        graphics.setLineCap(StrokeLineCap.BUTT);
        graphics.setLineJoin(StrokeLineJoin.MITER);
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
        graphics.setFill(colour(colour));
        graphics.fillRect(box.xPx(), box.yPx(), box.widthPx(), box.heightPx());
    }

    @Override
    public void fillRound(Box box, double radiusPx, Colour colour) {
        graphics.setFill(colour(colour));
        graphics.fillRoundRect(box.xPx(), box.yPx(), box.widthPx(), box.heightPx(), 2 * radiusPx, 2 * radiusPx);
    }

    @Override
    public void strokeRect(Box box, Stroke stroke, Colour colour) {
        double in = stroke.widthPx() / 2;
        use(stroke, colour);
        graphics.strokeRect(box.xPx() + in, box.yPx() + in, box.widthPx() - 2 * in, box.heightPx() - 2 * in);
    }

    /** Lines would be slow: a small image is repeated instead, a whole number of real pixels wide. */
    @Override
    public void hatch(Box box, double spacingPx, double linePx, Colour colour) {
        Hatch hatch = new Hatch((int) Math.max(2, Math.rint(spacingPx * scale)), linePx * scale, colour);
        graphics.setFill(hatches.computeIfAbsent(hatch, this::pattern));
        graphics.fillRect(box.xPx(), box.yPx(), box.widthPx(), box.heightPx());
    }

    private ImagePattern pattern(Hatch hatch) {
        int size = hatch.spacing;
        WritableImage tile = new WritableImage(size, size);
        PixelWriter pixels = tile.getPixelWriter();
        Color colour = colour(hatch.colour);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                double along = (x + y + 1) % size;
                double away = Math.min(along, size - along) / Math.sqrt(2);
                double covered = Math.clamp(hatch.line / 2 + 0.5 - away, 0, 1);
                pixels.setColor(x, y, colour.deriveColor(0, 1, 1, covered));
            }
        }
        return new ImagePattern(tile, 0, 0, size / scale, size / scale, false);
    }

    @Override
    public void dots(Box box, double spacingPx, double dotPx, Colour colour) {
        // An even number of real pixels, so that the dots of every other row stand in the middle.
        Dots dots = new Dots(2 * (int) Math.max(1, Math.rint(spacingPx * scale / 2)), dotPx * scale, colour);
        graphics.setFill(dotted.computeIfAbsent(dots, this::pattern));
        graphics.fillRect(box.xPx(), box.yPx(), box.widthPx(), box.heightPx());
    }

    private ImagePattern pattern(Dots dots) {
        int size = dots.spacing;
        WritableImage tile = new WritableImage(size, size);
        PixelWriter pixels = tile.getPixelWriter();
        Color colour = colour(dots.colour);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                double shift = y < size / 2 ? 0.25 : 0.75;
                double away = Math.hypot(x + 0.5 - shift * size, (y + 0.5) % (size / 2.0) - size / 4.0);
                double covered = Math.clamp(dots.dot / 2 + 0.5 - away, 0, 1);
                pixels.setColor(x, y, colour.deriveColor(0, 1, 1, covered));
            }
        }
        return new ImagePattern(tile, 0, 0, size / scale, size / scale, false);
    }

    @Override
    public void line(double x1Px, double y1Px, double x2Px, double y2Px, Stroke stroke, Colour colour) {
        use(stroke, colour);
        graphics.strokeLine(x1Px, y1Px, x2Px, y2Px);
    }

    private void use(Stroke stroke, Colour colour) {
        graphics.setStroke(colour(colour));
        graphics.setLineWidth(stroke.widthPx());
        if (stroke.dashPx() == 0) {
            graphics.setLineDashes();
        } else {
            graphics.setLineDashes(stroke.dashPx(), stroke.dashPx());
        }
    }

    @Override
    public void fillPolygon(Colour colour, double... pointsPx) {
        double[] xs = new double[pointsPx.length / 2];
        double[] ys = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = pointsPx[2 * i];
            ys[i] = pointsPx[2 * i + 1];
        }
        graphics.setFill(colour(colour));
        graphics.fillPolygon(xs, ys, xs.length);
    }

    @Override
    public void text(String text, double xPx, double baselinePx, Anchor anchor, TextStyle style, Colour colour) {
        double width = anchor == Anchor.START ? 0 : typeface.widthPx(text, style);
        double x = switch (anchor) {
            case START -> xPx;
            case MIDDLE -> xPx - width / 2;
            case END -> xPx - width;
        };
        graphics.setFill(colour(colour));
        graphics.setFont(fonts.computeIfAbsent(style, CanvasSurface::font));
        graphics.fillText(text, x, baselinePx);
    }

    private static Font font(TextStyle style) {
        return new Font(Names.OF.get(style.weight()), style.sizePx());
    }

    @Override
    public void clipped(Box box, Runnable drawer) {
        graphics.save();
        graphics.beginPath();
        graphics.rect(box.xPx(), box.yPx(), box.widthPx(), box.heightPx());
        graphics.clip();
        drawer.run();
        graphics.restore();
    }

    private Color colour(Colour colour) {
        return colours.computeIfAbsent(colour, one -> Color.rgb(one.red(), one.green(), one.blue(), one.opacity()));
    }
}
