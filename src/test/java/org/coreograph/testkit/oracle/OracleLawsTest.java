package org.coreograph.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.coreograph.testkit.Examples;
import org.coreograph.testkit.Script;
import org.coreograph.testkit.Script.Compute;
import org.coreograph.testkit.Script.Declared;
import org.coreograph.testkit.Script.Start;
import org.coreograph.testkit.Script.Step;
import org.coreograph.testkit.Scripts;
import org.coreograph.testkit.oracle.Prediction.Figures;
import org.coreograph.testkit.oracle.Prediction.Span;
import org.coreograph.testkit.oracle.Rules.Feedback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold between the oracle's policies whatever the program: where one is a special case of another, or best. */
class OracleLawsTest {
    private static final long ENDLESS = 1_000_000;

    /** Checks that two policies give the same on the same programs and rules, up to some cores. */
    private static void same(
            int cores, UnaryOperator<Rules> one, UnaryOperator<Rules> other, UnaryOperator<Script> with) {
        Examples.of(400)
                .forAll(Scripts.jobs(6), Scripts.rules("fcfs", cores))
                .checkAssert((jobs, rules) -> assertThat(Oracle.predict(with.apply(jobs), one.apply(rules))
                                .text())
                        .isEqualTo(Oracle.predict(with.apply(jobs), other.apply(rules))
                                .text()));
    }

    @Test
    void endlessQuantumIsFirstComeFirstServed() {
        same(
                4,
                rules -> rules.withPolicy("fcfs"),
                rules -> rules.withPolicy("round-robin").withQuantum(ENDLESS),
                jobs -> jobs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sjf", "stcf"})
    void lengthsThatNobodyDeclaredAreFirstComeFirstServed(String policy) {
        same(4, rules -> rules.withPolicy("fcfs"), rules -> rules.withPolicy(policy), OracleLawsTest::undeclared);
    }

    @Test
    void equalPrioritiesAreRoundRobin() {
        same(
                4,
                rules -> rules.withPolicy("round-robin"),
                rules -> rules.withPolicy("priority"),
                OracleLawsTest::undeclared);
    }

    @Test
    void oneLevelIsRoundRobinIfBlockingRenewsTheAllotment() {
        same(
                4,
                rules -> rules.withPolicy("round-robin"),
                rules -> rules.withPolicy("mlfq").withFeedback(new Feedback(1, List.of(), List.of(), 0, true)),
                jobs -> jobs);
    }

    @Test
    void stealingOnOneCoreIsRoundRobin() {
        same(1, rules -> rules.withPolicy("round-robin"), rules -> rules.withPolicy("work-stealing"), jobs -> jobs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fcfs", "round-robin", "sjf", "stcf", "priority", "mlfq", "fair", "work-stealing"})
    void memoryDoesNotMatterOnOneCore(String policy) {
        same(
                1,
                rules -> rules.withPolicy(policy).withDistributed(false),
                rules -> rules.withPolicy(policy).withDistributed(true),
                jobs -> jobs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fcfs", "round-robin", "sjf", "priority", "mlfq", "fair", "work-stealing"})
    void noPolicyFinishesJobsSoonerOnAverageThanTheShortestRemainingFirst(String policy) {
        Examples.of(300).forAll(Scripts.jobs(6), Scripts.rules(policy, 1)).checkAssert((jobs, rules) -> {
            Script single = singleBursts(jobs);
            Rules free = rules.withSwitchCost(0);
            assertThat(finishes(Oracle.predict(single, free.withPolicy("stcf"))))
                    .isLessThanOrEqualTo(finishes(Oracle.predict(single, free)));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"fcfs", "round-robin", "sjf", "stcf", "priority", "mlfq", "fair", "work-stealing"})
    void timesAddUp(String policy) {
        Examples.of(400).forAll(Scripts.jobs(7), Scripts.rules(policy, 4)).checkAssert((jobs, rules) -> {
            Prediction prediction = Oracle.predict(jobs, rules);
            Map<Integer, List<Span>> slices = prediction.cores().stream()
                    .flatMap(List::stream)
                    .filter(span -> !span.switching())
                    .sorted((one, other) -> Long.compare(one.start(), other.start()))
                    .collect(Collectors.groupingBy(Span::task));
            for (Figures task : prediction.tasks()) {
                List<Span> own = slices.getOrDefault(task.id(), List.of());
                assertThat(own.stream()
                                .mapToLong(span -> span.end() - span.start())
                                .sum())
                        .isEqualTo(task.run())
                        .isEqualTo(computes(jobs, task.id()));
                for (int i = 1; i < own.size(); i++) {
                    assertThat(own.get(i).start())
                            .isGreaterThanOrEqualTo(own.get(i - 1).end());
                }
                assertThat(task.arrival() + task.ready() + task.run() + task.blocked())
                        .isEqualTo(task.finish());
            }
            prediction.cores().forEach(OracleLawsTest::isRow);
        });
    }

    private static void isRow(List<Span> core) {
        for (int i = 1; i < core.size(); i++) {
            assertThat(core.get(i).start())
                    .isGreaterThanOrEqualTo(core.get(i - 1).end());
        }
    }

    private static long finishes(Prediction prediction) {
        return prediction.tasks().stream().mapToLong(Figures::finish).sum();
    }

    private static long computes(Script jobs, int id) {
        Start start = (Start) jobs.main().get(id - 1);
        return start.body().stream()
                .mapToLong(step -> step instanceof Compute(int ticks) ? ticks : 0)
                .sum();
    }

    private static Script undeclared(Script jobs) {
        return mapped(jobs, start -> new Start(start.arrival(), start.body()));
    }

    private static Script singleBursts(Script jobs) {
        return mapped(jobs, start -> {
            int length = Math.toIntExact(start.body().stream()
                    .mapToLong(step -> step instanceof Compute(int ticks) ? ticks : 0)
                    .sum());
            return new Start(
                    start.arrival(),
                    new Declared(
                            List.of(length),
                            start.declared().priority(),
                            start.declared().tickets(),
                            -1),
                    List.of(new Compute(length)));
        });
    }

    private static Script mapped(Script jobs, UnaryOperator<Start> change) {
        List<Step> starts = new ArrayList<>();
        jobs.main().forEach(step -> starts.add(change.apply((Start) step)));
        return Script.ofMain(starts);
    }
}
