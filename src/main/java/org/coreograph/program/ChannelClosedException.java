package org.coreograph.program;

/** A send on a closed channel, a second close, or a receive from one that is closed and drained. */
public final class ChannelClosedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    ChannelClosedException(String message) {
        super(message);
    }
}
