package org.coreograph.picture;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.coreograph.picture.TextStyle.Weight;

/**
 * The type that comes with the program, and the widths of texts set in it. All surfaces measure here, so that a layout
 * is the same on each of them. Immutable after it was made; thread-safe.
 */
public final class Typeface {
    /** Widths are taken at this size and scale with it; letters aren't fitted to pixels. */
    private static final int UNIT = 1_000;

    private static final int COMMON = 0x250;
    private static final FontRenderContext CONTEXT = new FontRenderContext(new AffineTransform(), true, true);

    private final Map<Weight, Font> fonts = new EnumMap<>(Weight.class);
    private final Map<Weight, float[]> advances = new EnumMap<>(Weight.class);

    /** Reads the fonts. */
    public Typeface() {
        for (Weight weight : Weight.values()) {
            Font font = read(weight);
            fonts.put(weight, font);
            float[] widths = new float[COMMON];
            Font unit = font.deriveFont((float) UNIT);
            for (char c = ' '; c < COMMON; c++) {
                widths[c] =
                        (float) unit.getStringBounds(String.valueOf(c), CONTEXT).getWidth();
            }
            advances.put(weight, widths);
        }
    }

    private static Font read(Weight weight) {
        URL resource = resource(weight);
        try (InputStream in = resource.openStream()) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the font " + resource, e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("no font: " + resource, e);
        }
    }

    /** Returns where the font of a weight lies. */
    static URL resource(Weight weight) {
        String name = weight.name().charAt(0) + weight.name().substring(1).toLowerCase(Locale.ROOT);
        String path = "/assets/fonts/Roboto-" + name + ".ttf";
        URL resource = Typeface.class.getResource(path);
        if (resource == null) {
            throw new IllegalStateException("the program is not whole: " + path + " is missing");
        }
        return resource;
    }

    /** Returns a font for Java 2D. */
    public Font awt(TextStyle style) {
        return font(style.weight()).deriveFont((float) style.sizePx());
    }

    /** Returns how wide a line of text is. */
    public double widthPx(String text, TextStyle style) {
        float[] widths = advances.getOrDefault(style.weight(), new float[0]);
        double sum = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            sum += c < widths.length ? widths[c] : measured(c, style.weight());
            i += Character.charCount(c);
        }
        return sum * style.sizePx() / UNIT;
    }

    private double measured(int codePoint, Weight weight) {
        return font(weight)
                .deriveFont((float) UNIT)
                .getStringBounds(Character.toString(codePoint), CONTEXT)
                .getWidth();
    }

    private Font font(Weight weight) {
        Font font = fonts.get(weight);
        if (font == null) {
            throw new IllegalStateException("no font of weight " + weight);
        }
        return font;
    }

    /** Returns a text that isn't wider than wanted: whole, or cut short with a mark, or empty. */
    public String shortened(String text, TextStyle style, double mostPx) {
        if (widthPx(text, style) <= mostPx) {
            return text;
        }
        for (int length = text.length() - 1; length > 0; length--) {
            String cut = text.substring(0, length).strip() + "…";
            if (widthPx(cut, style) <= mostPx) {
                return cut;
            }
        }
        return "";
    }
}
