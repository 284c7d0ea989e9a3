package org.coreograph.gallery;

import java.util.List;

/**
 * What a lesson says, as plain text.
 *
 * @param text a few sentences on what is seen
 * @param predict a question to answer before trying
 * @param answer what is revealed then
 * @param tries things to try, a line each
 */
public record Lesson(String text, String predict, String answer, List<String> tries) {}
