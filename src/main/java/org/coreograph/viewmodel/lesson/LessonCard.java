package org.coreograph.viewmodel.lesson;

import java.util.List;
import org.coreograph.gallery.Lesson;
import org.coreograph.model.Prose;

/**
 * A lesson as it is shown, but for its questions.
 *
 * @param key tells it from the others
 * @param text a few sentences on what is seen
 * @param tries things to try
 * @param notes for the teacher; may be empty
 */
public record LessonCard(String key, String title, String program, Prose text, List<Trial> tries, Prose notes) {
    public LessonCard {
        tries = List.copyOf(tries);
    }

    /**
     * Something to try.
     *
     * @param words of the command line that set the controls to it; empty where it is up to the reader
     */
    public record Trial(Prose text, List<String> words) {
        public Trial {
            words = List.copyOf(words);
        }
    }

    static LessonCard of(Lesson lesson) {
        return new LessonCard(
                lesson.file(),
                lesson.title(),
                lesson.program(),
                lesson.text(),
                lesson.tries().stream()
                        .map(trial -> new Trial(trial.text(), trial.words()))
                        .toList(),
                lesson.notes());
    }

    /**
     * Returns what is shown with a program that has no lesson.
     *
     * @param why it has none
     */
    static LessonCard without(String program, String title, String why) {
        Prose text = new Prose(
                List.of(new Prose.Block(Prose.Kind.PARAGRAPH, List.of(new Prose.Span(Prose.Style.PLAIN, why)))));
        return new LessonCard(program, title, program, text, List.of(), Prose.EMPTY);
    }
}
