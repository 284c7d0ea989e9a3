package org.coreograph.model;

/** What a task does to something shared, at an instant. */
public enum Action {
    SEND,
    RECEIVE,
    CLOSE,
    LOCK,
    UNLOCK,
    READ_LOCK,
    READ_UNLOCK,
    ACQUIRE,
    RELEASE,
    SIGNAL,
    READ,
    WRITE,
    EMIT
}
