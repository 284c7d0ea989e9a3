package org.coreograph.gallery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.coreograph.model.BadInputException;

/** Reads texts that people write, which are never large. */
final class SmallTextFile {
    private static final int MAX_BYTES = 1_000_000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private SmallTextFile() {}

    /** Reads a text from somewhere. */
    @FunctionalInterface
    interface Source {
        String read() throws IOException;
    }

    /**
     * Reads a file.
     *
     * @param what what it is to hold, such as "a lesson", for messages
     * @throws IOException if it can't be read
     * @throws BadInputException if it is too large, or no text in UTF-8; the message names no file
     */
    static String read(Path file, String what) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return read(stream, what);
        }
    }

    /** Reads a stream to its end, as {@link #read(Path, String)} does. */
    static String read(InputStream stream, String what) throws IOException {
        byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new BadInputException(what + " must have at most " + MAX_BYTES + " bytes, but has more");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new BadInputException(what + " must be text in UTF-8, but is not (" + e.getMessage() + ")", e);
        }
    }
}
