package org.coreograph.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Where something is written to, whole or not at all as far as the place allows. */
@FunctionalInterface
interface Output {
    /** Takes all and keeps nothing. */
    Output NOWHERE = content -> {};

    /** Writes content. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream stream) throws IOException;
    }

    /**
     * Writes the content. What is written next goes behind it in a stream, and in the place of it in a file.
     *
     * @throws OutputException if it can't be written
     */
    void write(Content content) throws OutputException;

    /** @throws OutputException if it can't be written */
    default void write(String text) throws OutputException {
        write(stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
