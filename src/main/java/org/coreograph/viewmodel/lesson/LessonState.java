package org.coreograph.viewmodel.lesson;

import java.util.List;

/**
 * The lesson on the screen, and those to choose from. Immutable.
 *
 * @param predictions its questions, from the first to the last
 * @param marks times that are marked on the axis
 * @param pointing the question that the next click on the timeline is a guess at, or {@link #NONE}
 * @param entries the gallery, in the order of the path
 * @param place of the lesson among the entries, from 0
 * @param loading whether the files are being read again
 */
public record LessonState(
        LessonCard lesson,
        List<Prediction> predictions,
        List<Mark> marks,
        int pointing,
        List<GalleryEntry> entries,
        int place,
        boolean loading) {
    public static final int NONE = -1;

    public LessonState {
        predictions = List.copyOf(predictions);
        marks = List.copyOf(marks);
        entries = List.copyOf(entries);
    }

    /**
     * A time that is marked on the axis.
     *
     * @param right whether it is the right one; else it is a guess
     */
    public record Mark(long nanos, boolean right) {}

    public boolean hasPrevious() {
        return place > 0;
    }

    public boolean hasNext() {
        return place < entries.size() - 1;
    }
}
