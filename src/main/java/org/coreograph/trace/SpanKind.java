package org.coreograph.trace;

import org.coreograph.model.WaitKind;

/** What a span of a lane shows. */
public enum SpanKind {
    /** A task runs on a core. */
    RUNNING,
    /** A core changes to a task: the switch, or the hand-over on the measured clock. On cores' lanes only. */
    SWITCHING,
    /** A core was switched off. On cores' lanes only. */
    OFF,
    /** A task waits for a core; a switch before its slice is part of it. On tasks' lanes only. */
    READY,
    /** A task sleeps. On tasks' lanes only. */
    SLEEPING,
    /** A task waits for a device. On tasks' lanes only. */
    IO,
    /** A task waits for others to finish, and is not in progress. On tasks' lanes only. */
    JOINING,
    /** A task waits for something that another task does, such as a send. On tasks' lanes only. */
    BLOCKED;

    static SpanKind of(WaitKind wait) {
        return switch (wait) {
            case SLEEP -> SLEEPING;
            case IO -> IO;
            case JOIN -> JOINING;
            case SEND, RECEIVE, SELECT, LOCK, READ_LOCK, ACQUIRE, CONDITION, BARRIER, ONCE, POOL, BUS -> BLOCKED;
        };
    }
}
