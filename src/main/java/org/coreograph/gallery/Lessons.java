package org.coreograph.gallery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.coreograph.model.BadInputException;

/**
 * The lessons, in the order of their path. Immutable.
 *
 * @param problems a line for each file that holds no lesson: its name, the line, what is wrong and what is allowed
 */
public record Lessons(List<Lesson> lessons, List<String> problems) {
    /** The system property that names a folder with lessons, which a teacher can edit and add to. */
    public static final String FOLDER_PROPERTY = "coreograph.lessons";

    public static final Lessons NONE = new Lessons(List.of(), List.of());

    private static final String ENDING = ".md";
    private static final String WHAT = "a lesson";

    public Lessons {
        lessons = lessons.stream()
                .sorted(Comparator.comparingInt(Lesson::order).thenComparing(Lesson::file))
                .toList();
        problems = List.copyOf(problems);
    }

    /** Loads those in the folder that the system property names; where there is none, those that come with Coreograph. */
    public static Lessons load(Gallery gallery) {
        String folder = System.getProperty(FOLDER_PROPERTY, "");
        return !folder.isEmpty() && Files.isDirectory(Path.of(folder))
                ? inFolder(Path.of(folder), gallery)
                : shipped(gallery);
    }

    /** Loads those that come with Coreograph, one for each program. */
    public static Lessons shipped(Gallery gallery) {
        Loader loader = new Loader(gallery);
        for (GalleryProgram program : gallery.programs()) {
            String file = program.id() + ENDING;
            try (InputStream bytes = Lessons.class.getResourceAsStream("/assets/lessons/" + file)) {
                if (bytes != null) {
                    loader.add(file, () -> SmallTextFile.read(bytes, WHAT));
                }
            } catch (IOException e) {
                loader.failed(file, e);
            }
        }
        return loader.lessons();
    }

    /** Loads all files of a folder that end in {@code .md}. */
    public static Lessons inFolder(Path folder, Gallery gallery) {
        Loader loader = new Loader(gallery);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Lessons::isLesson).sorted().toList()) {
                loader.add(String.valueOf(file.getFileName()), () -> SmallTextFile.read(file, WHAT));
            }
        } catch (IOException e) {
            loader.failed(folder.toString(), e);
        }
        return loader.lessons();
    }

    private static boolean isLesson(Path file) {
        return file.getFileName().toString().endsWith(ENDING);
    }

    /** Returns the first lesson on a program. */
    public Optional<Lesson> on(String program) {
        return lessons.stream()
                .filter(lesson -> lesson.program().equals(program))
                .findFirst();
    }

    /** Takes one file after the other; what is wrong with one is no trouble of the others. */
    private static final class Loader {
        private final Gallery gallery;
        private final List<Lesson> lessons = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();

        Loader(Gallery gallery) {
            this.gallery = gallery;
        }

        void add(String file, SmallTextFile.Source source) {
            try {
                lessons.add(new LessonParser(file, gallery).parse(source.read()));
            } catch (BadInputException e) {
                problems.add(file + ": " + e.getMessage());
            } catch (LessonException e) {
                problems.add(e.line());
            } catch (IOException e) {
                failed(file, e);
            }
        }

        void failed(String name, IOException e) {
            problems.add(name + ": could not be read: " + e.getMessage());
        }

        Lessons lessons() {
            return new Lessons(lessons, problems);
        }
    }
}
