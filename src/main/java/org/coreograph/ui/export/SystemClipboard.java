package org.coreograph.ui.export;

import java.awt.image.BufferedImage;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The platform's clipboard. */
public final class SystemClipboard implements PictureClipboard, TextClipboard {
    @Override
    public void put(BufferedImage picture) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(SwingFXUtils.toFXImage(picture, null));
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
