package org.coreograph.ui.export;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Writes files so that each is the old one or the new one, and never a part. */
public final class PictureFile {
    private PictureFile() {}

    /**
     * Writes a file, beside its place at first.
     *
     * @throws IOException if it can't be written; the old file is whole then
     */
    public static void write(Path file, byte[] content) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path beside = target.resolveSibling(".coreograph-" + UUID.randomUUID() + ".tmp");
        try {
            Files.write(beside, content);
            try {
                Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** Says in a few words why a file couldn't be written. */
    public static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "its folder is not there";
            case AccessDeniedException denied -> "permission denied";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
