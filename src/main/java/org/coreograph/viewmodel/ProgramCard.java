package org.coreograph.viewmodel;

import java.util.List;
import java.util.Optional;
import org.coreograph.gallery.GalleryProgram;
import org.coreograph.gallery.Lesson;
import org.coreograph.gallery.Lessons;
import org.coreograph.gallery.Question;

/**
 * A program as the window offers it.
 *
 * @param text the lesson: a few sentences on what is seen, paragraphs with an empty line between them
 * @param predict a question to answer before trying
 * @param answer what is revealed then
 * @param tries things to try
 */
public record ProgramCard(String id, String title, String text, String predict, String answer, List<String> tries) {
    public ProgramCard {
        tries = List.copyOf(tries);
    }

    /** Tells of a program what the first lesson on it says, or what is wrong with the lessons if there is none. */
    static ProgramCard of(GalleryProgram program, Lessons lessons) {
        return lessons.on(program.id())
                .map(lesson -> of(program, lesson))
                .orElseGet(() -> new ProgramCard(
                        program.id(), program.title(), String.join("\n\n", lessons.problems()), "", "", List.of()));
    }

    private static ProgramCard of(GalleryProgram program, Lesson lesson) {
        Optional<Question> question = lesson.questions().stream().findFirst();
        return new ProgramCard(
                program.id(),
                program.title(),
                lesson.text().plain(),
                question.map(asked -> asked.text().plain()).orElse(""),
                question.map(asked -> asked.reveal().plain()).orElse(""),
                lesson.tries().stream().map(trial -> trial.text().plain()).toList());
    }
}
