package org.coreograph.ui.export;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Writes files so that each is the old one or the new one, and never a part. */
final class PictureFile {
    private PictureFile() {}

    /**
     * Writes a file, beside its place at first.
     *
     * @throws IOException if it can't be written; the old file is whole then
     */
    static void write(Path file, byte[] content) throws IOException {
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
}
