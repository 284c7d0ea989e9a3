package org.coreograph.testkit;

import static org.quicktheories.generators.SourceDSL.integers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.coreograph.model.Interleave;
import org.coreograph.model.PolicyKind;
import org.coreograph.model.RuntimeKind;
import org.coreograph.model.Settings;
import org.coreograph.model.ThreadKind;
import org.coreograph.model.TieRule;
import org.coreograph.testkit.Script.Add;
import org.coreograph.testkit.Script.Choose;
import org.coreograph.testkit.Script.Close;
import org.coreograph.testkit.Script.Compute;
import org.coreograph.testkit.Script.Declared;
import org.coreograph.testkit.Script.Fail;
import org.coreograph.testkit.Script.GiveWay;
import org.coreograph.testkit.Script.Having;
import org.coreograph.testkit.Script.Join;
import org.coreograph.testkit.Script.Listen;
import org.coreograph.testkit.Script.Lock;
import org.coreograph.testkit.Script.Meet;
import org.coreograph.testkit.Script.Receive;
import org.coreograph.testkit.Script.Send;
import org.coreograph.testkit.Script.Sleep;
import org.coreograph.testkit.Script.Start;
import org.coreograph.testkit.Script.Step;
import org.coreograph.testkit.Script.Tell;
import org.coreograph.testkit.Script.Thing;
import org.coreograph.testkit.Script.TryReceive;
import org.coreograph.testkit.Script.TrySend;
import org.coreograph.testkit.Script.Unlock;
import org.coreograph.testkit.Script.WaitForDevice;
import org.coreograph.testkit.Script.Yield;
import org.coreograph.testkit.oracle.Rules;
import org.coreograph.testkit.oracle.Rules.Feedback;
import org.quicktheories.core.Gen;
import org.quicktheories.core.RandomnessSource;

/** Random scripts and settings, which shrink. */
public final class Scripts {
    private Scripts() {}

