package org.coreograph.viewmodel.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.coreograph.gallery.Question;
import org.coreograph.gallery.Truth;
import org.coreograph.model.BadInputException;
import org.coreograph.model.Prose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
    private static final Question CHOICE =
            new Question.Choice(Prose.EMPTY, List.of("yes", "no"), new Truth.Given("yes"), Prose.EMPTY);
    private static final Question MARK = new Question.Mark(Prose.EMPTY, new Truth.Given("10ms"), Prose.EMPTY);

    private static Question amount(String unit) {
        return new Question.Amount(Prose.EMPTY, unit, new Truth.Given("1"), Prose.EMPTY);
    }

    @ParameterizedTest
    @CsvSource({
        "s, 2, 2 s",
        "s, 2 s, 2 s",
        "s, 500 ms, 0.5 s",
        "ms, 1.5s, '1,500 ms'",
        "tasks, 1.4854, 1.485 tasks",
        "'', 2000, '2,000'",
        "%, 12.5 %, 12.5 %",
        "s, -1, -1 s"
    })
    void guessIsReadInTheUnitOfTheQuestion(String unit, String typed, String read) {
        assertThat(Answers.guess(amount(unit), typed).text()).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fast", "1,5", "1e999999999", "NaN", "0x10", "2 3"})
    void whatIsNoNumberIsRefusedWithWhatOneLooksLike(String typed) {
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> Answers.guess(amount("tasks"), typed))
                .withMessage("a guess must be a number such as 2.5, with no comma, but was '" + typed + "'");
    }

    @Test
    void guessAtAChoiceIsOneOfThem() {
        assertThat(Answers.guess(CHOICE, "no").text()).isEqualTo("no");
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> Answers.guess(CHOICE, "maybe"))
                .withMessage("a guess must be one of 'yes', 'no', but was 'maybe'");
    }

    @ParameterizedTest
    @CsvSource({
        "2, 1, '1 s too much, 100 % off'",
        "0.5, 1, '0.5 s too little, 50 % off'",
        "1, 1, right",
        "3, 0, 3 s too much",
        "383, 383.3333, '0.333 s too little, 0.1 % off'"
    })
    void differenceOfANumberSaysHowMuchAndWhichWay(String guess, String truth, String difference) {
        Question asked = amount("s");
        assertThat(Answers.difference(asked, Answers.guess(asked, guess), Answers.given(asked, truth)))
                .isEqualTo(difference);
    }

    @Test
    void differenceOfAMarkSaysHowMuchEarlierOrLater() {
        assertThat(difference(MARK, "7 ms")).isEqualTo("3 ms too early");
        assertThat(difference(MARK, "12ms")).isEqualTo("2 ms too late");
        assertThat(difference(MARK, "10 ms")).isEqualTo("right");
    }

    private static String difference(Question asked, String guess) {
        return Answers.difference(asked, Answers.guess(asked, guess), Answers.given(asked, "10ms"));
    }

    @Test
    void figureThatIsNoNumberAnswersNoQuestionForOne() {
        assertThat(Answers.ofFigure(CHOICE, true).text()).isEqualTo("true");
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> Answers.ofFigure(amount("s"), "completed"))
                .withMessageContaining("'completed'");
    }
}
