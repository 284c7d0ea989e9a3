package org.coreograph.model;

/**
 * What a task does to an object, as far as it can be seen. Each says what its value is, so that the state of an object
 * at any time follows from what was done to it until then.
 */
public enum Action {
    /** An object was made; the value is what is in a variable at first. */
    MAKE,
    /** A task was started, without an object; the value is its id. */
    START,
    /** The task begins to wait until a channel takes a value; it may wait for ever, or the channel be closed. */
    OFFER,
    /** A value went into a channel, or through it to its receiver; told when it does, not while its sender waits. */
    SEND,
    /** The oldest value came out of a channel, to this task. */
    RECEIVE,
    /** A channel was closed. */
    CLOSE,
    /** A mutex is the task's from now on; told also when it is handed over. */
    LOCK,
    /** A mutex isn't the task's any longer. */
    UNLOCK,
    /** A read-write mutex is the task's for reading, beside others. */
    READ_LOCK,
    /** A read-write mutex isn't the task's for reading any longer. */
    READ_UNLOCK,
    /** The task has permits of a semaphore; the value is how many are left. */
    ACQUIRE,
    /** The task gave permits back; the value is how many are left then. */
    RELEASE,
    /** The number that a wait group waits for changed; the value is the new one. */
    ADD,
    /** One task that waits for a condition is to look again. */
    SIGNAL,
    /** All tasks that wait for a condition are to look again. */
    BROADCAST,
    /** The task came to a barrier; the value is how many are still to come, 0 where it opens. */
    ARRIVE,
    /** Something out of a pool is the task's from now on; the value is how many more can be taken. */
    TAKE,
    /** Something was given back to a pool; the value is how many can be taken then. */
    GIVE,
    /** The task did what is done once. */
    DO,
    /** A variable or a file was read; the value is what was read. */
    READ,
    /** A variable or a file was written; the value is what it holds then. */
    WRITE,
    /** A value went over the bus; the value is how many bytes it has. */
    TRANSFER,
    /** A value was handed over, and whoever had it has it no longer; the value is the id of the task that has it now. */
    MOVE,
    /** A partial result, without an object; the value is the result. */
    EMIT
}
