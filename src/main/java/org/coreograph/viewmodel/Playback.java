package org.coreograph.viewmodel;

/**
 * Where the playhead is and how it moves. Immutable.
 *
 * @param playing whether it moves by itself
 * @param speed seconds of the run a second of the clock on the wall
 * @param following whether it stays at the end of a run that goes on
 */
public record Playback(long playheadNanos, boolean playing, PlaySpeed speed, boolean following) {
    Playback at(long nanos) {
        return new Playback(nanos, playing, speed, false);
    }

    Playback playing(boolean now) {
        return new Playback(playheadNanos, now, speed, false);
    }

    Playback with(PlaySpeed newSpeed) {
        return new Playback(playheadNanos, playing, newSpeed, following);
    }

    Playback following(long nanos) {
        return new Playback(nanos, false, speed, true);
    }

    /** Returns the playhead after time has passed on the wall; at the end it stops. */
    Playback advanced(long wallNanos, long endNanos) {
        long next = playheadNanos + Math.round(wallNanos * speed.factor());
        return next >= endNanos ? new Playback(endNanos, false, speed, false) : new Playback(next, true, speed, false);
    }
}
