package org.coreograph.ui.export;

import java.awt.image.BufferedImage;

/** Where copied pictures go. Called on the JavaFX thread. */
@FunctionalInterface
public interface PictureClipboard {
    /** Replaces what is on the clipboard. */
    void put(BufferedImage picture);
}
