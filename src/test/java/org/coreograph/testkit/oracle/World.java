package org.coreograph.testkit.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A run's state at one instant: plain fields, shared by the classes that each know some of the rules. */
final class World {
    final Rules rules;
    final Policy policy;
    final List<Processor> cores;
    final List<Job> jobs = new ArrayList<>();

    /** The ready tasks, in the order in which they were queued. */
    final List<Job> waiting = new ArrayList<>();

    /** Those that arrive or wake now and aren't queued yet, by id. */
    final TreeMap<Integer, Job> arriving = new TreeMap<>();

    boolean mainHasCode = true;
    boolean failed;
    long now;

    World(Rules rules) {
        this.rules = rules;
        policy = Policy.of(rules);
        cores = IntStream.range(0, rules.cores()).mapToObj(Processor::new).toList();
    }

    /** Wakes a task, by another or, where that is null, by a timer. */
    void wake(Job job, Job waker) {
        job.blocked = false;
        if (waker != null && waker.core != null) {
            job.home = waker.core.index;
        } else {
            job.home = job.lastCore == null ? 0 : job.lastCore.index;
        }
        if (job.id == 0) {
            mainHasCode = true;
        } else {
            arriving.put(job.id, job);
        }
    }

    void beginSlice(Processor core) {
        Job job = core.job;
        job.slices++;
        job.migrations += job.migratesTo(core) ? 1 : 0;
        job.lastCore = core;
        if (job.first < 0) {
            job.first = now;
        }
    }
}
