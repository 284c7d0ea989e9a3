package org.coreograph.model;

/** The trace has reached its limit of records; the run must end. The message names the limit and the remedy. */
public final class TraceFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TraceFullException(String message) {
        super(message);
    }
}
