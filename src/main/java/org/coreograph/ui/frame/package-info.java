/**
 * Frames: when the window draws, and the one door to the JavaFX thread.
 *
 * <p>Contract: a frame first changes the state and then draws it; any number of requests give one frame; nothing runs
 * while nothing moves.
 */
@NullMarked
package org.coreograph.ui.frame;

import org.jspecify.annotations.NullMarked;
