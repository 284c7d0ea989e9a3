package org.coreograph.ui.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.coreograph.gallery.Gallery;
import org.coreograph.gallery.GalleryProgram;
import org.coreograph.gallery.Sources;
import org.fxmisc.richtext.model.StyleSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HighlighterTest {
    static List<GalleryProgram> programs() {
        return new Gallery().programs();
    }

    @Test
    void javaIsTakenApart() {
        assertThat(pieces(Highlighter.JAVA, "  @Override\n  int x = \"a // \\\" b\".length(); // not \"this\"\n"))
                .containsExactly(
                        "indent:  ",
                        "annotation:@Override",
                        "indent:  ",
                        "keyword:int",
                        "string:\"a // \\\" b\"",
                        "comment:// not \"this\"");
    }

    @Test
    void commentsReachOverLinesAndWordsWithinOthersAreNoKeywords() {
        assertThat(pieces(Highlighter.JAVA, "/* if\n for */ iffy.interest(forX);"))
                .containsExactly("comment:/* if\n for */");
    }

    @Test
    void goIsTakenApart() {
        assertThat(pieces(Highlighter.GO, "func main() {\n\tgo f(`a\n\"b`)\n}"))
                .containsExactly("keyword:func", "indent:\t", "keyword:go", "string:`a\n\"b`");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void everyTextIsCoveredToItsEnd(GalleryProgram program) {
        String java = Sources.java(program).orElseThrow().text();
        String go = Sources.go(program).orElseThrow();
        assertThat(Highlighter.JAVA.spans(java).length()).isEqualTo(java.length());
        assertThat(Highlighter.GO.spans(go).length()).isEqualTo(go.length());
        assertThat(pieces(Highlighter.JAVA, java)).contains("keyword:class", "annotation:@Override");
        assertThat(pieces(Highlighter.GO, go)).contains("keyword:package", "keyword:func");
    }

    private static List<String> pieces(Highlighter highlighter, String text) {
        List<String> pieces = new ArrayList<>();
        int at = 0;
        for (StyleSpan<Collection<String>> span : highlighter.spans(text)) {
            for (String style : span.getStyle()) {
                pieces.add(style.replace("code-", "") + ":" + text.substring(at, at + span.getLength()));
            }
            at += span.getLength();
        }
        return pieces;
    }
}
