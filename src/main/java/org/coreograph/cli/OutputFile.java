package org.coreograph.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.coreograph.model.BadInputException;
import org.coreograph.picture.WholeFile;
import org.jspecify.annotations.Nullable;

/**
 * A file to be written. Whether that seems possible is checked when this is made, before any work is done for it;
 * nothing is created until {@link #write}, which does it as {@link WholeFile} says.
 */
final class OutputFile implements Output {
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
            target = WholeFile.behindLinks(Path.of(name));
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
        if (!writable || (!WholeFile.isSpecial(target) && !Files.isWritable(folder))) {
            throw new OutputException(name, "permission denied", null);
        }
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
    public void write(WholeFile.Content content) throws OutputException {
        try {
            WholeFile.write(target, content);
        } catch (NoSuchFileException e) {
            // Some folders are there and yet hold only what the system puts into them, such as /proc.
            throw Files.isDirectory(folder())
                    ? new OutputException(name, "can't create a file there", e)
                    : new OutputException(name, e);
        } catch (IOException e) {
            throw new OutputException(name, e);
        }
    }
}
