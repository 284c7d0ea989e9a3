/**
 * From times to places: the visible range, the time axis, where lanes lie, and which spans are drawn.
 *
 * <p>Contract: pure arithmetic on lanes and boxes, with no screen and no font; the widths of texts are asked of the
 * caller. Pixels are those of the caller's coordinates and are fractions; times are whole nanoseconds.
 */
@NullMarked
package org.coreograph.timeline;

import org.jspecify.annotations.NullMarked;
