package org.coreograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coreograph.model.Durations;
import org.coreograph.testkit.Console;
import org.coreograph.testkit.Exercise;
import org.coreograph.testkit.Script.Compute;
import org.coreograph.testkit.Script.Sleep;
import org.coreograph.testkit.Script.Start;
import org.coreograph.testkit.Script.Step;
import org.coreograph.testkit.oracle.Rules;
import org.coreograph.testkit.oracle.Rules.Feedback;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The exercises that the oracle and the engine are held to, asked of {@code run jobs} as a student would. */
class PublishedAnswersTest {
    @ParameterizedTest(name = "{0}: {1} {2}, {3}")
    @CsvFileSource(resources = Exercise.FILE, delimiter = '|', numLinesToSkip = 1)
    void commandLineGivesThePublishedAnswer(String source, String policy, String rules, String jobs, String finishes) {
        Exercise exercise = Exercise.parse(policy, rules, jobs);
        List<String> options = new ArrayList<>(List.of("run", "jobs", "--summary=-"));
        options.addAll(options(exercise.rules()));
        List<Start> starts =
                exercise.script().main().stream().map(Start.class::cast).toList();
        options.add("-Pbursts=" + each(starts, PublishedAnswersTest::parts));
        options.add("-Parrivals=" + each(starts, Start::arrival));
        options.add("-Ppriorities=" + each(starts, start -> start.declared().priority()));
        options.add("-Ptickets=" + each(starts, start -> start.declared().tickets()));
        assertThat(new Console()
                        .call(options.toArray(String[]::new)).json().getAsJsonArray("tasks").asList().stream()
                                .map(PublishedAnswersTest::finishMillis)
                                .collect(Collectors.joining(",")))
                .isEqualTo(finishes);
    }

    private static List<String> options(Rules rules) {
        Feedback feedback = rules.feedback();
        List<String> options = new ArrayList<>(List.of(
                "--policy=" + rules.policy(),
                "--cores=" + rules.cores(),
                "--quantum=" + rules.quantum() + "ms",
                "--switch-cost=" + rules.switchCost() + "ms",
                "--ties=" + (rules.preemptedFirst() ? "preempted-first" : "arrivals-first"),
                "--memory=" + (rules.distributed() ? "distributed" : "shared"),
                "--set=priority.aging=" + rules.aging() + "ms",
                "--set=mlfq.levels=" + feedback.levels(),
                "--set=mlfq.boost=" + feedback.boost() + "ms",
                "--set=mlfq.stay-on-io=" + feedback.stayOnIo()));
        if (!feedback.quanta().isEmpty()) {
            options.add("--set=mlfq.quanta=" + each(feedback.quanta(), quantum -> quantum + "ms"));
        }
        if (!feedback.allotments().isEmpty()) {
            options.add("--set=mlfq.allotments=" + each(feedback.allotments(), allotment -> allotment + "ms"));
        }
        return options;
    }

    private static <T> String each(List<T> things, Function<T, Object> text) {
        return things.stream().map(text).map(String::valueOf).collect(Collectors.joining(","));
    }

    private static String parts(Start start) {
        return start.body().stream().map(PublishedAnswersTest::ticks).collect(Collectors.joining("/"));
    }

    private static String ticks(Step step) {
        return switch (step) {
            case Compute(int ticks) -> Integer.toString(ticks);
            case Sleep(int ticks) -> Integer.toString(ticks);
            default -> throw new IllegalArgumentException("no exercise has " + step);
        };
    }

    private static String finishMillis(JsonElement task) {
        return Long.toString(task.getAsJsonObject().get("finishNanos").getAsLong() / Durations.MILLI);
    }
}
