package org.coreograph.scheduler;

/** Why a task becomes ready. */
public enum Ready {
    /** It arrived. */
    ARRIVED,
    /** What it waited for has come. */
    WOKEN,
    /** Its quantum was over while others waited. */
    QUANTUM_OVER,
    /** Another task took its core, or the core went, before its quantum was over. */
    DISPLACED,
    /** It gave up its core for others to go first. */
    YIELDED
}
