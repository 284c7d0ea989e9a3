package org.coreograph.app;

import java.io.IOException;
import java.util.Optional;
import javafx.application.Application;
import org.coreograph.cli.CommandLineInterface;
import org.coreograph.engine.Engine;
import org.coreograph.gallery.Gallery;
import org.coreograph.picture.WholeFile;

/**
 * Starts Coreograph: the window, or with arguments the command line. It doesn't extend {@link Application}: JavaFX
 * refuses that on a class path.
 */
public final class Coreograph {
    private static final int DONE = 0;
    /** A file could not be written, or something isn't installed. */
    static final int NOT_POSSIBLE = 3;

    private Coreograph() {}

    public static void main(String[] args) {
        if (args.length > 0) {
            System.exit(new CommandLineInterface(new Engine(), new Gallery(), System.out, System.err).execute(args));
        }
        Display display = Display.ofThisMachine();
        Optional<Display.Obstacle> obstacle = display.obstacle();
        if (obstacle.isPresent()) {
            System.exit(without(display, obstacle.get()));
        }
        try {
            Application.launch(CoreographApplication.class);
        } catch (RuntimeException | LinkageError e) {
            System.exit(without(display, display.explain(e)));
        }
    }

    /** Says why there is no window, and draws the picture where there is only no screen. */
    private static int without(Display display, Display.Obstacle obstacle) {
        return switch (obstacle) {
            case Display.Obstacle.NotInstalled missing -> notPossible(missing.line());
            case Display.Obstacle.NoScreen none -> picture(display, none.line());
        };
    }

    private static int picture(Display display, String why) {
        System.setProperty("java.awt.headless", "true");
        FirstPicture picture = FirstPicture.ofThisProcess();
        try {
            picture.draw(new Engine(), new Gallery());
            System.err.println("coreograph: " + why + "; the first screen is drawn to " + picture.file());
            return DONE;
        } catch (IOException e) {
            return notPossible(
                    why + ", and the first screen can't be drawn to " + picture.file() + ": " + WholeFile.reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NOT_POSSIBLE;
        } catch (RuntimeException | Error e) {
            // Java 2D reports missing fonts as either.
            return switch (display.explain(e)) {
                case Display.Obstacle.NotInstalled missing -> notPossible(why + ", and " + missing.line());
                case Display.Obstacle.NoScreen none -> notPossible(none.line());
            };
        }
    }

    private static int notPossible(String line) {
        System.err.println("coreograph: " + line);
        return NOT_POSSIBLE;
    }
}
