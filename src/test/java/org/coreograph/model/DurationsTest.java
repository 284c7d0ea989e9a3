package org.coreograph.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.0, 0",
        "0ms, 0",
        "1ns, 1",
        "5us, 5000",
        "5µs, 5000",
        "5μs, 5000",
        "2.5ms, 2500000",
        ".5ms, 500000",
        "1s, 1000000000",
        "0.000000001s, 1",
        "86400s, 86400000000000"
    })
    void decimalsWithAUnitAreRead(String text, long nanos) {
        assertThat(Durations.parse("quantum", text, 0)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "10", "ms", "-1ms", "1e3ms", "1,5ms", "1m", "1h", "0x1ms", "1.5ns", "86401s", "NaN", "1ms 2ms",
                "10 ms", " 10ms", "٣ms"
            })
    void anythingElseIsRefusedByName(String text) {
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> Durations.parse("quantum", text, 0))
                .withMessageStartingWith("quantum ")
                .withMessageContaining("'" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "9ns", "86401s"})
    void limitsAreNamedWhereTheyDoNotHold(String text) {
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> Durations.parse("quantum", text, 10))
                .withMessage(
                        "quantum must be a duration from 10ns to 86400s, such as 10ms or 5us, but was '" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10ms", "10 ms", " 10  ms "})
    void peopleMayTypeSpaces(String text) {
        assertThat(Durations.parseHuman("quantum", text, 1)).isEqualTo(10_000_000);
    }

    @ParameterizedTest
    @CsvSource({"24, 24000000", "0, 0", "2.5, 2500000", "0.000001, 1", "' 3 ', 3000000"})
    void millisecondsNeedNoUnit(String text, long nanos) {
        assertThat(Durations.parseMillis("a length", text)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "3ms", "0.0000001", "86400001", "x"})
    void whatIsNoNumberOfMillisecondsIsRefused(String text) {
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> Durations.parseMillis("a length", text))
                .withMessageStartingWith("a length ")
                .withMessageContaining("'" + text + "'");
    }

    @Test
    void whatIsWrittenExactlyIsReadBack() {
        qt().forAll(longs().between(0, Durations.MAX_NANOS))
                .check(nanos -> Durations.parse("time", Durations.exact(nanos), 0) == nanos);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1ns", "5000, 5us", "2500000, 2.5ms", "1000000000, 1s", "1500, 1500ns", "60000000000, 60s"})
    void exactTextIsShort(long nanos, String text) {
        assertThat(Durations.exact(nanos)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "999, 999 ns", "5000, 5 µs", "10000000, 10 ms", "2005000000, 2.005 s", "17133333, 17.13 ms"})
    void textForPeopleHasFourDigitsAtMost(long nanos, String text) {
        assertThat(Durations.human(nanos)).isEqualTo(text);
    }
}
