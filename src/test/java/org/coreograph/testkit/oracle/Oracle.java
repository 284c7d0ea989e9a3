package org.coreograph.testkit.oracle;

import org.coreograph.testkit.Script;
import org.coreograph.testkit.Script.Declared;
import org.coreograph.testkit.oracle.Prediction.Figures;

/**
 * What a simulated run must look like, worked out from the written rules. It looks for the next instant at which
 * anything at all ends, lets that time pass for every core and every task, and goes through the steps (a) to (d) as they
 * are worded. One instance for each run.
 */
public final class Oracle {
    private final World world;
    private final Code code;
    private final Settling settling;

    private Oracle(Script script, Rules rules) {
        world = new World(rules);
        code = new Code(world, script);
        settling = new Settling(world);
        Job main = new Job(0, Declared.NOTHING, script.main());
        main.arrived = true;
        main.arrival = 0;
        world.jobs.add(main);
    }

    /** Says how a program runs. */
    public static Prediction predict(Script script, Rules rules) {
        return new Oracle(script, rules).run();
    }

    private Prediction run() {
        while (true) {
            fireTimers();
            instant();
            long ticks = ticksToNextEvent();
            if (ticks == Job.NEVER) {
                return prediction();
            }
            pass(ticks);
        }
    }

    private void fireTimers() {
        for (Job job : world.jobs) {
            if (job.timer == world.now) {
                job.timer = Job.NEVER;
                if (job.arrived) {
                    world.wake(job, null);
                } else {
                    world.arriving.put(job.id, job);
                }
            }
        }
    }

    private long ticksToNextEvent() {
        long next = Job.NEVER;
        for (Job job : world.jobs) {
            next = Math.min(next, job.timer == Job.NEVER ? Job.NEVER : job.timer - world.now);
        }
        for (Processor core : world.cores) {
            if (!core.idle()) {
                long event = core.switchLeft > 0 ? core.switchLeft : Math.min(core.job.remaining, core.quantumLeft);
                next = Math.min(next, event);
            }
        }
        return next == Job.NEVER ? next : Math.min(next, world.policy.nextEvent(world.now, world.waiting) - world.now);
    }

    private void pass(long ticks) {
        for (Job job : world.jobs) {
            if (!job.arrived || job.ended) {
                continue;
            }
            if (job.blocked) {
                job.blockedFor += ticks;
            } else if (job.core != null && job.core.switchLeft == 0) {
                job.run += ticks;
            } else {
                job.ready += ticks;
            }
        }
        world.cores.forEach(core -> core.note(world.now));
        world.now += ticks;
        for (Processor core : world.cores) {
            if (core.idle()) {
                continue;
            }
            if (core.switchLeft > 0) {
                core.switchLeft -= ticks;
                if (core.switchLeft == 0) {
                    world.beginSlice(core);
                }
            } else {
                core.job.remaining -= ticks;
                core.job.ranInBurst += ticks;
                core.quantumLeft -= core.quantumLeft == Job.NEVER ? 0 : ticks;
                world.policy.ran(core.job, ticks);
            }
        }
    }

    /** Rule 3: what happens at one instant. */
    private void instant() {
        boolean begun = false;
        do {
            for (Job next = nextWithCode(); next != null; next = nextWithCode()) {
                code.run(next);
            }
            if (!begun) {
                world.policy.atInstant(world.now, world.waiting, world.jobs, world.cores);
                begun = true;
            }
            settling.settle();
        } while (nextWithCode() != null);
    }

    /** (a): main's code first, then in core order. */
    private Job nextWithCode() {
        Job main = world.jobs.getFirst();
        if (world.mainHasCode || (main.core != null && main.core.hasCode())) {
            return main;
        }
        return world.cores.stream()
                .filter(Processor::hasCode)
                .findFirst()
                .map(core -> core.job)
                .orElse(null);
    }

    private Prediction prediction() {
        boolean stuck = world.jobs.stream().anyMatch(job -> !job.ended);
        world.cores.forEach(core -> core.close(world.now));
        return new Prediction(
                stuck ? "deadlock" : world.failed ? "failed" : "completed",
                world.now,
                world.cores.stream().map(Processor::spans).toList(),
                world.jobs.stream()
                        .filter(job -> job.id != 0 || job.slices > 0)
                        .map(Oracle::figures)
                        .toList());
    }

    private static Figures figures(Job job) {
        return new Figures(
                job.id,
                job.arrival,
                job.first,
                job.finish,
                job.ready,
                job.run,
                job.blockedFor,
                job.switches,
                job.migrations,
                job.slices);
    }
}
