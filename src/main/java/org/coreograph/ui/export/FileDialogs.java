package org.coreograph.ui.export;

import java.nio.file.Path;
import java.util.Optional;

/** Asks a person for files. Called on the JavaFX thread, and waits for the answer. */
public interface FileDialogs {
    /**
     * Asks where to save a picture.
     *
     * @param suggestedName a file name
     * @return the file, which may be replaced where it exists; or nothing
     */
    Optional<Path> whereToSave(String suggestedName);

    /** Asks whether a file may be replaced. */
    boolean mayReplace(Path file);
}
