package org.coreograph.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.Durations;
import org.coreograph.testkit.EngineRules;
import org.coreograph.testkit.Exercise;
import org.coreograph.testkit.Runs;
import org.coreograph.testkit.ScriptProgram;
import org.coreograph.testkit.Slices;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Answers printed in textbooks, and others worked by hand; the oracle is held to the same ones. */
class TextbookTest {
    @ParameterizedTest(name = "{0}: {1} {2}, {3}")
    @CsvFileSource(resources = Exercise.FILE, delimiter = '|', numLinesToSkip = 1)
    void jobsFinishWhenTheBookSays(
            String source, String policy, String rules, String jobs, String finishes, String slices) {
        Exercise exercise = Exercise.parse(policy, rules, jobs);
        RunReport report = Runs.run(
                new ScriptProgram(exercise.script(), Durations.MILLI),
                EngineRules.settings(exercise.rules(), Durations.MILLI));
        assertThat(report.statistics().tasks().stream()
                        .map(task -> Long.toString(task.finishNanos() / Durations.MILLI))
                        .collect(Collectors.joining(",")))
                .isEqualTo(finishes);
        if (!slices.equals(Exercise.NOT_GIVEN)) {
            assertThat(IntStream.range(0, exercise.rules().cores())
                            .mapToObj(core -> Slices.ofCore(report.trace(), core))
                            .collect(Collectors.joining("; ")))
                    .isEqualTo(slices);
        }
    }
}
