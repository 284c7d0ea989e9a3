package org.coreograph.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.Outcome;
import org.coreograph.model.PolicyKind;
import org.coreograph.testkit.EngineRules;
import org.coreograph.testkit.Examples;
import org.coreograph.testkit.Invariants;
import org.coreograph.testkit.Runs;
import org.coreograph.testkit.ScriptProgram;
import org.coreograph.testkit.Scripts;
import org.coreograph.trace.Lane;
import org.coreograph.trace.SpanKind;
import org.coreograph.trace.Trace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every policy keeps to, also one whose draws no oracle can tell: no core is idle while a task waits for one. */
class WorkConservationTest {
    private record Change(long atNanos, int waiting, int idle) {}

    @ParameterizedTest
    @EnumSource
    void noCoreIsIdleWhileATaskWaits(PolicyKind policy) {
        Examples.of(500)
                .forAll(Scripts.jobs(8), Scripts.rules(policy.id(), 4).map(rules -> rules.withDistributed(false)))
                .checkAssert((jobs, rules) -> {
                    RunReport report = Runs.run(new ScriptProgram(jobs, 1), EngineRules.settings(rules, 1));
                    Invariants.hold(report);
                    assertThat(report.end().outcome()).isEqualTo(Outcome.COMPLETED);
                    assertNoIdleCoreWhileATaskWaits(report.trace());
                });
    }

    private static void assertNoIdleCoreWhileATaskWaits(Trace trace) {
        List<Change> changes = new ArrayList<>();
        for (int task = 0; task < trace.tasks().size(); task++) {
            Lane lane = trace.taskLane(task);
            for (int i = 0; i < lane.size(); i++) {
                if (lane.kind(i) == SpanKind.READY) {
                    changes.add(new Change(lane.startNanos(i), 1, 0));
                    changes.add(new Change(lane.endNanos(i), -1, 0));
                }
            }
        }
        for (int core = 0; core < trace.cores(); core++) {
            Lane lane = trace.coreLane(core);
            for (int i = 0; i < lane.size(); i++) {
                // A core that switches has a task that is counted among the ready ones until it runs.
                int switching = lane.kind(i) == SpanKind.SWITCHING ? 1 : 0;
                changes.add(new Change(lane.startNanos(i), -switching, -1));
                changes.add(new Change(lane.endNanos(i), switching, 1));
            }
        }
        changes.sort((one, other) -> Long.compare(one.atNanos, other.atNanos));
        int waiting = 0;
        int idle = trace.cores();
        for (int i = 0; i < changes.size(); i++) {
            waiting += changes.get(i).waiting;
            idle += changes.get(i).idle;
            boolean timePasses = i + 1 < changes.size() && changes.get(i + 1).atNanos > changes.get(i).atNanos;
            if (timePasses) {
                assertThat(Math.min(waiting, idle))
                        .as("%d wait and %d cores are idle from %d", waiting, idle, changes.get(i).atNanos)
                        .isZero();
            }
        }
    }
}
