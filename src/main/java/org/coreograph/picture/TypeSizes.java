package org.coreograph.picture;

/**
 * The sizes of type and lines that go together, all in proportion to one.
 *
 * @param emPx the size of running text
 */
record TypeSizes(double emPx) {
    /** How high capital letters are, as a share of the size of the type. */
    private static final double CAP_HEIGHT = 0.711;

    /** From one line of text to the next, as a share of the size of the type. */
    private static final double LEADING = 1.35;

    private static final double WINDOW_PX_PER_EM = 80;
    private static final double PRESENTATION_PX_PER_EM = 62;

    /**
     * Returns the sizes in the window. They depend on its width alone, so that what is drawn above each other fits.
     *
     * @param presentation whether it is seen from the last row of a room
     */
    static TypeSizes window(double widthPx, boolean presentation) {
        return new TypeSizes(
                presentation
                        ? Math.clamp(widthPx / PRESENTATION_PX_PER_EM, 18, 44)
                        : Math.clamp(widthPx / WINDOW_PX_PER_EM, 13, 17));
    }

    TextStyle title() {
        return TextStyle.bold(1.7 * emPx);
    }

    TextStyle heading() {
        return TextStyle.bold(1.2 * emPx);
    }

    TextStyle text() {
        return TextStyle.regular(1.05 * emPx);
    }

    TextStyle strong() {
        return TextStyle.medium(1.05 * emPx);
    }

    /** The smallest type there is. */
    TextStyle small() {
        return TextStyle.regular(0.92 * emPx);
    }

    TextStyle badge() {
        return TextStyle.bold(0.85 * emPx);
    }

    double linePx(TextStyle style) {
        return style.sizePx() * LEADING;
    }

    /** Returns the thickness of a thin line. */
    double strokePx() {
        return Math.max(1, emPx / 13);
    }

    /** Returns the baseline of a text whose capital letters have their middle at a height. */
    static double baseline(double middlePx, TextStyle style) {
        return middlePx + style.sizePx() * CAP_HEIGHT / 2;
    }
}