    /** Jobs with arrivals, several bursts with waits between them, and all that can be declared of them. */
    public static Gen<Script> jobs(int most) {
        return random -> {
            int count = 1 + upTo(random, most - 1);
            List<Step> starts = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                List<Step> body = bursts(random);
                starts.add(new Start(upTo(random, 2) == 2 ? 0 : upTo(random, 15), declared(random, body), body));
            }
            return Script.ofMain(starts);
        };
    }

    private static List<Step> bursts(RandomnessSource random) {
        List<Step> body = new ArrayList<>();
        body.add(new Compute(upTo(random, 9)));
        for (int waits = upTo(random, 3); waits > 0; waits--) {
            body.add(new Sleep(upTo(random, 6)));
            body.add(new Compute(upTo(random, 7)));
        }
        return body;
    }

    /** Draws what is said of a task: mostly the truth, sometimes something else, sometimes nothing. */
    private static Declared declared(RandomnessSource random, List<Step> body) {
        List<Integer> said = trueBursts(body);
        int lie = upTo(random, 7);
        if (lie == 7) {
            said = List.of();
        } else if (lie == 6) {
            said.set(upTo(random, said.size() - 1), upTo(random, 9));
        } else if (lie == 5) {
            said.removeLast();
        }
        int priority = upTo(random, 4);
        return new Declared(
                List.copyOf(said), priority == 4 ? -1 : priority, 1 + upTo(random, 3), upTo(random, 4) == 4 ? 0 : -1);
    }

    private static List<Integer> trueBursts(List<Step> body) {
        List<Integer> bursts = new ArrayList<>();
        int burst = 0;
        for (Step step : body) {
            if (step instanceof Compute(int ticks)) {
                burst += ticks;
            } else if (step instanceof Sleep(int ticks) && ticks > 0) {
                bursts.add(burst);
                burst = 0;
            }
        }
        bursts.add(burst);
        return bursts;
    }

    /** Rules of a policy on up to some cores, with times as short as those of the jobs. */
    public static Gen<Rules> rules(String policy, int cores) {
        return random -> {
            int levels = 1 + upTo(random, 3);
            return Rules.DEFAULTS
                    .withPolicy(policy)
                    .withCores(1 + upTo(random, cores - 1))
                    .withQuantum(1 + upTo(random, 4))
                    .withSwitchCost(Math.max(0, upTo(random, 5) - 2))
                    .withMigrationCost(Math.max(0, upTo(random, 4) - 2))
                    .withPreemptedFirst(upTo(random, 1) == 1)
                    .withDistributed(upTo(random, 3) == 3)
                    .withAging(Math.max(0, upTo(random, 9) - 3))
                    .withFeedback(new Feedback(
                            levels,
                            oneForEach(random, levels, 5),
                            oneForEach(random, levels, 8),
                            upTo(random, 1) == 0 ? 0 : 4 + upTo(random, 16),
                            upTo(random, 2) == 2));
        };
    }

    private static List<Integer> oneForEach(RandomnessSource random, int levels, int limit) {
        if (upTo(random, 1) == 0) {
            return List.of();
        }
        return Stream.generate(() -> 1 + upTo(random, limit - 1)).limit(levels).toList();
    }

    /** Settings of any policy on up to some cores, with quanta and switches as short as the jobs. */
    public static Gen<Settings> settings(int cores) {
        return random -> Settings.DEFAULTS
                .withCores(1 + upTo(random, cores - 1))
                .withPolicy(PolicyKind.values()[upTo(random, PolicyKind.values().length - 1)])
                .withQuantumNanos(1 + upTo(random, 4))
                .withSwitchCostNanos(upTo(random, 3))
                .withTies(upTo(random, 1) == 0 ? TieRule.ARRIVALS_FIRST : TieRule.PREEMPTED_FIRST);
    }

    /** Settings of any policy and runtime, with random interleaving and jitter. */
    public static Gen<Settings> anySchedule(int cores) {
        return random -> {
            Settings settings = settings(cores).generate(random);
            RuntimeKind runtime = RuntimeKind.values()[upTo(random, RuntimeKind.values().length - 1)];
            PolicyKind policy = PolicyKind.values()[upTo(random, PolicyKind.values().length - 1)];
            return settings.withRuntime(runtime)
                    .withPolicy(upTo(random, 1) == 0 ? runtime.policy() : policy)
                    .withInterleave(upTo(random, 3) == 0 ? Interleave.DECLARED : Interleave.RANDOM)
                    .withJitter(upTo(random, 2) == 0 ? 0 : 0.5)
                    .withThreads(upTo(random, 9) == 0 ? ThreadKind.PLATFORM : ThreadKind.VIRTUAL)
                    .withSeed(upTo(random, 1_000));
        };
    }

    /** Programs of all that the oracle models: computing, sleeping, giving way, nested starts,
     * mutexes, failures, a busy main. */
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
            List<Step> body = timedSteps(random, depth + 1);
            return new Start(upTo(random, 3) == 3 ? upTo(random, 12) : 0, declared(random, body), body);
        }
        return switch (kind) {
            case 1, 6 -> new Sleep(upTo(random, 6));
            case 2, 7 -> new Lock(upTo(random, 1));
            case 3, 8 -> new Unlock(upTo(random, 1));
            case 4 -> new Yield();
            case 13 -> new Fail();
            default -> new Compute(upTo(random, 6));
        };
    }

    /**
     * Programs of the whole vocabulary: what {@link #timed} has, and channels, buffered and not, and a main that may
     * wait for the tasks it started. Many of them deadlock.
     */
    public static Gen<Script> whole() {
        return random -> {
            List<Step> main = wholeSteps(random, 0);
            if (upTo(random, 1) == 1) {
                main.add(new Join());
            }
            return new Script(main, 3, List.of(0, 1, 3));
        };
    }

    private static List<Step> wholeSteps(RandomnessSource random, int depth) {
        int count = upTo(random, depth == 0 ? 9 : 6);
        List<Step> steps = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int kind = upTo(random, 15);
            if (depth < 2 && (kind == 5 || (depth == 0 && kind >= 4))) {
                steps.add(new Start(upTo(random, 3) == 3 ? upTo(random, 12) : 0, wholeSteps(random, depth + 1)));
            } else if (kind == 6 || kind == 7) {
                // Properly nested, so that more than a few programs complete.
                int mutex = upTo(random, 2);
                steps.add(new Lock(mutex));
                steps.add(upTo(random, 1) == 0 ? new Compute(upTo(random, 6)) : new Send(upTo(random, 2)));
                steps.add(new Unlock(mutex));
            } else {
                steps.add(wholeStep(random, kind));
            }
        }
        return steps;
    }

    private static Step wholeStep(RandomnessSource random, int kind) {
        return switch (kind) {
            case 1, 2, 8 -> new Send(upTo(random, 2));
            case 3, 4, 9, 10 -> new Receive(upTo(random, 2));
            case 11 -> new Sleep(upTo(random, 6));
            case 12 -> new Lock(upTo(random, 2));
            case 15 -> upTo(random, 3) == 3 ? new Fail() : new Compute(1);
            default -> new Compute(upTo(random, 6));
        };
    }

    /** Programs of all there is: what {@link #whole} has, and every other thing of the vocabulary. */
    public static Gen<Script> everything() {
        return random -> {
            List<Step> main = steps(random, 0);
            if (upTo(random, 1) == 1) {
                main.add(new Join());
            }
            return new Script(main, 3, List.of(0, 1, 3));
        };
    }

    private static List<Step> steps(RandomnessSource random, int depth) {
        int count = upTo(random, depth == 0 ? 9 : 5);
        List<Step> steps = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            boolean starts = depth == 0 ? upTo(random, 2) > 0 : depth < 2 && upTo(random, 11) == 11;
            steps.add(
                    starts
                            ? new Start(upTo(random, 3) == 3 ? upTo(random, 12) : 0, steps(random, depth + 1))
                            : step(random, depth));
        }
        return steps;
    }

    private static Step step(RandomnessSource random, int depth) {
        int channel = upTo(random, 2);
        return switch (upTo(random, 17)) {
            case 1 -> new Send(channel);
            case 2 -> new Receive(channel);
            case 3 -> new TrySend(channel);
            case 4 -> new TryReceive(channel);
            case 5 -> upTo(random, 3) == 3 ? new Close(channel) : new GiveWay();
            case 6, 7 -> choose(random);
            case 8, 9, 10, 11 ->
                depth < 3 ? new Having(thing(random), steps(random, Math.max(2, depth + 1))) : new Add();
            case 12 -> new Add();
            case 13 -> upTo(random, 2) == 2 ? new Meet() : new Tell(true);
            case 14 -> upTo(random, 2) == 2 ? new Listen() : new Tell(false);
            case 15 -> new WaitForDevice(upTo(random, 5));
            case 16 -> upTo(random, 5) == 5 ? new Fail() : new Sleep(upTo(random, 6));
            default -> new Compute(upTo(random, 6));
        };
    }

    private static Thing thing(RandomnessSource random) {
        return Thing.values()[upTo(random, Thing.values().length - 1)];
    }

    private static Step choose(RandomnessSource random) {
        return new Choose(
                channels(random), channels(random), upTo(random, 1) == 0 ? -1 : upTo(random, 6), upTo(random, 4) == 4);
    }

    /** Draws up to two channels, which may be the same. */
    private static List<Integer> channels(RandomnessSource random) {
        return Stream.generate(() -> upTo(random, 2)).limit(upTo(random, 2)).toList();
    }

    /** Draws a number from 0 to a limit, which is included. */
    static int upTo(RandomnessSource random, int limit) {
        return integers().between(0, limit).generate(random);
    }
}
