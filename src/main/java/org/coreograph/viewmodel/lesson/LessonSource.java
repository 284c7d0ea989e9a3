package org.coreograph.viewmodel.lesson;

import org.coreograph.gallery.Lessons;

/** Where lessons come from. Thread-safe. */
@FunctionalInterface
public interface LessonSource {
    /** Reads them, as they are by now. */
    Lessons load();
}
