package org.coreograph.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.coreograph.model.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
    private static final GalleryProgram LOOPS = new TwoLoops();
    private static final GalleryProgram JOBS = new Jobs();

    @Test
    void whatIsNotGivenHasItsDefault() {
        Arguments arguments = new Arguments(JOBS, Map.of());

        assertThat(arguments.nanosList("lengths")).containsExactly(24_000_000L, 3_000_000L, 3_000_000L);
        assertThat(arguments.given("lengths")).isFalse();
    }

    @Test
    void theDefaultCanBeGivenToo() {
        Arguments arguments = new Arguments(JOBS, Map.of("arrivals", "0,0,0"));

        assertThat(arguments.given("arrivals")).isTrue();
    }

    @Test
    void listsHoldDecimalsInMilliseconds() {
        Arguments arguments = new Arguments(JOBS, Map.of("lengths", "0.5, 2,.25"));

        assertThat(arguments.nanosList("lengths")).containsExactly(500_000L, 2_000_000L, 250_000L);
    }

    @Test
    void unknownNamesAreRefusedWithThoseThatExist() {
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> new Arguments(JOBS, Map.of("length", "1")))
                .withMessage("unknown parameter 'length' of jobs: choose one of lengths, bursts, arrivals, priorities,"
                        + " tickets");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000000000001", "99999999999999999999", "1.5", "1e9", "+5", "٣", "many", ""})
    void numbersOutOfRangeAreRefusedWithTheRange(String text) {
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> new Arguments(LOOPS, Map.of("count", text)))
                .withMessage("count must be a whole number from 1 to 1000000000000, but was '" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"24,,3", "24,3,", "-1", "1ms", "1;2", "", "86400001", "NaN", "1e3"})
    void listsWithAWrongValueAreRefused(String text) {
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> new Arguments(JOBS, Map.of("lengths", text)))
                .withMessageStartingWith("each of lengths must be ");
    }

    @Test
    void listsAreLimited() {
        String tooMany = "1" + ",1".repeat(10_000);

        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> new Arguments(JOBS, Map.of("lengths", tooMany)))
                .withMessage("lengths must have at most 10000 values, but had 10001");
    }
}
