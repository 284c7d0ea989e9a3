package org.coreograph.gallery;

import java.util.List;
import org.coreograph.model.Prose;

/**
 * What is taught with a program. Immutable.
 *
 * @param file the name of the file it came from
 * @param program the id of the program that it is about
 * @param tags what it can be found by
 * @param order its place in the path from the first lesson to the last, 1 or more
 * @param text a few sentences on what is seen
 * @param questions to be answered before trying; may be empty
 * @param tries things to try
 * @param notes for the teacher; may be empty
 */
public record Lesson(
        String file,
        String title,
        String program,
        List<String> tags,
        int order,
        Prose text,
        List<Question> questions,
        List<Trial> tries,
        Prose notes) {
    public Lesson {
        tags = List.copyOf(tags);
        questions = List.copyOf(questions);
        tries = List.copyOf(tries);
    }

    /**
     * Something to try.
     *
     * @param text what to do, and what to look at
     * @param words words of the command line that set the controls to it; empty where it is up to the reader
     */
    public record Trial(Prose text, List<String> words) {
        public Trial {
            words = List.copyOf(words);
        }
    }
}
