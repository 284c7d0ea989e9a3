package org.coreograph.viewmodel.lecture;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.coreograph.gallery.Lecture;
import org.coreograph.gallery.Lectures;
import org.jspecify.annotations.Nullable;

/**
 * A lecture as a file holds it. Immutable.
 *
 * @param path where the file is, or null for a lecture that has none
 */
public record LectureFile(
        Lecture lecture, String name, @Nullable Path path) {
    /** What the name of the file of a lecture ends in. */
    public static final String ENDING = Lectures.ENDING;

    static LectureFile at(Path path, Lecture lecture) {
        return new LectureFile(lecture, name(path), path);
    }

    /** Returns what a lecture in a file is called. */
    public static String name(Path path) {
        String file = String.valueOf(path.getFileName());
        return file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file;
    }

    /** Returns the bytes of the file. */
    public byte[] content() {
        return lecture.text().getBytes(StandardCharsets.UTF_8);
    }

    /** Returns how many states the lecture has. */
    public int states() {
        return lecture.states().size();
    }
}
