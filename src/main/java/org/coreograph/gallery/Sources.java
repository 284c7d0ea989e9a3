package org.coreograph.gallery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The text of programs: of the very file that runs, and of its twin in Go. Stateless. */
public final class Sources {
    /** Where a program of the gallery makes what is run; what stands before it in its file is for later. */
    private static final String BEGINS = " Program create(";

    private Sources() {}

    /**
     * The Java of a program.
     *
     * @param firstLine the line from which on it is worth reading, counted from 1
     */
    public record Java(String text, int firstLine) {}

    /** Returns the Java of a program; nothing where the program isn't one that comes with its source. */
    public static Optional<Java> java(GalleryProgram program) {
        return text("/assets/source/" + outermost(program).getSimpleName() + ".java")
                .map(text -> new Java(text, firstLine(text.lines().toList())));
    }

    /** Returns the Go twin of a program, or nothing where it has none. */
    public static Optional<String> go(GalleryProgram program) {
        return text("/assets/go/" + program.id() + ".go");
    }

    /** Returns the class that a program's file is named after. */
    public static Class<?> outermost(GalleryProgram program) {
        Class<?> type = program.getClass();
        for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
            type = outer;
        }
        return type;
    }

    private static int firstLine(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(BEGINS)) {
                return i + 1;
            }
        }
        return 1;
    }

    private static Optional<String> text(String resource) {
        try (@Nullable InputStream in = Sources.class.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + resource, e);
        }
    }
}
