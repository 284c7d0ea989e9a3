package org.coreograph.testkit.oracle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
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
import org.coreograph.testkit.oracle.Prediction.Figures;

/**
 * What a simulated run must look like, worked out from the written rules. It looks for the next instant at which
 * anything at all ends, lets that time pass for every core and every task, and goes through the steps (a) to (d) as they
 * are worded. One instance for each run.
 */
public final class Oracle {
    private record Timer(long at, Job job) {}

    /** Cores that share a queue: all of them, or with distributed memory each for itself. */
    private record Pool(List<Processor> cores) {
        long idle() {
            return cores.stream().filter(Processor::idle).count();
        }
    }

    private final Script script;
    private final Rules rules;
    private final Policy policy;
    private final List<Job> jobs = new ArrayList<>();
    private final List<Processor> cores;
    private final List<Pool> pools;
    private final List<Job> waiting = new ArrayList<>();
    private final TreeMap<Integer, Job> arriving = new TreeMap<>();
    private final List<Timer> timers = new ArrayList<>();
    private final Job[] holders;
    private final List<Deque<Job>> waiters;
    private boolean mainHasCode = true;
    private boolean failed;
    private long now;

    private Oracle(Script script, Rules rules) {
        this.script = script;
        this.rules = rules;
        policy = Policy.of(rules);
        cores = IntStream.range(0, rules.cores()).mapToObj(Processor::new).toList();
        pools = rules.distributed()
                ? cores.stream().map(core -> new Pool(List.of(core))).toList()
                : List.of(new Pool(cores));
        holders = new Job[script.mutexes()];
        waiters = Stream.<Deque<Job>>generate(ArrayDeque::new)
                .limit(script.mutexes())
                .toList();
    }

    /** Says how a program runs. */
    public static Prediction predict(Script script, Rules rules) {
        return new Oracle(script, rules).run();
    }

