package org.coreograph.ui.export;

import java.nio.file.Files;
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
     * Asks where to save something, as {@link #whereToSave}, and gives the file its ending; one that is there by that other
     * name is asked for too.
     */
    default Optional<Path> fileToSave(FileKind kind, String suggestedName) {
        return whereToSave(kind, suggestedName).flatMap(chosen -> {
            Path file = kind.withEnding(chosen);
            boolean asked = file.equals(chosen);
            return asked || !Files.exists(file) || mayReplace(file) ? Optional.of(file) : Optional.empty();
        });
    }

    /**
     * Asks whether something may be lost that no file holds.
     *
     * @param what what would be lost, as the subject of a sentence
     */
    boolean mayLose(String what);
}
