package org.coreograph.testkit.oracle;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.coreograph.testkit.Script.Declared;
import org.coreograph.testkit.Script.Step;

/** A task as the oracle sees it: plain fields, which the oracle and the policies of this package change. */
final class Job {
    static final long NEVER = Long.MAX_VALUE / 4;

    final int id;
    final Declared declared;
    final Deque<Step> steps;

    /** When it is to arrive or to wake, or {@link #NEVER}. */
    long timer = NEVER;

    boolean arrived;
    boolean ended;
    boolean blocked;

    /** Whether it gives way, and hasn't been queued or been let go on yet. */
    boolean givesWay;

    /** What is left of the present computation. */
    long remaining;

    Processor core;
    Processor lastCore;

    /** With distributed memory: the core that it stays on. */
    int place;

    /** With work stealing: the core whose queue it is in, or will be in next. */
    int home;

    // Shortest first.
    int burst;
    long ranInBurst;

    // Priority.
    int number;
    long waitsSince;

    // Multi-level feedback queue.
    int level;
    long usedAtLevel;

    /** Whether it sank at this instant, and from where. */
    boolean sankNow;

    int levelBefore;

    /** What a displaced task has left of its quantum, or 0 where its next one is full. */
    long quantumRest;

    /** Fair share: the virtual run time, in parts of a tick that all weights divide. */
    long virtualTime;

    // Figures.
    long arrival = -1;
    long first = -1;
    long finish = -1;
    long ready;
    long run;
    long blockedFor;
    int slices;
    int switches;
    int migrations;

    Job(int id, Declared declared, List<Step> steps) {
        this.id = id;
        this.declared = declared;
        this.steps = new ArrayDeque<>(steps);
    }

    /** Returns what is left of the declared burst; undeclared ones count as longest. */
    long remainingBurst() {
        return burst < declared.bursts().size() ? Math.max(0, declared.bursts().get(burst) - ranInBurst) : NEVER;
    }

    boolean migratesTo(Processor other) {
        return lastCore != null && lastCore != other;
    }

    void leaveCore() {
        if (core != null) {
            core.job = null;
            core = null;
        }
    }
}
