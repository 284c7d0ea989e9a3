package org.coreograph.picture;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.coreograph.analysis.RunReport;

/** Makes pictures for files and the clipboard; needs no display. Thread-safe. */
public final class PictureExport {
    /**
     * Draws a scene as a PNG, with a title above it and below it the line that says how it came about. The picture
     * carries the requests of its runs; {@link PictureRequests} reads them.
     *
     * @throws IllegalArgumentException if the scene has no run
     */
    public byte[] png(ComparisonScene scene, PictureSpec spec) {
        String requests = PictureRequests.write(
                scene.runs().stream().map(RunReport::request).toList());
        return PngFile.write(image(scene, spec), requests);
    }

    /** Draws a scene as {@link #png} does, for the clipboard. */
    public BufferedImage image(ComparisonScene scene, PictureSpec spec) {
        if (scene.runs().isEmpty()) {
            throw new IllegalArgumentException("a picture needs a run");
        }
        BufferedImage image =
                new BufferedImage(spec.filePixelsWide(), spec.filePixelsHigh(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setColor(Graphics2DSurface.awt(Palette.of(spec.dark()).background()));
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        } finally {
            graphics.dispose();
        }
        return image;
    }
}
