package org.coreograph.testkit.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The steps (b), (c) and (d) of rule 3, displacement, and rule 4. */
final class Settling {
    /** Cores that share a queue: all of them, or with distributed memory each for itself. */
    private record Pool(List<Processor> cores) {
        long idle() {
            return cores.stream().filter(Processor::idle).count();
        }
    }

    private final World world;
    private final List<Pool> pools;

    Settling(World world) {
        this.world = world;
        pools = world.rules.distributed()
                ? world.cores.stream().map(core -> new Pool(List.of(core))).toList()
                : List.of(new Pool(world.cores));
    }

    void settle() {
        queue();
        pools.forEach(this::serve);
    }

    /** (b) and (c), in the order that the tie rule says. */
    private void queue() {
        List<Job> arrivals = List.copyOf(world.arriving.values());
        world.arriving.clear();
        List<Job> preempted = new ArrayList<>();
        for (Pool pool : pools) {
            List<Processor> spent = pool.cores.stream()
                    .filter(core -> !core.idle() && core.quantumLeft == 0)
                    .toList();
            long waits = Stream.concat(world.waiting.stream(), arrivals.stream())
                    .filter(job -> poolOf(job) == pool)
                    .count();
            if (waits > pool.idle()) {
                spent.forEach(core -> preempted.add(core.job));
            } else {
                spent.forEach(this::beginQuantum);
            }
        }
        if (world.rules.preemptedFirst()) {
            preempted.forEach(this::queuePreempted);
            arrivals.forEach(this::queueArrival);
        } else {
            arrivals.forEach(this::queueArrival);
            preempted.forEach(this::queuePreempted);
        }
    }

    private void beginQuantum(Processor core) {
        core.job.givesWay = false;
        core.quantumLeft = world.policy.quantum(core.job);
    }

    private void queueArrival(Job job) {
        if (!job.arrived) {
            job.arrived = true;
            job.arrival = world.now;
        }
        world.policy.becomesReady(job, active(poolOf(job)));
        world.waiting.addLast(job);
        world.policy.queued(job, world.now);
    }

    private void queuePreempted(Job job) {
        job.home = job.core.index;
        job.givesWay = false;
        job.leaveCore();
        world.waiting.addLast(job);
        world.policy.queued(job, world.now);
    }

    /** Those of a pool that are ready or running. */
    private Collection<Job> active(Pool pool) {
        return Stream.concat(
                        world.waiting.stream().filter(job -> poolOf(job) == pool),
                        pool.cores.stream().filter(core -> !core.idle()).map(core -> core.job))
                .toList();
    }

    private Pool poolOf(Job job) {
        return pools.size() == 1 ? pools.getFirst() : pools.get(job.place);
    }

    /** Displacement, and then (d). */
    private void serve(Pool pool) {
        if (world.policy.displaces()) {
            while (displaceIn(pool)) {}
        }
        for (Processor core : pool.cores) {
            Job job = core.idle() ? world.policy.choose(waitingFor(pool), core) : null;
            if (job != null) {
                world.waiting.remove(job);
                dispatch(core, job);
            }
        }
    }

    /**
     * Takes the core of the running task of the largest number, or of the highest core among equal ones, if a ready task
     * that gets no free core has a smaller one.
     */
    private boolean displaceIn(Pool pool) {
        Processor worst = null;
        for (Processor core : pool.cores) {
            if (!core.idle() && (worst == null || world.policy.rank(core.job) >= world.policy.rank(worst.job))) {
                worst = core;
            }
        }
        // The sort is stable: the order of the queue decides among equal numbers.
        Job next = waitingFor(pool).stream()
                .sorted(Comparator.comparingLong(world.policy::rank))
                .skip(pool.idle())
                .findFirst()
                .orElse(null);
        if (worst == null || next == null || world.policy.rank(next) >= world.policy.rank(worst.job)) {
            return false;
        }
        Job loser = worst.job;
        loser.leaveCore();
        world.policy.displaced(loser, worst.quantumLeft, world.waiting);
        world.policy.queued(loser, world.now);
        return true;
    }

    private List<Job> waitingFor(Pool pool) {
        return world.waiting.stream().filter(job -> poolOf(job) == pool).toList();
    }

    /** Rule 4: what is paid for a switch and what is counted. */
    private void dispatch(Processor core, Job job) {
        boolean switches = core.last != null && core.last != job;
        if (switches) {
            // Another task was here meanwhile, if only for an instant: these are two stretches.
            core.close(world.now);
        }
        core.job = job;
        core.last = job;
        core.switchLeft =
                (switches ? world.rules.switchCost() : 0) + (job.migratesTo(core) ? world.rules.migrationCost() : 0);
        core.quantumLeft = world.policy.quantum(job);
        job.core = core;
        job.switches += switches ? 1 : 0;
        if (core.switchLeft == 0) {
            world.beginSlice(core);
        }
    }
}
