package org.coreograph.ui.export;

/** Where copied texts go. Called on the JavaFX thread. */
@FunctionalInterface
public interface TextClipboard {
    /** Replaces what is on the clipboard. */
    void put(String text);
}
