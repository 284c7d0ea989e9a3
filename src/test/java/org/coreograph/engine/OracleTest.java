package org.coreograph.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.coreograph.testkit.EngineRules;
import org.coreograph.testkit.Examples;
import org.coreograph.testkit.Runs;
import org.coreograph.testkit.Script;
import org.coreograph.testkit.ScriptProgram;
import org.coreograph.testkit.Scripts;
import org.coreograph.testkit.TraceText;
import org.coreograph.testkit.oracle.Oracle;
import org.coreograph.testkit.oracle.Rules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The simulated clock against an oracle that shares no code with it: slices, switches and figures of every task. Numbers
 * are small, so that ties are frequent.
 */
class OracleTest {
    private static void assertSameAsOracle(Script script, Rules rules) {
        String engine = TraceText.of(Runs.run(new ScriptProgram(script, 1), EngineRules.settings(rules, 1)));
        assertThat(engine)
                .as("%s%n%s", script, rules)
                .isEqualTo(Oracle.predict(script, rules).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fcfs", "round-robin", "sjf", "stcf", "priority", "mlfq", "fair", "work-stealing"})
    void jobsWithArrivalsAndWaitsRunAsTheOracleSays(String policy) {
        Examples.of(3_000)
                .forAll(Scripts.jobs(8), Scripts.rules(policy, 6))
                .checkAssert(OracleTest::assertSameAsOracle);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fcfs", "round-robin", "sjf", "stcf", "priority", "mlfq", "fair", "work-stealing"})
    void tasksOfManyStepsRunAsTheOracleSays(String policy) {
        Examples.of(3_000)
                .forAll(Scripts.timed(), Scripts.rules(policy, 4))
                .checkAssert(OracleTest::assertSameAsOracle);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fcfs", "round-robin", "sjf", "stcf", "priority", "mlfq", "fair", "work-stealing"})
    void manyJobsOnMoreCoresThanAWordHasBitsRunAsTheOracleSays(String policy) {
        Examples.of(20)
                .forAll(Scripts.jobs(200), Scripts.rules(policy, 140))
                .checkAssert(OracleTest::assertSameAsOracle);
    }
}
