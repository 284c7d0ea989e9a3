package org.coreograph.cli;

import java.io.IOException;
import java.io.PrintStream;
import org.coreograph.picture.WholeFile;

/** Standard output. A reader that went away is an error too. */
final class StandardOutput implements Output {
    private static final String NAME = "to standard output";

    private final PrintStream stream;

    StandardOutput(PrintStream stream) {
        this.stream = stream;
    }

    @Override
    public void write(WholeFile.Content content) throws OutputException {
        try {
            content.writeTo(stream);
        } catch (IOException e) {
            throw new OutputException(NAME, e);
        }
        if (stream.checkError()) {
            throw new OutputException(NAME, "it is full or closed", null);
        }
    }
}
