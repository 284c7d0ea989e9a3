package org.coreograph.ui;

/** The sizes at which the window changes its shape. */
final class Sizes {
    /** Below this width there is room for one side pane only. */
    static final double COMPACT_WIDTH_PX = 1200;

    static final double MIN_WIDTH_PX = 1000;
    static final double MIN_HEIGHT_PX = 640;

    private Sizes() {}
}
