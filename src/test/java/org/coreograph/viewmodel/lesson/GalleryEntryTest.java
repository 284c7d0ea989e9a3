package org.coreograph.viewmodel.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GalleryEntryTest {
    private static final GalleryEntry COUNTER = new GalleryEntry(
            "counter.md", 6, "Counter", "counter", "Counter", List.of("mutex", "data race"), "To add is to read.");
    private static final GalleryEntry OWN =
            new GalleryEntry("own.md", 7, "Week three", "counter", "Counter", List.of("Homework"), "");

    @Test
    void isFoundByWordsOfItsTitleItsProgramItsTagsAndItsText() {
        assertThat(COUNTER.matches("coun", "")).isTrue();
        assertThat(COUNTER.matches(" RACE  add ", "")).isTrue();
        assertThat(COUNTER.matches("race week", "")).isFalse();
        assertThat(OWN.matches("counter", "")).isTrue();
        assertThat(OWN.matches("", "")).isTrue();
    }

    @Test
    void tagIsAskedForAsAWhole() {
        assertThat(COUNTER.matches("", "mutex")).isTrue();
        assertThat(COUNTER.matches("", "mut")).isFalse();
        assertThat(OWN.matches("week", "mutex")).isFalse();
    }

    @Test
    void tagsAreListedOnceInTheOrderOfTheAlphabet() {
        assertThat(GalleryEntry.tags(List.of(COUNTER, OWN, COUNTER))).containsExactly("data race", "Homework", "mutex");
    }
}