    private Prediction run() {
        Job main = new Job(0, Declared.NOTHING, script.main());
        main.arrived = true;
        main.arrival = 0;
        jobs.add(main);
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

    // ---- Time ----

    private void fireTimers() {
        for (Timer timer : List.copyOf(timers)) {
            if (timer.at == now) {
                timers.remove(timer);
                if (timer.job.arrived) {
                    wake(timer.job, null);
                } else {
                    arriving.put(timer.job.id, timer.job);
                }
            }
        }
    }

    private long ticksToNextEvent() {
        long next = Job.NEVER;
        for (Timer timer : timers) {
            next = Math.min(next, timer.at - now);
        }
        for (Processor core : cores) {
            if (!core.idle()) {
                long event = core.switchLeft > 0 ? core.switchLeft : Math.min(core.job.remaining, core.quantumLeft);
                next = Math.min(next, event);
            }
        }
        return next == Job.NEVER ? next : Math.min(next, policy.nextEvent(now, waiting) - now);
    }

    private void pass(long ticks) {
        for (Job job : jobs) {
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
        cores.forEach(core -> core.note(now));
        now += ticks;
        for (Processor core : cores) {
            if (core.idle()) {
                continue;
            }
            if (core.switchLeft > 0) {
                core.switchLeft -= ticks;
                if (core.switchLeft == 0) {
                    beginSlice(core);
                }
            } else {
                core.job.remaining -= ticks;
                core.job.ranInBurst += ticks;
                core.quantumLeft -= core.quantumLeft == Job.NEVER ? 0 : ticks;
                policy.ran(core.job, ticks);
            }
        }
    }

    // ---- Rule 3: what happens at one instant ----

    private void instant() {
        boolean begun = false;
        do {
            for (Job next = nextWithCode(); next != null; next = nextWithCode()) {
                runCode(next);
            }
            if (!begun) {
                policy.atInstant(now, waiting, jobs, cores);
                begun = true;
            }
            queue();
            pools.forEach(this::serve);
        } while (nextWithCode() != null);
    }

    /** (a): main's code first, then in core order. */
    private Job nextWithCode() {
        Job main = jobs.getFirst();
        if (mainHasCode || (main.core != null && main.core.hasCode())) {
            return main;
        }
        return cores.stream()
                .filter(Processor::hasCode)
                .findFirst()
                .map(core -> core.job)
                .orElse(null);
    }

    /** (b) and (c), in the order that the tie rule says. */
    private void queue() {
        List<Job> arrivals = List.copyOf(arriving.values());
        arriving.clear();
        List<Job> preempted = new ArrayList<>();
        for (Pool pool : pools) {
            List<Processor> spent = pool.cores.stream()
                    .filter(core -> !core.idle() && core.quantumLeft == 0)
                    .toList();
            long waits = Stream.concat(waiting.stream(), arrivals.stream())
                    .filter(job -> poolOf(job) == pool)
                    .count();
            if (waits > pool.idle()) {
                spent.forEach(core -> preempted.add(core.job));
            } else {
                spent.forEach(core -> core.quantumLeft = policy.quantum(core.job));
            }
        }
        if (rules.preemptedFirst()) {
            preempted.forEach(this::queuePreempted);
            arrivals.forEach(this::queueArrival);
        } else {
            arrivals.forEach(this::queueArrival);
            preempted.forEach(this::queuePreempted);
        }
    }

    private void queueArrival(Job job) {
        if (!job.arrived) {
            job.arrived = true;
            job.arrival = now;
        }
        policy.becomesReady(job, active(poolOf(job)));
        waiting.addLast(job);
        policy.queued(job, now);
    }

    private void queuePreempted(Job job) {
        job.home = job.core.index;
        leaveCore(job);
        waiting.addLast(job);
        policy.queued(job, now);
    }

    /** Those of a pool that are ready or running. */
    private Collection<Job> active(Pool pool) {
        return Stream.concat(
                        waiting.stream().filter(job -> poolOf(job) == pool),
                        pool.cores.stream().filter(core -> !core.idle()).map(core -> core.job))
                .toList();
    }

    private Pool poolOf(Job job) {
        return pools.size() == 1 ? pools.getFirst() : pools.get(job.place);
    }

    /** Displacement, and then (d). */
    private void serve(Pool pool) {
        if (policy.displaces()) {
            while (displaceIn(pool)) {}
        }
        for (Processor core : pool.cores) {
            Job job = core.idle() ? policy.choose(waitingFor(pool), core) : null;
            if (job != null) {
                waiting.remove(job);
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
            if (!core.idle() && (worst == null || policy.rank(core.job) >= policy.rank(worst.job))) {
                worst = core;
            }
        }
        // The sort is stable: the order of the queue decides among equal numbers.
        Job next = waitingFor(pool).stream()
                .sorted(Comparator.comparingLong(policy::rank))
                .skip(pool.idle())
                .findFirst()
                .orElse(null);
        if (worst == null || next == null || policy.rank(next) >= policy.rank(worst.job)) {
            return false;
        }
        Job loser = worst.job;
        leaveCore(loser);
        policy.displaced(loser, worst.quantumLeft, waiting);
        policy.queued(loser, now);
        return true;
    }

    private List<Job> waitingFor(Pool pool) {
        return waiting.stream().filter(job -> poolOf(job) == pool).toList();
    }

    /** Rule 4: what is paid for a switch and what is counted. */
    private void dispatch(Processor core, Job job) {
        boolean switches = core.last != null && core.last != job;
        if (switches) {
            // Another task was here meanwhile, if only for an instant: these are two stretches.
            core.close(now);
        }
        core.job = job;
        core.last = job;
        core.switchLeft = switches ? rules.switchCost() : 0;
        core.quantumLeft = policy.quantum(job);
        job.core = core;
        job.switches += switches ? 1 : 0;
        if (core.switchLeft == 0) {
            beginSlice(core);
        }
    }

    private void beginSlice(Processor core) {
        Job job = core.job;
        job.slices++;
        job.migrations += job.lastCore != null && job.lastCore != core ? 1 : 0;
        job.lastCore = core;
        if (job.first < 0) {
            job.first = now;
        }
    }

    // ---- What tasks do ----

    private void runCode(Job job) {
        if (job.id == 0) {
            mainHasCode = false;
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
                    arriving.put(job.id, job);
                }
                return ticks == 0;
            }
            case Sleep(int ticks) -> {
                if (ticks > 0) {
                    timers.add(new Timer(now + ticks, job));
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
                        wake(holders[mutex], job);
                    }
                }
                return true;
            }
            case Fail() -> {
                failed = true;
                end(job);
                return false;
            }
            case Unmodelled _ -> throw new UnsupportedOperationException("not modelled: " + step);
        }
    }

    private void start(Job parent, int arrival, Declared declared, List<Step> body) {
        Job child = new Job(jobs.size(), declared, body);
        jobs.add(child);
        child.place = (declared.core() >= 0 ? declared.core() : child.id - 1) % cores.size();
        child.home = parent.core == null ? 0 : parent.core.index;
        if (arrival <= now) {
            arriving.put(child.id, child);
        } else {
            timers.add(new Timer(arrival, child));
        }
    }

    private void block(Job job) {
        job.blocked = true;
        job.burst++;
        job.ranInBurst = 0;
        policy.blocked(job);
        leaveCore(job);
    }

    /** Wakes a task, by another or by a timer. */
    private void wake(Job job, Job waker) {
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

    private void end(Job job) {
        job.ended = true;
        job.finish = now;
        leaveCore(job);
    }

    private static void leaveCore(Job job) {
        if (job.core != null) {
            job.core.job = null;
            job.core = null;
        }
    }

    // ---- The end ----

    private Prediction prediction() {
        boolean stuck = jobs.stream().anyMatch(job -> !job.ended);
        cores.forEach(core -> core.close(now));
        return new Prediction(
                stuck ? "deadlock" : failed ? "failed" : "completed",
                now,
                cores.stream().map(Processor::spans).toList(),
                jobs.stream()
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
