package org.coreograph.model;

/**
 * The trace takes no more records: it has reached its limit, and the run must end, or its run is over already. The message
 * says which, and for a limit names the remedy.
 */
public final class TraceFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TraceFullException(String message) {
        super(message);
    }
}
