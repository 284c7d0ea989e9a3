package org.coreograph.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.coreograph.model.Settings;
import org.coreograph.model.TaskSpec;

/**
 * Plays a random history on a policy, with the calls that an engine makes, and checks at each step what holds for every
 * policy. The same seed plays the same history, as long as the policy makes the same choices.
 */
final class History {
    private final Policy policy;
    private final Settings settings;
    private final RandomGenerator random;

    private final TreeSet<Integer> ready = new TreeSet<>();
    private final Map<Integer, Integer> coreOf = new TreeMap<>();
    private final TreeSet<Integer> blocked = new TreeSet<>();
    private final List<Integer> taken = new ArrayList<>();
    private int tasks;
    private long nowNanos;

    History(Settings settings, long seed) {
        this.settings = settings;
        policy = Policy.of(settings, new SeededDraws(settings.seed(), "policy"));
        random = new SeededDraws(seed, "history");
    }

    /** Returns a policy's history of some steps. */
    static History of(Settings settings, long seed, int steps) {
        History history = new History(settings, seed);
        for (int i = 0; i < steps; i++) {
            history.step();
        }
        return history;
    }

    Policy policy() {
        return policy;
    }

    /** Returns the tasks that are ready, by what the policy was told. */
    TreeSet<Integer> ready() {
        return ready;
    }

    /** Returns the tasks that were taken, in that order. */
    List<Integer> taken() {
        return taken;
    }

    void step() {
        passTime(random.nextInt(4));
        switch (random.nextInt(8)) {
            case 0, 1 -> start();
            case 2, 3, 4 -> takeFor(random.nextInt(settings.cores()));
            case 5 -> giveUp();
            case 6 -> block();
            default -> wake();
        }
        assertThat(policy.size()).isEqualTo(ready.size());
    }

    private void passTime(long nanos) {
        long until = nowNanos + nanos;
        while (policy.nextTickNanos() <= until) {
            long tickNanos = policy.nextTickNanos();
            run(tickNanos - nowNanos);
            nowNanos = tickNanos;
            policy.tick(nowNanos);
            assertThat(policy.nextTickNanos()).as("the tick after that").isGreaterThan(nowNanos);
        }
        run(until - nowNanos);
        nowNanos = until;
    }

    private void run(long nanos) {
        if (nanos > 0 && policy.countsRunTime()) {
            coreOf.keySet().forEach(task -> policy.ran(task, nanos));
        }
    }

    private void start() {
        TaskSpec spec = TaskSpec.named("task " + tasks)
                .withBursts(random.longs(random.nextInt(3), 0, 20).boxed().toList())
                .withPriority(random.nextInt(-1, 4))
                .withTickets(1 + random.nextInt(5))
                .onCore(random.nextInt(4) == 0 ? random.nextInt(settings.cores()) : -1);
        policy.declare(tasks, spec);
        add(tasks, Ready.ARRIVED, from());
        tasks++;
    }

    private int from() {
        return random.nextInt(3) == 0 ? Policy.NO_CORE : random.nextInt(settings.cores());
    }

    private void add(int task, Ready why, int core) {
        policy.add(task, why, core, nowNanos);
        ready.add(task);
    }

    /** Takes the next task for a core, or any. */
    private void takeFor(int core) {
        int size = policy.size(core);
        if (size == 0) {
            return;
        }
        if (random.nextInt(5) == 0) {
            took(policy.takeAny(core, random.nextInt(size)), core);
            return;
        }
        long bestRank = policy.bestRank(core);
        int task = policy.take(core, nowNanos);
        if (policy.displaces()) {
            assertThat(policy.rank(task)).as("rank of the task that was taken").isEqualTo(bestRank);
        }
        took(task, core);
    }

    private void took(int task, int core) {
        assertThat(ready.remove(task)).as("%d was ready", task).isTrue();
        if (policy.home(task) != Policy.NO_CORE) {
            assertThat(policy.home(task)).isEqualTo(core);
        }
        long quantumNanos = policy.quantumNanos(task);
        assertThat(quantumNanos).isPositive();
        assertThat(quantumNanos != Policy.UNLIMITED).isEqualTo(settings.policy().usesQuantum());
        coreOf.put(task, core);
        taken.add(task);
    }

    private int anyRunning() {
        return List.copyOf(coreOf.keySet()).get(random.nextInt(coreOf.size()));
    }

    private void giveUp() {
        if (coreOf.isEmpty()) {
            return;
        }
        int task = anyRunning();
        Ready why = List.of(Ready.QUANTUM_OVER, Ready.DISPLACED, Ready.YIELDED).get(random.nextInt(3));
        if (why == Ready.QUANTUM_OVER) {
            policy.quantumOver(task);
        }
        add(task, why, coreOf.remove(task));
    }

    private void block() {
        if (coreOf.isEmpty()) {
            return;
        }
        int task = anyRunning();
        coreOf.remove(task);
        if (random.nextInt(3) == 0) {
            policy.ended(task);
        } else {
            policy.blocked(task);
            blocked.add(task);
        }
    }

    private void wake() {
        if (!blocked.isEmpty()) {
            add(blocked.pollFirst(), Ready.WOKEN, from());
        }
    }

    /** Takes all that are ready. */
    void drain() {
        for (int core = 0; core < settings.cores(); core++) {
            while (policy.size(core) > 0) {
                took(policy.take(core, nowNanos), core);
            }
        }
    }
}
