package org.coreograph.model;

/** Why a slice ended. */
public enum SliceEnd {
    /** The quantum was over and another task waited; the task is ready. */
    PREEMPTED,
    /** The task blocked. */
    BLOCKED,
    /** The task returned or threw. */
    ENDED,
    /** The run ended under it. */
    CUT
}
