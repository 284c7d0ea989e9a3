package org.coreograph.picture;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/**
 * Writes files so that each is the old one or the new one, and never a part: the content is written beside the file and
 * then moved into its place, with the old one's permissions. Through a link it is the file behind it that is replaced. What
 * is no ordinary file, such as a pipe or {@code /dev/null}, is written to as it is.
 */
public final class WholeFile {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int MAX_LINKS = 40;

    private WholeFile() {}

    /** Writes the content of a file; the stream is buffered, and closed by who made it. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream stream) throws IOException;
    }

    /**
     * Returns the file that a path leads to: where that is a link, the one behind it, be it there or not.
     *
     * @throws IOException if links lead nowhere
     */
    public static Path behindLinks(Path typed) throws IOException {
        Path path = typed.toAbsolutePath();
        for (int links = 0; !Files.exists(path) && Files.isSymbolicLink(path); links++) {
            if (links == MAX_LINKS) {
                throw new FileSystemException(typed.toString(), null, "too many symbolic links");
            }
            path = path.resolveSibling(Files.readSymbolicLink(path));
        }
        if (Files.exists(path)) {
            return path.toRealPath();
        }
        Path folder = path.getParent();
        // The folder's own links come first: '..' behind one leads elsewhere than it seems to.
        return folder != null && Files.exists(folder)
                ? folder.toRealPath().resolve(path.getFileName())
                : path.normalize();
    }

    /** Returns whether something is there that is no ordinary file. */
    public static boolean isSpecial(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file);
    }

    /**
     * Writes a file.
     *
     * @throws IOException if it can't be written; an old file is whole then
     */
    public static void write(Path file, Content content) throws IOException {
        Path target = behindLinks(file);
        if (isSpecial(target)) {
            writeTo(target, content, StandardOpenOption.WRITE);
            return;
        }
        Path beside = target.resolveSibling(".coreograph-" + UUID.randomUUID() + ".tmp");
        try {
            writeTo(beside, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            keepPermissions(target, beside);
            move(beside, target);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void writeTo(Path file, Content content, StandardOpenOption... options) throws IOException {
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file, options), BUFFER_BYTES)) {
            content.writeTo(stream);
        }
    }

    private static void keepPermissions(Path old, Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(old, PosixFileAttributeView.class);
        if (view != null && Files.exists(old)) {
            Files.setPosixFilePermissions(file, view.readAttributes().permissions());
        }
    }

    private static void move(Path file, Path target) throws IOException {
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Says in a few words why a file couldn't be written. */
    public static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "its folder is not there";
            case AccessDeniedException denied -> "permission denied";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }
}
