package org.coreograph.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.util.List;
import org.coreograph.picture.TextFlow.Chunk;
import org.coreograph.testkit.RecordingSurface;
import org.junit.jupiter.api.Test;

class TextFlowTest {
    private static final Typeface TYPEFACE = new Typeface();
    private static final TextStyle STYLE = TextStyle.regular(20);
    private static final Colour INK = Colour.of(0);

    private static Chunk chunk(String text) {
        return Chunk.of(text, STYLE, INK);
    }

    private static RecordingSurface drawn(TextFlow flow) {
        RecordingSurface surface = new RecordingSurface(TYPEFACE);
        flow.draw(surface, 0, 0, 30);
        return surface;
    }

    @Test
    void chunksStandBesideEachOtherWhileThereIsRoom() {
        TextFlow flow = new TextFlow(TYPEFACE, 400, 10);
        flow.addAtRight(List.of(chunk("2.000 s")), 60);
        flow.add(chunk("1 core"));
        flow.add(chunk("taking turns"));
        assertThat(flow.lines()).isEqualTo(1);
        RecordingSurface surface = drawn(flow);
        assertThat(surface.words().getFirst().box().rightPx()).isEqualTo(400);
        assertThat(surface.texts()).containsExactly("2.000 s", "1 core", "taking turns");
    }

    @Test
    void textsNeitherOverlapNorLeaveTheWidthHoweverNarrowItIs() {
        qt().withExamples(300).forAll(integers().between(70, 700)).checkAssert(width -> {
            TextFlow flow = new TextFlow(TYPEFACE, width, 8);
            flow.addAtRight(List.of(chunk("2.000 s"), chunk("2.00×")), 60);
            flow.add(chunk("1 core"));
            flow.add(chunk("parallelism: at the same time, and taking turns"));
            flow.addRightOrBelow(chunk("ticks: 39 switches of 5 µs, not to scale"));
            List<RecordingSurface.Words> words = drawn(flow).words();
            for (int i = 0; i < words.size(); i++) {
                assertThat(words.get(i).box().xPx()).isGreaterThanOrEqualTo(0);
                assertThat(words.get(i).box().rightPx()).isLessThanOrEqualTo(width + 1e-6);
                assertThat(words.get(i).box().bottomPx()).isLessThanOrEqualTo(flow.lines() * 30);
                for (int j = 0; j < i; j++) {
                    boolean sameLine =
                            words.get(i).box().yPx() == words.get(j).box().yPx();
                    boolean apart = words.get(i).box().xPx()
                                    >= words.get(j).box().rightPx()
                            || words.get(j).box().xPx() >= words.get(i).box().rightPx();
                    assertThat(!sameLine || apart)
                            .as("%s and %s", words.get(i), words.get(j))
                            .isTrue();
                }
            }
            assertThat(String.join(
                            " ",
                            words.stream().map(RecordingSurface.Words::text).toList()))
                    .as("nothing is left out")
                    .contains("taking")
                    .contains("scale")
                    .contains("2.00×");
        });
    }

    @Test
    void wordWiderThanALineIsBrokenBetweenLetters() {
        List<String> lines = TextFlow.wrap(TYPEFACE, "a Donaudampfschifffahrtsgesellschaft b", STYLE, 100, 100);
        assertThat(lines)
                .allSatisfy(line -> assertThat(TYPEFACE.widthPx(line, STYLE)).isLessThanOrEqualTo(100));
        assertThat(String.join("", lines).replace(" ", "")).isEqualTo("aDonaudampfschifffahrtsgesellschaftb");
    }
}
