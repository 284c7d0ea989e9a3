package org.coreograph.ui.frame;

/** Makes a frame: brings the state up to date, then draws it. */
@FunctionalInterface
public interface Frame {
    /**
     * Makes a frame.
     *
     * @param nowNanos the time on the wall, from any origin
     * @return whether the next one is wanted without being asked for, since something moves
     */
    boolean draw(long nowNanos);
}
