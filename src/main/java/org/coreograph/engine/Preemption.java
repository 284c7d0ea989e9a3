package org.coreograph.engine;

import java.util.List;
import java.util.function.LongConsumer;
import org.coreograph.model.MemoryKind;
import org.coreograph.model.Settings;
import org.coreograph.scheduler.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Who gives way under the measured clock, and when. Nobody can take a core away from a thread: a task is asked, and
 * gives way by itself at its next look, because its quantum is over while others wait, or because one of a better rank
 * waits. Whether that still holds is asked again then. Guarded by the kernel's lock.
 *
 * <p><b>Ends of quanta</b> are looked after only while somebody waits, or where the policy wants it. Otherwise they count
 * as having followed one another, and are brought up to date when somebody waits ({@link #watchQuanta}).
 */
final class Preemption {
    /** What is due within this, and this part of a quantum, is done at once rather than after a moment's sleep. */
    private static final long MAX_SLACK_NANOS = 20_000;

    private static final int SHARE_OF_SLACK = 64;

    private final Policy policy;
    private final Quanta quanta;
    private final List<MeasuredCore> cores;
    private final LongConsumer alarm;

    /** Whether each core has tasks of its own, so that nobody waits for a core but those that are placed on it. */
    private final boolean placed;

    // What the policy asks for; read once, since it is on every task's way.
    private final boolean countsRunTime;
    private final boolean displaces;
    private final boolean watchesQuanta;

    /**
     * @param cores all that there are, and in time perhaps more
     * @param alarm is told when {@link #due} must be called at the latest
     */
    Preemption(Policy policy, Settings settings, List<MeasuredCore> cores, LongConsumer alarm) {
        this.policy = policy;
        this.cores = cores;
        this.alarm = alarm;
        quanta = new Quanta(policy, settings, Settings.MAX_CORES);
        placed = settings.memory() == MemoryKind.DISTRIBUTED;
        countsRunTime = policy.countsRunTime();
        displaces = policy.displaces();
        watchesQuanta = policy.watchesQuanta();
    }

    // ---- What happens to tasks ----

    /** Notes that a task that was just queued waits for a core: for its own, or {@link Policy#NO_CORE} for any. */
    void waits(int home, long now) {
        displace(home, now);
        watchQuanta(home, now);
    }

    /** Has the policy looked after in time; called whenever a task was queued. */
    void watchTicks() {
        long tickNanos = policy.nextTickNanos();
        if (tickNanos != Policy.NEVER) {
            alarm.accept(tickNanos);
        }
    }

    /** Begins a quantum of a core's task. */
    void beginQuantum(MeasuredCore core, MeasuredTask task, long now) {
        long end = quanta.begin(core.index, task.id, now);
        if (end != Policy.UNLIMITED && isWatched(core)) {
            alarm.accept(end);
        }
    }

    /** Tells the policy that a quantum is over. */
    void quantumOver(MeasuredCore core, MeasuredTask task, long now) {
        count(core, now);
        policy.quantumOver(task.id);
    }

    /** Returns whether the best task that waits for a core goes before the one that is on it. */
    boolean outranks(MeasuredCore core, MeasuredTask task, long now) {
        if (!displaces || policy.size(core.index) == 0) {
            return false;
        }
        count(core, now);
        return policy.bestRank(core.index) < policy.rank(task.id);
    }

    /** Tells the policy how long a core's task ran since it was told last. */
    void count(MeasuredCore core, long now) {
        MeasuredTask task = core.task();
        if (countsRunTime && task != null) {
            long nanos = core.takeRunNanos(now);
            if (nanos > 0) {
                policy.ran(task.id, nanos);
            }
        }
    }

    /** Tells the policy how long all running tasks ran since it was told last. */
    void countAll(long now) {
        if (countsRunTime) {
            for (MeasuredCore core : cores) {
                count(core, now);
            }
        }
    }

    // ---- Ranks ----

    /**
     * Asks one more task to give way, if one of a better rank waits: of the worst rank, of equal ones on the highest core.
     * No more are asked than wait.
     *
     * @param home the core that this is about, or {@link Policy#NO_CORE} for all
     * @return whether one was asked
     */
    boolean displace(int home, long now) {
        int any = Math.max(0, home);
        if (!displaces || policy.size(any) <= asked(home)) {
            return false;
        }
        MeasuredCore worst = worst(home, now);
        MeasuredTask task = worst == null ? null : worst.task();
        if (worst == null || task == null || policy.bestRank(any) >= policy.rank(task.id)) {
            return false;
        }
        worst.askOutranked(task);
        return true;
    }

    private int asked(int home) {
        int asked = 0;
        for (MeasuredCore core : cores) {
            if (concerns(home, core) && core.isOutranked()) {
                asked++;
            }
        }
        return asked;
    }

    /** Asks as many as have to, after ranks have changed. */
    private void displaceAll(int home, long now) {
        boolean more = displace(home, now);
        while (more) {
            more = displace(home, now);
        }
    }

    private static boolean concerns(int home, MeasuredCore core) {
        return home == Policy.NO_CORE || home == core.index;
    }

    /** Returns the core whose task has the worst rank of those not asked yet, the highest of several; null for none. */
    private @Nullable MeasuredCore worst(int home, long now) {
        MeasuredCore worst = null;
        long worstRank = Long.MIN_VALUE;
        for (MeasuredCore core : cores) {
            MeasuredTask task = core.task();
            if (task == null || core.isOutranked() || !core.isOn() || !concerns(home, core)) {
                continue;
            }
            count(core, now);
            long rank = policy.rank(task.id);
            if (rank >= worstRank) {
                worst = core;
                worstRank = rank;
            }
        }
        return worst;
    }

    // ---- What comes with time ----

    /** Returns whether the end of a core's quantum matters. */
    private boolean isWatched(MeasuredCore core) {
        return watchesQuanta || policy.size(core.index) > 0;
    }

    /** Returns whether a core's task runs within a quantum that ends, and hasn't been asked to give way for that. */
    private boolean hasQuantum(MeasuredCore core) {
        return core.isRunning() && !core.isSpent() && quanta.end(core.index) != Policy.UNLIMITED;
    }

    /** Begins to watch the quanta of the cores that a task waits for, if it is the first that does. */
    private void watchQuanta(int home, long now) {
        if (watchesQuanta || policy.size(Math.max(0, home)) > 1) {
            return;
        }
        for (MeasuredCore core : cores) {
            if (concerns(home, core) && hasQuantum(core)) {
                quanta.catchUp(core.index, now);
                alarm.accept(quanta.end(core.index));
            }
        }
    }

    /**
     * Lets the policy do what it does by itself, and asks tasks whose quantum is over to give way; returns when to look
     * again.
     */
    long due(long now) {
        if (policy.nextTickNanos() <= now) {
            tick(now);
        }
        return Math.min(policy.nextTickNanos(), dueQuanta(now));
    }

    /** Lets the policy do what it does in time; running tasks begin a quantum where their quanta matter. */
    private void tick(long now) {
        countAll(now);
        policy.tick(now);
        for (MeasuredCore core : cores) {
            MeasuredTask task = core.task();
            if (watchesQuanta && task != null && hasQuantum(core)) {
                beginQuantum(core, task, now);
            }
            if (placed) {
                displaceAll(core.index, now);
            }
        }
        if (!placed) {
            displaceAll(Policy.NO_CORE, now);
        }
    }

    /** Asks tasks whose quantum is over to give way, or begins another where nobody waits; returns when to look again. */
    private long dueQuanta(long now) {
        long next = MeasuredCore.NEVER;
        for (MeasuredCore core : cores) {
            MeasuredTask task = core.task();
            if (task == null || !hasQuantum(core) || !isWatched(core)) {
                continue;
            }
            long length = quanta.length(core.index);
            if (quanta.end(core.index) > now + Math.min(MAX_SLACK_NANOS, length / SHARE_OF_SLACK)) {
                next = Math.min(next, quanta.end(core.index));
            } else if (policy.size(core.index) > 0) {
                core.askSpent(task);
                // Another slice begins in a moment, and its quantum ends hardly earlier than this.
                next = Math.min(next, now + length);
            } else {
                quantumOver(core, task, now);
                next = Math.min(next, quanta.begin(core.index, task.id, now));
            }
        }
        return next;
    }
}
