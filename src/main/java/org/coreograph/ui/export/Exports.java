package org.coreograph.ui.export;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.coreograph.analysis.Narration;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.BadInputException;
import org.coreograph.picture.ChartKind;
import org.coreograph.picture.ComparisonScene;
import org.coreograph.picture.OutcomesScene;
import org.coreograph.picture.PictureExport;
import org.coreograph.picture.PictureSpec;
import org.coreograph.picture.WholeFile;
import org.coreograph.ui.frame.Background;
import org.coreograph.viewmodel.Message;
import org.coreograph.viewmodel.Workbench;
import org.coreograph.viewmodel.WorkbenchState;

/**
 * Exports what is on the screen. Pictures are drawn at their size, not enlarged, and never from the screen itself.
 *
 * <p>Used by the JavaFX thread; drawing and writing happen in the background.
 */
public final class Exports {
    /** The size of a picture at scale 1: that of a slide. */
    public static final int WIDTH_PX = 1600;

    public static final int HEIGHT_PX = 900;

    private final Workbench workbench;
    private final PictureExport pictures;
    private final FileDialogs dialogs;
    private final PictureClipboard clipboard;
    private final TextClipboard texts;
    private final Background background;

    /** @param background draws and writes, one picture at a time or several */
    public Exports(
            Workbench workbench,
            PictureExport pictures,
            FileDialogs dialogs,
            PictureClipboard clipboard,
            TextClipboard texts,
            Background background) {
        this.workbench = workbench;
        this.pictures = pictures;
        this.dialogs = dialogs;
        this.clipboard = clipboard;
        this.texts = texts;
        this.background = background;
    }

    /**
     * Asks for a file and writes a picture to it.
     *
     * @param scale how many pixels of the file make one
     */
    public void save(ChartKind chart, int scale) {
        WorkbenchState state = workbench.state();
        ComparisonScene scene = scene(state);
        PictureSpec spec = spec(state, chart, scale);
        dialogs.fileToSave(FileKind.PICTURE, name(state, chart)).ifPresent(file -> save(scene, spec, file));
    }

    private void save(ComparisonScene scene, PictureSpec spec, Path file) {
        workbench.say(Message.done("Drawing " + file.getFileName() + " …"));
        background.run(
                () -> {
                    byte[] png = pictures.png(scene, spec);
                    WholeFile.write(file, stream -> stream.write(png));
                    return file;
                },
                written -> workbench.say(Message.done("Saved " + written.toAbsolutePath() + " (" + spec.filePixelsWide()
                        + " × " + spec.filePixelsHigh() + " pixels).")),
                why -> complain("Could not save " + file + ": ", why));
    }

    /** Puts a picture on the clipboard, at twice its size. */
    public void copy(ChartKind chart) {
        WorkbenchState state = workbench.state();
        ComparisonScene scene = scene(state);
        PictureSpec spec = spec(state, chart, 2);
        background.run(
                () -> pictures.image(scene, spec),
                (BufferedImage picture) -> {
                    clipboard.put(picture);
                    workbench.say(Message.done("Copied the picture (" + spec.filePixelsWide() + " × "
                            + spec.filePixelsHigh() + " pixels)."));
                },
                why -> complain("Could not copy the picture: ", why));
    }

    /** Draws a chart of outcomes for the screen, and hands it over in a later frame. */
    public void draw(OutcomesScene scene, PictureSpec spec, Consumer<BufferedImage> then) {
        background.run(() -> pictures.image(scene, spec), then, why -> complain("Could not draw the outcomes: ", why));
    }

    /** Puts the command line that makes the run on the clipboard. */
    public void copyCommandLine() {
        try {
            String line = workbench.commandLine();
            copyText(line, "Copied: " + line);
        } catch (BadInputException e) {
            workbench.say(Message.trouble("Could not copy the command line: " + e.getMessage()));
        }
    }

    /** Copies what happened in the run on the slider's cores, in sentences. */
    public void copyWords() {
        RunReport run = workbench.state().shown().many();
        copyText(String.join("\n", Narration.of(run)) + "\n", "Copied what happened, in words.");
    }

    /**
     * Puts a text on the clipboard.
     *
     * @param said what is said of it then
     */
    public void copyText(String text, String said) {
        texts.put(text);
        workbench.say(Message.done(said));
    }

    private void complain(String what, String why) {
        workbench.say(Message.trouble(what + why));
    }

    /** Returns what is exported: what is on the screen, without what only helps on it. */
    private static ComparisonScene scene(WorkbenchState state) {
        return ComparisonScene.of(state.shown().runs())
                .withRange(state.range().startNanos(), state.range().endNanos())
                .withLens(state.lens().effectiveNanos());
    }

    private static PictureSpec spec(WorkbenchState state, ChartKind chart, int scale) {
        return new PictureSpec(chart, WIDTH_PX, HEIGHT_PX, scale, state.look().dark());
    }

    private static String name(WorkbenchState state, ChartKind chart) {
        int cores = state.shown().many().cores();
        return state.setup().program().id() + "-" + chart.id() + "-" + cores + (cores == 1 ? "-core" : "-cores")
                + ".png";
    }
}
