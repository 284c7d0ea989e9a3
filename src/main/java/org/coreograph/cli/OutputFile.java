package org.coreograph.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;
import org.coreograph.model.BadInputException;
import org.jspecify.annotations.Nullable;

/**
 * A file to be written. Whether that seems possible is checked when this is made, before any work is done for it;
 * nothing is created until {@link #write}. The content is written beside the file and then moved into its place, so
 * that the file is the old one or the new one, and never a part. What is no ordinary file, such as a pipe or
 * {@code /dev/null}, is written to as it is.
 */
final class OutputFile implements Output {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int MAX_LINKS = 40;
    private static final String STANDARD_OUTPUT = "-";

    private final String name;
    private final Path target;

    /**
     * @param name the file's path as it was typed
     * @throws OutputException if it is a folder, its folder isn't there, or either may not be written
     */
    OutputFile(String name) throws OutputException {
        this.name = "'" + name + "'";
        try {
            target = behindLinks(Path.of(name).toAbsolutePath());
        } catch (InvalidPathException e) {
            throw new OutputException(this.name, "that is no file name", e);
        } catch (IOException e) {
            throw new OutputException(this.name, e);
        }
        check();
    }

    /**
     * Returns where an option's value says that something is to be written to.
     *
     * @param what the option, for the message
     * @param name a file's path, {@code -} for standard output, or null for nowhere
     * @throws BadInputException if the name is empty
     * @throws OutputException if the file can't be written
     */
    static @Nullable Output orStandard(String what, @Nullable String name, Output standardOutput)
            throws OutputException {
        if (name == null) {
            return null;
        }
        if (name.isEmpty()) {
            throw new BadInputException(what + " must be a file or '-', but was ''");
        }
        return name.equals(STANDARD_OUTPUT) ? standardOutput : new OutputFile(name);
    }

    /** Through a link it is the file behind it that is replaced or made, and not the link. */
    private static Path behindLinks(Path typed) throws IOException {
        Path path = typed;
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

    private void check() throws OutputException {
        Path folder = folder();
        if (Files.isDirectory(target)) {
            throw new OutputException(name, "it is a folder", null);
        }
        if (!Files.isDirectory(folder)) {
            throw new OutputException(
                    name, "the folder '" + folder + "' " + (Files.exists(folder) ? "is a file" : "is not there"), null);
        }
        boolean writable = !Files.exists(target) || Files.isWritable(target);
        if (!writable || (!isSpecial() && !Files.isWritable(folder))) {
            throw new OutputException(name, "permission denied", null);
        }
    }

    private boolean isSpecial() {
        return Files.exists(target) && !Files.isRegularFile(target);
    }

    private Path folder() {
        Path parent = target.getParent();
        return parent == null ? target : parent;
    }

    /** Returns whether both are the same file. */
    boolean sameAs(OutputFile other) {
        return target.equals(other.target);
    }

    @Override
    public void write(Content content) throws OutputException {
        try {
            if (isSpecial()) {
                writeTo(target, content, StandardOpenOption.WRITE);
            } else {
                replace(content);
            }
        } catch (NoSuchFileException e) {
            // Some folders are there and yet hold only what the system puts into them, such as /proc.
            throw Files.isDirectory(folder())
                    ? new OutputException(name, "can't create a file there", e)
                    : new OutputException(name, e);
        } catch (IOException e) {
            throw new OutputException(name, e);
        }
    }

    private void replace(Content content) throws IOException {
        Path beside = folder().resolve(".coreograph-" + UUID.randomUUID() + ".tmp");
        try {
            writeTo(beside, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            keepPermissions(beside);
            move(beside);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void writeTo(Path file, Content content, StandardOpenOption... options) throws IOException {
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file, options), BUFFER_BYTES)) {
            content.writeTo(stream);
        }
    }

    private void keepPermissions(Path file) throws IOException {
        PosixFileAttributeView old = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        if (old != null && Files.exists(target)) {
            Files.setPosixFilePermissions(file, old.readAttributes().permissions());
        }
    }

    private void move(Path file) throws IOException {
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
