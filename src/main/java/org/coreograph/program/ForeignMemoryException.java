package org.coreograph.program;

/**
 * A task touched memory that isn't its own: of another process, of another core where memory is distributed, or a value
 * that was handed over to another task.
 */
public final class ForeignMemoryException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public ForeignMemoryException(String message) {
        super(message);
    }
}
