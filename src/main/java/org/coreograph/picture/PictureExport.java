package org.coreograph.picture;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.coreograph.analysis.RunReport;
import org.coreograph.timeline.Box;

/** Makes pictures for files and the clipboard; needs no display. Thread-safe. */
public final class PictureExport {
    private final Typeface typeface;
    private final int processors;

    /** @param processors how many the machine has, which measured runs are compared with */
    public PictureExport(Typeface typeface, int processors) {
        this.typeface = typeface;
        this.processors = processors;
    }

    /**
     * Draws a scene as a PNG, with a title above it and below it the line that says how it came about. The picture
     * carries the requests of the runs it shows; {@link PictureRequests} reads them.
     *
     * @throws IllegalArgumentException if the scene has no run
     */
    public byte[] png(ComparisonScene scene, PictureSpec spec) {
        BufferedImage image = image(scene, spec);
        String requests = PictureRequests.write(Sheet.shown(scene, spec.chart()).runs().stream()
                .map(RunReport::request)
                .toList());
        return PngFile.write(image, requests);
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
            graphics.scale(spec.scale(), spec.scale());
            Surface surface = new Graphics2DSurface(graphics, typeface, spec.scale());
            Box whole = new Box(0, 0, image.getWidth() / spec.scale(), image.getHeight() / spec.scale());
            new Sheet(typeface, processors, graphics, surface, Palette.of(spec.dark()), whole, scene.presentation())
                    .draw(scene, spec.chart());
        } finally {
            graphics.dispose();
        }
        return image;
    }
}
