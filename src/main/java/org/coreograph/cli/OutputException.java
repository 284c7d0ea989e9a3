package org.coreograph.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** Something can't be written. The message is one line that names it and says why. */
final class OutputException extends IOException {
    private static final long serialVersionUID = 1L;

    OutputException(String where, String why, @Nullable Throwable cause) {
        super("can't write " + where + ": " + why, cause);
    }

    OutputException(String where, IOException cause) {
        this(where, reason(cause), cause);
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case AccessDeniedException denied -> "permission denied";
            case NoSuchFileException missing -> "its folder is not there";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        };
    }
}
