package org.coreograph.model;

/**
 * Something that a person gave can't be used. The message is one line that names the value and what is allowed, fit to
 * be shown as it is.
 */
public final class BadInputException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public BadInputException(String message, Throwable cause) {
        super(message, cause);
    }

    public BadInputException(String message) {
        super(message);
    }
}
