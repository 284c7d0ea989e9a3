package org.coreograph.picture;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Consumer;
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
        return PngFile.write(image(scene, spec), requests(scene, spec));
    }

    /**
     * Draws a scene as a worksheet, to be filled in by hand: lanes with nothing on them, with time to spare at the end so
     * that the axis gives nothing away. It carries the same requests.
     *
     * @throws IllegalArgumentException if the scene has no run
     */
    public byte[] worksheet(ComparisonScene scene, PictureSpec spec) {
        if (scene.runs().isEmpty()) {
            throw new IllegalArgumentException("a worksheet needs a run");
        }
        ComparisonScene longer = answers(scene);
        return PngFile.write(
                image(spec, false, sheet -> sheet.drawBlank(longer, spec.chart())), requests(longer, spec));
    }

    /** Draws what a worksheet is filled in with, on the same time axis. */
    public byte[] answerKey(ComparisonScene scene, PictureSpec spec) {
        return png(answers(scene), spec);
    }

    /** Shows a scene from its start to a while after its end. */
    private static ComparisonScene answers(ComparisonScene scene) {
        long end = scene.runs().stream().mapToLong(RunReport::endNanos).max().orElse(0);
        return scene.withRange(0, Math.max(1, end + end / 4));
    }

    private static String requests(ComparisonScene scene, PictureSpec spec) {
        return PictureRequests.write(Sheet.shown(scene, spec.chart()).runs().stream()
                .map(RunReport::request)
                .toList());
    }

    /**
     * Draws how often many runs came to what, with a title above and below it the line that says how it came about. The
     * picture carries the request of the first.
     *
     * @param spec whose chart doesn't count
     */
    public byte[] png(OutcomesScene scene, PictureSpec spec) {
        return PngFile.write(
                image(spec, false, sheet -> sheet.draw(scene)), PictureRequests.write(List.of(scene.request())));
    }

    /** Draws a scene as {@link #png(ComparisonScene, PictureSpec)} does, for the clipboard. */
    public BufferedImage image(ComparisonScene scene, PictureSpec spec) {
        if (scene.runs().isEmpty()) {
            throw new IllegalArgumentException("a picture needs a run");
        }
        return image(spec, scene.presentation(), sheet -> sheet.draw(scene, spec.chart()));
    }

    /** Draws a chart of outcomes for the screen, with type as large as in the window around it. */
    public BufferedImage image(OutcomesScene scene, PictureSpec spec) {
        return image(spec, true, sheet -> sheet.draw(scene));
    }

    private BufferedImage image(PictureSpec spec, boolean presentation, Consumer<Sheet> drawing) {
        BufferedImage image =
                new BufferedImage(spec.filePixelsWide(), spec.filePixelsHigh(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(spec.scale(), spec.scale());
            Surface surface = new Graphics2DSurface(graphics, typeface, spec.scale());
            Box whole = new Box(0, 0, image.getWidth() / spec.scale(), image.getHeight() / spec.scale());
            drawing.accept(
                    new Sheet(typeface, processors, graphics, surface, Palette.of(spec.dark()), whole, presentation));
        } finally {
            graphics.dispose();
        }
        return image;
    }
}
