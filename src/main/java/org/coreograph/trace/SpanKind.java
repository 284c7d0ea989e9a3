package org.coreograph.trace;

import org.coreograph.model.WaitKind;

/** What a span of a lane shows. */
public enum SpanKind {
    /** A task runs on a core. */
    RUNNING,
    /** A core changes to a task: the switch, or the hand-over on the measured clock. On cores' lanes only. */
    SWITCHING,
    /** A task waits for a core; a switch before its slice is part of it. On tasks' lanes only. */
    READY,
    /** A task sleeps. On tasks' lanes only. */
    SLEEPING,
    /** A task waits for others to finish, and is not in progress. On tasks' lanes only. */
    JOINING,
    /** A task waits for a channel or a mutex. On tasks' lanes only. */
    BLOCKED;

    static SpanKind of(WaitKind wait) {
        return switch (wait) {
            case SLEEP -> SLEEPING;
            case JOIN -> JOINING;
            case IO, SEND, RECEIVE, SELECT, LOCK, ACQUIRE, CONDITION, BARRIER, ONCE, BUS -> BLOCKED;
        };
    }
}
