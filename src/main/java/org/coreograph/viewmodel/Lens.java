package org.coreograph.viewmodel;

/**
 * The time lens.
 *
 * @param on whether timelines are drawn through it
 * @param widthNanos how wide its window is
 */
public record Lens(boolean on, long widthNanos) {
    /** Returns the width that pictures are drawn with: 0 draws what ran. */
    public long effectiveNanos() {
        return on ? widthNanos : 0;
    }
}
