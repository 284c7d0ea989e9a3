package org.coreograph.testkit;

import static org.quicktheories.generators.SourceDSL.integers;

import java.util.ArrayList;
import java.util.List;
import org.coreograph.model.PolicyKind;
import org.coreograph.model.Settings;
import org.coreograph.model.TieRule;
import org.coreograph.testkit.Script.Compute;
import org.coreograph.testkit.Script.Fail;
import org.coreograph.testkit.Script.Lock;
import org.coreograph.testkit.Script.Sleep;
import org.coreograph.testkit.Script.Start;
import org.coreograph.testkit.Script.Step;
import org.coreograph.testkit.Script.Unlock;
import org.quicktheories.core.Gen;
import org.quicktheories.core.RandomnessSource;

/** Random scripts and settings, which shrink. */
public final class Scripts {
    private Scripts() {}

    /** A job that arrives early and computes once, for a short time. */
    public static Gen<Step> job() {
        return random -> new Start(upTo(random, 12), List.of(new Compute(upTo(random, 9))));
    }

    /** Settings of up to some cores, with quanta and switches as short as the jobs. */
    public static Gen<Settings> settings(int cores) {
        return random -> Settings.DEFAULTS
                .withCores(1 + upTo(random, cores - 1))
                .withPolicy(upTo(random, 3) == 3 ? PolicyKind.FCFS : PolicyKind.ROUND_ROBIN)
                .withQuantumNanos(1 + upTo(random, 4))
                .withSwitchCostNanos(upTo(random, 3))
                .withTies(upTo(random, 1) == 0 ? TieRule.ARRIVALS_FIRST : TieRule.PREEMPTED_FIRST);
    }

    /** Programs of all that {@link Oracle} models: computing, sleeping, nested starts, mutexes, failures, a busy main. */
    public static Gen<Script> timed() {
        return random -> Script.ofMain(timedSteps(random, 0));
    }

    private static List<Step> timedSteps(RandomnessSource random, int depth) {
        int count = upTo(random, depth == 0 ? 7 : 5);
        List<Step> steps = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            steps.add(timedStep(random, depth));
        }
        return steps;
    }

    private static Step timedStep(RandomnessSource random, int depth) {
        int kind = upTo(random, depth == 0 ? 10 : 13);
        if (depth < 2 && (kind == 5 || (depth == 0 && kind >= 4))) {
            return new Start(upTo(random, 3) == 3 ? upTo(random, 12) : 0, timedSteps(random, depth + 1));
        }
        return switch (kind) {
            case 1, 6 -> new Sleep(upTo(random, 6));
            case 2, 7 -> new Lock(upTo(random, 1));
            case 3, 8 -> new Unlock(upTo(random, 1));
            case 13 -> new Fail();
            default -> new Compute(upTo(random, 6));
        };
    }

    /** Draws a number from 0 to a limit, which is included. */
    static int upTo(RandomnessSource random, int limit) {
        return integers().between(0, limit).generate(random);
    }
}
