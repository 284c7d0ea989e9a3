package org.coreograph.viewmodel;

import java.util.List;

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
}
