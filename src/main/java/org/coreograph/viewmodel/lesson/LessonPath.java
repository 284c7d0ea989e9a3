package org.coreograph.viewmodel.lesson;

import java.util.ArrayList;
import java.util.List;
import org.coreograph.gallery.Gallery;
import org.coreograph.gallery.GalleryProgram;
import org.coreograph.gallery.Lesson;
import org.coreograph.gallery.Lessons;

/** The path from the first lesson to the last. */
final class LessonPath {
    private LessonPath() {}

    /** Returns the lessons in the order of their path, and behind them the programs without one. */
    static List<GalleryEntry> entries(Gallery gallery, Lessons lessons) {
        List<GalleryEntry> entries = new ArrayList<>();
        for (Lesson lesson : lessons.lessons()) {
            entries.add(new GalleryEntry(
                    lesson.file(),
                    entries.size() + 1,
                    lesson.title(),
                    lesson.program(),
                    gallery.find(lesson.program()).title(),
                    lesson.tags(),
                    lesson.text().plain()));
        }
        for (GalleryProgram each : gallery.programs()) {
            if (lessons.on(each.id()).isEmpty()) {
                entries.add(new GalleryEntry(
                        each.id(), entries.size() + 1, each.title(), each.id(), each.title(), List.of(), ""));
            }
        }
        return List.copyOf(entries);
    }
}
