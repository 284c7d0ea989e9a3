package org.coreograph.cli;

import java.nio.charset.StandardCharsets;
import org.coreograph.picture.WholeFile;

/** Where something is written to, whole or not at all as far as the place allows. */
@FunctionalInterface
interface Output {
    /** Takes all and keeps nothing. */
    Output NOWHERE = content -> {};

    /**
     * Writes the content. What is written next goes behind it in a stream, and in the place of it in a file.
     *
     * @throws OutputException if it can't be written
     */
    void write(WholeFile.Content content) throws OutputException;

    /** @throws OutputException if it can't be written */
    default void write(String text) throws OutputException {
        write(stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
