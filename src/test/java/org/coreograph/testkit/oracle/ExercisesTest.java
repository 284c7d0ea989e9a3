package org.coreograph.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.coreograph.testkit.Exercise;
import org.coreograph.testkit.oracle.Prediction.Figures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The oracle against what textbooks publish: it can only judge the engine if it is right itself. */
class ExercisesTest {
    @ParameterizedTest(name = "{0}: {1} {2}, {3}")
    @CsvFileSource(resources = Exercise.FILE, delimiter = '|', numLinesToSkip = 1)
    void oracleGivesThePublishedAnswer(
            String source, String policy, String rules, String jobs, String finishes, String slices) {
        Exercise exercise = Exercise.parse(policy, rules, jobs);
        Prediction prediction = Oracle.predict(exercise.script(), exercise.rules());
        assertThat(prediction.outcome()).isEqualTo("completed");
        assertThat(prediction.tasks().stream()
                        .map(Figures::finish)
                        .map(String::valueOf)
                        .collect(Collectors.joining(",")))
                .isEqualTo(finishes);
        if (!slices.equals(Exercise.NOT_GIVEN)) {
            assertThat(IntStream.range(0, prediction.cores().size())
                            .mapToObj(prediction::slices)
                            .collect(Collectors.joining("; ")))
                    .isEqualTo(slices);
        }
    }
}
