package org.coreograph.scheduler;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.coreograph.model.MemoryKind;
import org.coreograph.model.Settings;
import org.coreograph.model.TaskSpec;

/**
 * Distributed memory: each core has a queue of its own, under the same policy, and a task stays where it was placed;
 * tasks that weren't are placed in turn, by id.
 */
final class PerCore implements Policy {
    private final Policy[] policies;
    private final List<Integer> homes = new ArrayList<>();
    private int size;

    PerCore(Settings settings, RandomGenerator random) {
        policies = new Policy[settings.cores()];
        for (int core = 0; core < policies.length; core++) {
            policies[core] = Policy.of(settings.withMemory(MemoryKind.SHARED).withCores(1), random);
        }
    }

    @Override
    public int home(int task) {
        return homes.get(task);
    }

    private Policy of(int task) {
        return policies[home(task)];
    }

    @Override
    public void declare(int task, TaskSpec spec) {
        int turn = Math.max(0, task - 1);
        homes.add((spec.core() >= 0 ? spec.core() : turn) % policies.length);
        for (Policy policy : policies) {
            // Every policy knows every task: their ids have no gaps.
            policy.declare(task, spec);
        }
    }

    @Override
    public void add(int task, Ready why, int core, long nowNanos) {
        of(task).add(task, why, core == NO_CORE ? NO_CORE : 0, nowNanos);
        size++;
    }

    @Override
    public int take(int core, long nowNanos) {
        int task = policies[core].take(0, nowNanos);
        size--;
        return task;
    }

    @Override
    public int takeAny(int core, int place) {
        int task = policies[core].takeAny(0, place);
        size--;
        return task;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int size(int core) {
        return policies[core].size();
    }

    @Override
    public long quantumNanos(int task) {
        return of(task).quantumNanos(task);
    }

    @Override
    public boolean watchesQuanta() {
        return policies[0].watchesQuanta();
    }

    @Override
    public boolean countsRunTime() {
        return policies[0].countsRunTime();
    }

    @Override
    public void ran(int task, long nanos) {
        of(task).ran(task, nanos);
    }

    @Override
    public void quantumOver(int task) {
        of(task).quantumOver(task);
    }

    @Override
    public void blocked(int task) {
        of(task).blocked(task);
    }

    @Override
    public boolean displaces() {
        return policies[0].displaces();
    }

    @Override
    public long rank(int task) {
        return of(task).rank(task);
    }

    @Override
    public long bestRank(int core) {
        return policies[core].bestRank(0);
    }

    @Override
    public long nextTickNanos() {
        long next = NEVER;
        for (Policy policy : policies) {
            next = Math.min(next, policy.nextTickNanos());
        }
        return next;
    }

    @Override
    public void tick(long nowNanos) {
        for (Policy policy : policies) {
            policy.tick(nowNanos);
        }
    }
}
