/**
 * Lessons as they are shown and worked with: a path to choose from, questions with the guesses of a class, and the
 * answers.
 *
 * <p>Contract: {@link org.coreograph.viewmodel.lesson.LessonDesk} is used by the thread that draws; what takes time, which
 * is to read files and to run what an answer is read off, happens on threads of its own, and is adopted at the start of
 * a frame. {@link org.coreograph.viewmodel.lesson.LessonState} is immutable, and is all that a view reads.
 */
@NullMarked
package org.coreograph.viewmodel.lesson;

import org.jspecify.annotations.NullMarked;
