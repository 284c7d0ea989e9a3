package org.coreograph.viewmodel;

import java.util.List;
import java.util.OptionalDouble;
import org.coreograph.viewmodel.lecture.LectureState;
import org.coreograph.viewmodel.lesson.LessonState;
import org.jspecify.annotations.Nullable;

/**
 * All that the window shows. Immutable: a view draws itself again when the part it shows differs from the last one.
 *
 * @param one the numbers of the one-core run
 * @param many the numbers of the run on the slider's cores
 * @param message the latest line for the person, or null
 * @param lesson the lesson that is open, and those to choose from
 * @param unresponsive a sentence for each task of the run under way that goes on without a call
 * @param lecture the lecture that is open
 */
public record WorkbenchState(
        Setup setup,
        Shown shown,
        RunStatus run,
        Playback playback,
        TimeRange range,
        Lens lens,
        Look look,
        RunFigures one,
        RunFigures many,
        @Nullable Message message,
        List<String> unresponsive,
        LessonState lesson,
        LectureState lecture) {
    /** Returns how often the run on many cores goes into the one-core run, where that can be told. */
    public OptionalDouble timeRatio() {
        return shown.many().timeRatio(shown.one());
    }
}
