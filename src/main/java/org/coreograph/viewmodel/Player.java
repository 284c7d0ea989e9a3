package org.coreograph.viewmodel;

import java.util.List;
import java.util.OptionalLong;

/** Moves the playhead. Used by the workbench alone. */
final class Player {
    /** Where the playhead waits at first, as a share of the run: somewhere in the middle of things. */
    private static final double FIRST_PLAYHEAD = 0.31;

    private Playback playback = new Playback(0, false, PlaySpeed.comfortable(0), false);
    private boolean speedChosen;
    /** Whether the playhead is still to be put somewhere, since the program is new on the screen. */
    private boolean fresh = true;

    private long lastFrameNanos;

    Playback playback() {
        return playback;
    }

    /** Gets ready for another program. */
    void begin() {
        fresh = true;
        speedChosen = false;
    }

    /** Plays on from the playhead, or from the start where it is at the end. */
    void play(Shown shown, long nowNanos) {
        long from = playback.playheadNanos() >= shown.endNanos() ? 0 : playback.playheadNanos();
        playback = playback.at(from).playing(shown.endNanos() > 0);
        lastFrameNanos = nowNanos;
    }

    void pause() {
        playback = playback.playing(false);
    }

    void stepForward(Shown shown) {
        jump(shown, Instants.after(shown, playback.playheadNanos()));
    }

    void stepBack(Shown shown) {
        jump(shown, Instants.before(shown, playback.playheadNanos()));
    }

    /** Goes to a time, and stops playing. */
    void jump(Shown shown, long nanos) {
        pause();
        scrub(shown, nanos);
    }

    /** Goes to a time; if it plays, it plays on from there. */
    void scrub(Shown shown, long nanos) {
        playback = playback.at(Math.clamp(nanos, 0, shown.endNanos()));
    }

    void setSpeed(PlaySpeed speed) {
        playback = playback.with(speed);
        speedChosen = true;
    }

    static List<PlaySpeed> speeds(Shown shown) {
        return PlaySpeed.choices(shown.endNanos());
    }

    /** Moves on by the time since the last frame. */
    void advance(Shown shown, long nowNanos) {
        if (playback.playing()) {
            playback = playback.advanced(Math.max(0, nowNanos - lastFrameNanos), shown.endNanos());
        }
        lastFrameNanos = nowNanos;
    }

    /**
     * Stays at the end of a run that goes on, unless a person took the playhead elsewhere.
     *
     * @param begins whether the run is new on the screen
     */
    void follow(long endNanos, boolean begins) {
        if (playback.following() || begins) {
            playback = playback.following(endNanos);
        }
    }

    /** Puts the playhead at a time, or where it is at first. */
    void place(Shown shown, OptionalLong nanos) {
        scrub(shown, nanos.orElse(first(shown.endNanos())));
    }

    private static long first(long endNanos) {
        return Math.round(endNanos * FIRST_PLAYHEAD);
    }

    /**
     * Chooses where the playhead is and how fast it goes, now that the runs are over.
     *
     * @param last whether no other runs are awaited; till then a program stays new
     * @return whether the program was new on the screen
     */
    boolean settle(Shown shown, boolean last) {
        long end = shown.endNanos();
        if (!speedChosen) {
            playback = playback.with(PlaySpeed.comfortable(end));
        }
        boolean first = fresh && last && !playback.following();
        playback = playback.at(first ? first(end) : Math.min(playback.playheadNanos(), end));
        boolean wasFresh = fresh && last;
        fresh = fresh && !last;
        return wasFresh;
    }
}
