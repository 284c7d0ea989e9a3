package org.coreograph.picture;

import java.awt.Graphics2D;

/**
 * What a chart is drawn with.
 *
 * @param graphics for the chart
 * @param surface the same place, for its words
 */
record Easel(Graphics2D graphics, Surface surface, Typeface typeface, TypeSizes sizes, Palette palette) {}
