package org.coreograph.gallery;

import java.util.List;
import org.coreograph.model.Figure;

/** Where the right answer to a question comes from. */
public sealed interface Truth {
    /** It stands in the lesson. */
    record Given(String answer) implements Truth {}

    /**
     * A run tells it.
     *
     * @param words the run, in words of the command line behind the lesson's program; what they don't name is as by
     *     default
     * @param figure what is read off it
     */
    record OfRun(List<String> words, Figure figure) implements Truth {
        public OfRun {
            words = List.copyOf(words);
        }
    }

    /** Two runs tell it: the figure of the other one, divided by that of this one. */
    record Ratio(OfRun run, List<String> otherWords) implements Truth {
        public Ratio {
            otherWords = List.copyOf(otherWords);
        }
    }
}
