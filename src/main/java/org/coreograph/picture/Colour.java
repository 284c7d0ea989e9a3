package org.coreograph.picture;

/**
 * A colour with its opacity.
 *
 * @param rgb red, green and blue, 8 bits each, in the lowest 24 bits
 * @param opacity 0 to 1
 */
public record Colour(int rgb, double opacity) {
    public Colour {
        if (rgb < 0 || rgb > 0xFFFFFF || !(opacity >= 0 && opacity <= 1)) {
            throw new IllegalArgumentException("no colour: " + rgb + " at " + opacity);
        }
    }

    /** Returns a colour that covers what lies under it. */
    public static Colour of(int rgb) {
        return new Colour(rgb, 1);
    }

    public int red() {
        return rgb >> 16;
    }

    public int green() {
        return rgb >> 8 & 0xFF;
    }

    public int blue() {
        return rgb & 0xFF;
    }

    public Colour withOpacity(double newOpacity) {
        return new Colour(rgb, newOpacity);
    }

    /** Returns the colour that is seen where this one, at an opacity, lies over another that covers. */
    public Colour over(Colour below, double atOpacity) {
        return of(mix(red(), below.red(), atOpacity) << 16
                | mix(green(), below.green(), atOpacity) << 8
                | mix(blue(), below.blue(), atOpacity));
    }

    private static int mix(int above, int below, double share) {
        return (int) Math.round(above * share + below * (1 - share));
    }

    /** Returns the grey that is as light as this colour. */
    public Colour grey() {
        double linear = luminance();
        double value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        int level = (int) Math.round(255 * Math.clamp(value, 0, 1));
        return new Colour(level << 16 | level << 8 | level, opacity);
    }

    /** Returns relative luminance as WCAG 2.2 defines it, 0 to 1. */
    public double luminance() {
        return 0.2126 * linear(red()) + 0.7152 * linear(green()) + 0.0722 * linear(blue());
    }

    private static double linear(int level) {
        double value = level / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    /** Returns the contrast of two colours that cover, as WCAG 2.2 defines it: 1 for none to 21. */
    public static double contrast(Colour one, Colour other) {
        double a = one.luminance();
        double b = other.luminance();
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }
}
