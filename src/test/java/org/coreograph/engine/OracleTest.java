package org.coreograph.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.List;
import org.coreograph.model.PolicyKind;
import org.coreograph.model.Settings;
import org.coreograph.model.TieRule;
import org.coreograph.testkit.Oracle;
import org.coreograph.testkit.Runs;
import org.coreograph.testkit.Script;
import org.coreograph.testkit.ScriptProgram;
import org.coreograph.testkit.Scripts;
import org.coreograph.testkit.TraceText;
import org.junit.jupiter.api.Test;

/** The simulated clock against an oracle that shares no code with it. Numbers are small, so that ties are frequent. */
class OracleTest {
    private static final long SEED = 20_260_101;

    private static void assertSameAsOracle(Script script, Settings settings) {
        String engine = TraceText.of(Runs.run(new ScriptProgram(script, 1), settings));
        assertThat(engine).as("%s%n%s", script, settings).isEqualTo(new Oracle(script, settings).run());
    }

    @Test
    void jobsWithArrivalsRunAsTheOracleSays() {
        qt().withFixedSeed(SEED)
                .withExamples(8_000)
                .forAll(lists().of(Scripts.job()).ofSizeBetween(1, 9), Scripts.settings(8))
                .checkAssert((jobs, settings) -> assertSameAsOracle(Script.ofMain(List.copyOf(jobs)), settings));
    }

    @Test
    void tasksOfManyStepsRunAsTheOracleSays() {
        qt().withFixedSeed(SEED)
                .withExamples(8_000)
                .forAll(Scripts.timed(), Scripts.settings(4))
                .checkAssert(OracleTest::assertSameAsOracle);
    }

    @Test
    void manyJobsOnMoreCoresThanAWordHasBitsRunAsTheOracleSays() {
        qt().withFixedSeed(SEED)
                .withExamples(30)
                .forAll(
                        lists().of(Scripts.job()).ofSizeBetween(60, 200),
                        integers().between(60, 140),
                        integers().between(0, 2))
                .checkAssert((jobs, cores, cost) -> assertSameAsOracle(
                        Script.ofMain(List.copyOf(jobs)),
                        Settings.DEFAULTS
                                .withCores(cores)
                                .withPolicy(PolicyKind.ROUND_ROBIN)
                                .withTies(TieRule.ARRIVALS_FIRST)
                                .withQuantumNanos(3)
                                .withSwitchCostNanos(cost)));
    }
}
