package org.coreograph.scheduler;

import java.util.List;
import java.util.random.RandomGenerator;
import org.coreograph.model.MemoryKind;
import org.coreograph.model.PolicyKind;
import org.coreograph.model.SettingName;
import org.coreograph.model.Settings;
import org.coreograph.model.TaskSpec;

/**
 * Distributed memory: each core has a queue of its own, under the same policy, and a task stays where it was placed;
 * tasks that weren't are placed in turn, by id. A core's policy knows its own tasks only, by numbers of their own, so
 * that nothing grows with cores times tasks.
 */
final class PerCore implements Policy {
    /** One core: its policy, and the ids of its tasks by their numbers there. */
    private static final class Place {
        final Policy policy;
        final TaskColumn ids = new TaskColumn();
        int tasks;

        Place(Policy policy) {
            this.policy = policy;
        }

        int id(int number) {
            return (int) ids.get(number);
        }
    }

    private final Place[] places;

    /** The weights of tasks 1, 2 and so on where the policy goes by them; the cores' policies don't know the ids. */
    private final List<Long> weights;

    private final TaskColumn homes = new TaskColumn();
    private final TaskColumn numbers = new TaskColumn();
    private int size;

    PerCore(Settings settings, RandomGenerator random) {
        weights = settings.policy() == PolicyKind.FAIR ? settings.numbers(SettingName.FAIR_WEIGHTS) : List.of();
        Settings own = settings.withMemory(MemoryKind.SHARED)
                .withCores(1)
                .with(SettingName.FAIR_WEIGHTS, SettingName.FAIR_WEIGHTS.defaultText());
        places = new Place[settings.cores()];
        for (int core = 0; core < places.length; core++) {
            places[core] = new Place(Policy.of(own, random));
        }
    }

    @Override
    public int home(int task) {
        return (int) homes.get(task);
    }

    private Policy of(int task) {
        return places[home(task)].policy;
    }

    /** Returns a task's number at its core. */
    private int number(int task) {
        return (int) numbers.get(task);
    }

    @Override
    public void declare(int task, TaskSpec spec) {
        int turn = Math.max(0, task - 1);
        int core = (spec.core() >= 0 ? spec.core() : turn) % places.length;
        Place place = places[core];
        homes.set(task, core);
        numbers.set(task, place.tasks);
        place.ids.set(place.tasks, task);
        boolean weighs = task > 0 && task <= weights.size();
        place.policy.declare(
                place.tasks, weighs ? spec.withTickets(weights.get(task - 1).intValue()) : spec);
        place.tasks++;
    }

    @Override
    public void add(int task, Ready why, int core, long nowNanos) {
        of(task).add(number(task), why, core == NO_CORE ? NO_CORE : 0, nowNanos);
        size++;
    }

    @Override
    public int take(int core, long nowNanos) {
        int task = places[core].id(places[core].policy.take(0, nowNanos));
        size--;
        return task;
    }

    @Override
    public int takeAny(int core, int place) {
        int task = places[core].id(places[core].policy.takeAny(0, place));
        size--;
        return task;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int size(int core) {
        return places[core].policy.size();
    }

    @Override
    public long quantumNanos(int task) {
        return of(task).quantumNanos(number(task));
    }

    @Override
    public boolean watchesQuanta() {
        return places[0].policy.watchesQuanta();
    }

    @Override
    public boolean countsRunTime() {
        return places[0].policy.countsRunTime();
    }

    @Override
    public void ran(int task, long nanos) {
        of(task).ran(number(task), nanos);
    }

    @Override
    public void quantumOver(int task) {
        of(task).quantumOver(number(task));
    }

    @Override
    public void blocked(int task) {
        of(task).blocked(number(task));
    }

    @Override
    public void ended(int task) {
        of(task).ended(number(task));
    }

    @Override
    public boolean displaces() {
        return places[0].policy.displaces();
    }

    @Override
    public long rank(int task) {
        return of(task).rank(number(task));
    }

    @Override
    public long bestRank(int core) {
        return places[core].policy.bestRank(0);
    }

    @Override
    public long nextTickNanos() {
        long next = NEVER;
        for (Place place : places) {
            next = Math.min(next, place.policy.nextTickNanos());
        }
        return next;
    }

    @Override
    public void tick(long nowNanos) {
        for (Place place : places) {
            place.policy.tick(nowNanos);
        }
    }
}
