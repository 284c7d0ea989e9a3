package org.coreograph.viewmodel.lesson;

/**
 * An answer to a question, guessed or right.
 *
 * @param text for people
 * @param value a number in the unit of the question, a time in nanoseconds, or 0 where the text is all there is
 */
record Answer(String text, double value) {}
