package org.coreograph.picture;

import java.math.BigDecimal;
import org.coreograph.model.BadInputException;

/**
 * What picture is wanted, besides the scene.
 *
 * @param widthPx {@link #MIN_WIDTH_PX} to {@link #MAX_SIDE_PX}, before scaling
 * @param heightPx {@link #MIN_HEIGHT_PX} to {@link #MAX_SIDE_PX}, before scaling
 * @param scale how many pixels of the file make one of these, {@link #MIN_SCALE} to {@link #MAX_SCALE}
 * @param dark whether on a dark background
 */
public record PictureSpec(ChartKind chart, int widthPx, int heightPx, double scale, boolean dark) {
    public static final int MIN_WIDTH_PX = 480;
    public static final int MIN_HEIGHT_PX = 270;
    public static final int MAX_SIDE_PX = 10_000;
    public static final double MIN_SCALE = 0.5;
    public static final double MAX_SCALE = 4;

    /** How many pixels a file can have, in all. */
    public static final long MAX_PIXELS = 100_000_000;

    /** A comparison of 1600 by 900, light: what fits on a slide. */
    public static final PictureSpec DEFAULTS = new PictureSpec(ChartKind.COMPARISON, 1600, 900, 1, false);

    /** @throws BadInputException if a value is out of its range; the message names it and the range */
    public PictureSpec {
        checkSide("width", widthPx, MIN_WIDTH_PX);
        checkSide("height", heightPx, MIN_HEIGHT_PX);
        if (!(scale >= MIN_SCALE && scale <= MAX_SCALE)) {
            throw new BadInputException("scale must be 0.5 to 4, but was " + scale);
        }
        long width = Math.round(widthPx * scale);
        long height = Math.round(heightPx * scale);
        if (width * height > MAX_PIXELS) {
            throw new BadInputException("a picture can have up to 100 million pixels, but " + widthPx + "x" + heightPx
                    + " at scale "
                    + BigDecimal.valueOf(scale).stripTrailingZeros().toPlainString() + " has " + width * height);
        }
    }

    private static void checkSide(String name, int px, int leastPx) {
        if (px < leastPx || px > MAX_SIDE_PX) {
            throw new BadInputException(name + " must be " + leastPx + " to " + MAX_SIDE_PX + ", but was " + px);
        }
    }

    /** Returns the width of the file. */
    public int filePixelsWide() {
        return Math.toIntExact(Math.round(widthPx * scale));
    }

    /** Returns the height of the file. */
    public int filePixelsHigh() {
        return Math.toIntExact(Math.round(heightPx * scale));
    }

    public PictureSpec withChart(ChartKind newChart) {
        return new PictureSpec(newChart, widthPx, heightPx, scale, dark);
    }

    public PictureSpec withSize(int newWidthPx, int newHeightPx) {
        return new PictureSpec(chart, newWidthPx, newHeightPx, scale, dark);
    }

    public PictureSpec withScale(double newScale) {
        return new PictureSpec(chart, widthPx, heightPx, newScale, dark);
    }

    public PictureSpec withDark(boolean newDark) {
        return new PictureSpec(chart, widthPx, heightPx, scale, newDark);
    }
}
