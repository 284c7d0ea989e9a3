package org.coreograph.ui.export;

import java.nio.file.Path;
import java.util.Optional;

/** Asks a person for files. Called on the JavaFX thread, and waits for the answer. */
public interface FileDialogs {
    /**
     * Asks where to save something.
     *
     * @param suggestedName a file name
     * @return the file, which may be replaced where it exists; or nothing
     */
    Optional<Path> whereToSave(FileKind kind, String suggestedName);

    /** Asks which file to open. */
    Optional<Path> whatToOpen(FileKind kind);

    /** Asks whether a file may be replaced. */
    boolean mayReplace(Path file);

    /**
     * Asks whether something may be lost that no file holds.
     *
     * @param what what would be lost, as the subject of a sentence
     */
    boolean mayLose(String what);
}
