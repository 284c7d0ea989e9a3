package org.coreograph.picture;

/** A time that is pointed at on the axis, and stays there whatever the playhead does. */
public record TimeMark(long nanos, Kind kind) {
    /** What it stands for. */
    public enum Kind {
        /** Somebody's guess. */
        GUESS,
        /** What is right. */
        TRUTH,
        /** By when a run should be done. */
        DEADLINE
    }
}
