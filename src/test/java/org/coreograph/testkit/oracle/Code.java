package org.coreograph.testkit.oracle;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.coreograph.testkit.Script;
import org.coreograph.testkit.Script.Compute;
import org.coreograph.testkit.Script.Declared;
import org.coreograph.testkit.Script.Fail;
import org.coreograph.testkit.Script.Lock;
import org.coreograph.testkit.Script.Sleep;
import org.coreograph.testkit.Script.Start;
import org.coreograph.testkit.Script.Step;
import org.coreograph.testkit.Script.Unlock;
import org.coreograph.testkit.Script.Unmodelled;
import org.coreograph.testkit.Script.Yield;

/** What tasks do when their code runs. */
final class Code {
    private final World world;
    private final Job[] holders;
    private final List<Deque<Job>> waiters;

    Code(World world, Script script) {
        this.world = world;
        holders = new Job[script.mutexes()];
        waiters = Stream.<Deque<Job>>generate(ArrayDeque::new)
                .limit(script.mutexes())
                .toList();
    }

    /** Step (a) for one task, until it has ended, blocked, given way or asked for time. */
    void run(Job job) {
        if (job.id == 0) {
            world.mainHasCode = false;
        }
        boolean goesOn = true;
        while (goesOn) {
            Step step = job.steps.poll();
            if (step == null) {
                end(job);
                return;
            }
            goesOn = take(job, step);
        }
    }

    /** Does a step; returns whether the task's code goes on at this instant. */
    private boolean take(Job job, Step step) {
        switch (step) {
            case Compute(int ticks) -> {
                job.remaining = ticks;
                if (ticks > 0 && job.core == null) {
                    world.arriving.put(job.id, job);
                }
                return ticks == 0;
            }
            case Sleep(int ticks) -> {
                if (ticks > 0) {
                    job.timer = world.now + ticks;
                    block(job);
                }
                return ticks == 0;
            }
            case Start(int arrival, Declared declared, List<Step> body) -> {
                start(job, arrival, declared, body);
                return true;
            }
            case Lock(int mutex) -> {
                if (holders[mutex] == null) {
                    holders[mutex] = job;
                    return true;
                }
                waiters.get(mutex).add(job);
                block(job);
                return false;
            }
            case Unlock(int mutex) -> {
                if (holders[mutex] == job) {
                    holders[mutex] = waiters.get(mutex).poll();
                    if (holders[mutex] != null) {
                        world.wake(holders[mutex], job);
                    }
                }
                return true;
            }
            case Yield() -> {
                if (job.core == null) {
                    return true;
                }
                // As at the end of its quantum.
                job.givesWay = true;
                job.core.quantumLeft = 0;
                return false;
            }
            case Fail() -> {
                world.failed = true;
                end(job);
                return false;
            }
            case Unmodelled _ -> throw new UnsupportedOperationException("not modelled: " + step);
        }
    }

    private void start(Job parent, int arrival, Declared declared, List<Step> body) {
        Job child = new Job(world.jobs.size(), declared, body);
        world.jobs.add(child);
        child.place = (declared.core() >= 0 ? declared.core() : child.id - 1) % world.cores.size();
        child.home = parent.core == null ? 0 : parent.core.index;
        if (arrival <= world.now) {
            world.arriving.put(child.id, child);
        } else {
            child.timer = arrival;
        }
    }

    private void block(Job job) {
        job.blocked = true;
        job.burst++;
        job.ranInBurst = 0;
        world.policy.blocked(job);
        job.leaveCore();
    }

    private void end(Job job) {
        job.ended = true;
        job.finish = world.now;
        job.leaveCore();
    }
}
