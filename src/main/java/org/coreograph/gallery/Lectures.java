package org.coreograph.gallery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.coreograph.model.BadInputException;

/** Reads lectures. Immutable. */
public final class Lectures {
    /** What the file of a lecture ends in. */
    public static final String ENDING = ".txt";

    private static final String WHAT = "a lecture";
    private static final String SHIPPED = "class-hour" + ENDING;

    private final Gallery gallery;

    public Lectures(Gallery gallery) {
        this.gallery = gallery;
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it can't be read
     * @throws BadInputException if it holds no lecture; the message names the file, the line, what is wrong and what is
     *     allowed
     */
    public Lecture read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        return parse(name, () -> SmallTextFile.read(file, WHAT));
    }

    /**
     * Returns the class hour that comes with Coreograph.
     *
     * @throws IOException if it can't be read
     */
    public Lecture shipped() throws IOException {
        try (InputStream stream = Lectures.class.getResourceAsStream("/assets/lectures/" + SHIPPED)) {
            if (stream == null) {
                throw new IOException("the program is not whole: " + SHIPPED + " is missing");
            }
            return parse(SHIPPED, () -> SmallTextFile.read(stream, WHAT));
        }
    }

    private Lecture parse(String name, SmallTextFile.Source source) throws IOException {
        String text;
        try {
            text = source.read();
        } catch (BadInputException e) {
            throw new BadInputException(name + ": " + e.getMessage(), e);
        }
        return new LectureParser(name, gallery).parse(text);
    }
}
