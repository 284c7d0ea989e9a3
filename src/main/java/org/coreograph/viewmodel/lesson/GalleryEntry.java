package org.coreograph.viewmodel.lesson;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Something to choose in the gallery: a lesson, or a program that has none.
 *
 * @param key tells it from the others
 * @param place in the path from the first to the last, from 1
 * @param program the id of the program that it is about
 * @param programTitle that program's title
 * @param tags what it can be found by
 * @param text what is said in it, to be searched
 */
public record GalleryEntry(
        String key, int place, String title, String program, String programTitle, List<String> tags, String text) {
    public GalleryEntry {
        tags = List.copyOf(tags);
    }

    /**
     * Returns whether it is looked for.
     *
     * @param search words that must all occur, in any case; empty for any
     * @param tag that it must have; empty for any
     */
    public boolean matches(String search, String tag) {
        String all = String.join("\n", title, program, programTitle, String.join("\n", tags), text)
                .toLowerCase(Locale.ROOT);
        return (tag.isEmpty() || tags.contains(tag))
                && Arrays.stream(search.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                        .allMatch(all::contains);
    }

    /** Returns all tags there are, in the order of the alphabet. */
    public static List<String> tags(Collection<GalleryEntry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.tags().stream())
                .filter(Predicate.not(String::isEmpty))
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }
}
