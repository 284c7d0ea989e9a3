package org.coreograph.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.coreograph.analysis.Outcomes.Bar;
import org.coreograph.model.Outcome;
import org.coreograph.model.RunEnd;
import org.junit.jupiter.api.Test;

class OutcomesTest {
    private static RunEnd end(Outcome outcome, Map<String, Object> result) {
        return new RunEnd(outcome, null, 0, result, List.of(), Map.of(), List.of(), List.of());
    }

    private static Outcomes numbers(long... numbers) {
        return Outcomes.of(LongStream.of(numbers)
                .mapToObj(number -> end(Outcome.COMPLETED, Map.of("counter", number)))
                .toList());
    }

    @Test
    void numbersStandInTheirOrderWithWhatLiesBetween() {
        Outcomes outcomes = numbers(5, 2, 5, 4);

        assertThat(outcomes.what()).isEqualTo("counter");
        assertThat(outcomes.runs()).isEqualTo(4);
        assertThat(outcomes.most()).isEqualTo(2);
        assertThat(outcomes.bars())
                .containsExactly(
                        new Bar("2", 1, true), new Bar("3", 0, true), new Bar("4", 1, true), new Bar("5", 2, true));
    }

    @Test
    void numbersFarApartAreCountedInRangesOfARoundWidth() {
        Outcomes outcomes = numbers(998, 1_003, 1_100);

        assertThat(outcomes.bars()).hasSize(22).startsWith(new Bar("995–999", 1, true), new Bar("1000–1004", 1, true));
        assertThat(outcomes.bars()).endsWith(new Bar("1100–1104", 1, true));
    }

    @Test
    void numbersBelowZeroAndTheLargestOnesHaveTheirRangesToo() {
        assertThat(numbers(-3, 30).bars()).startsWith(new Bar("-4–-3", 1, true)).endsWith(new Bar("30–31", 1, true));
        assertThat(numbers(0, Long.MAX_VALUE / 2).bars()).hasSizeLessThanOrEqualTo(24);
    }

    @Test
    void runsThatDidNotCompleteStandLastAndApart() {
        Outcomes outcomes = Outcomes.of(List.of(
                end(Outcome.DEADLOCK, Map.of()),
                end(Outcome.COMPLETED, Map.of("counter", 1L)),
                end(Outcome.DEADLOCK, Map.of("counter", 7L))));

        assertThat(outcomes.bars()).containsExactly(new Bar("1", 1, true), new Bar("deadlock", 2, false));
    }

    @Test
    void otherResultsAreTextsTheMostFrequentFirst() {
        Outcomes outcomes = Outcomes.of(Stream.of("tie", "win", "win")
                .map(text -> end(Outcome.COMPLETED, Map.of("end", text)))
                .toList());

        assertThat(outcomes.what()).isEmpty();
        assertThat(outcomes.bars()).containsExactly(new Bar("end win", 2, true), new Bar("end tie", 1, true));
    }

    @Test
    void resultsThatAreNotAlwaysOneNumberAreTexts() {
        Outcomes outcomes =
                Outcomes.of(List.of(end(Outcome.COMPLETED, Map.of("counter", 1L)), end(Outcome.COMPLETED, Map.of())));

        assertThat(outcomes.bars()).containsExactly(new Bar("completed", 1, true), new Bar("counter 1", 1, true));
    }

    @Test
    void tooManyTextsAreCountedTogether() {
        List<RunEnd> ends = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            ends.add(end(Outcome.COMPLETED, Map.of("end", "e" + i)));
        }

        assertThat(Outcomes.of(ends).bars()).hasSize(24).endsWith(new Bar("others", 17, true));
    }
}
