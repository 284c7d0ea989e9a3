package org.coreograph.app;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether a window can be opened, as far as can be told before trying. */
final class Display {
    /** Why there can be no window. */
    sealed interface Obstacle {
        /** Returns what is said of it, in one line. */
        String line();

        /** There is no screen; the line says so. */
        record NoScreen(String line) implements Obstacle {}

        /** Something is missing that can be installed; the line names it. */
        record NotInstalled(String line) implements Obstacle {}
    }

    private static final String GTK = "libgtk-3.so.0";
    private static final String PACKAGES = "libgtk-3-0, libgl1, libxxf86vm1 and libxtst6";

    private final Map<String, String> environment;
    private final boolean needsGtk;

    /** @param platform the name of the operating system */
    Display(Map<String, String> environment, String platform, String glassPlatform) {
        this.environment = environment;
        needsGtk = platform.toLowerCase(Locale.ROOT).contains("linux") && !glassPlatform.equals("Headless");
    }

    static Display ofThisMachine() {
        return new Display(
                System.getenv(), System.getProperty("os.name", ""), System.getProperty("glass.platform", ""));
    }

    /** Returns why there can be no window, or nothing. */
    Optional<Obstacle> obstacle() {
        if (!needsGtk) {
            return Optional.empty();
        }
        if (unset("DISPLAY") && unset("WAYLAND_DISPLAY")) {
            return Optional.of(new Obstacle.NoScreen("no display (neither DISPLAY nor WAYLAND_DISPLAY is set)"));
        }
        if (!installed(GTK)) {
            return Optional.of(new Obstacle.NotInstalled(
                    "the window needs GTK 3, and " + GTK + " is not there: install the package libgtk-3-0"));
        }
        return Optional.empty();
    }

    /** Explains why the window, or a picture, could not be made. */
    Obstacle explain(Throwable failure) {
        Throwable deepest = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            deepest = cause;
            if (cause instanceof UnsupportedOperationException && words(cause).contains("DISPLAY")) {
                return new Obstacle.NoScreen(
                        "the display '" + environment.getOrDefault("DISPLAY", "") + "' can't be reached");
            }
        }
        String words = words(deepest);
        if (words.toLowerCase(Locale.ROOT).contains("font")) {
            return new Obstacle.NotInstalled("no font was found (" + words
                    + "): install a font, such as the packages libpangoft2-1.0-0 and fonts-dejavu-core");
        }
        return new Obstacle.NotInstalled(
                "the window can't be opened (" + words + "): on Linux it needs the packages " + PACKAGES);
    }

    /** Returns the first line of what is said of a failure. */
    private static String words(Throwable failure) {
        return failure.toString().lines().findFirst().orElse("");
    }

    private boolean unset(String variable) {
        return environment.getOrDefault(variable, "").isEmpty();
    }

    @SuppressWarnings("restricted") // Nothing of the library is called: it is only looked for.
    private static boolean installed(String library) {
        try (Arena arena = Arena.ofConfined()) {
            return SymbolLookup.libraryLookup(library, arena) != null;
        } catch (IllegalArgumentException e) {
            // That is how a library that isn't there is reported.
            return false;
        }
    }
}
