package org.coreograph.ui.frame;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.coreograph.viewmodel.FrameRequests;
import org.jspecify.annotations.Nullable;

/**
 * The one door to the JavaFX thread. A frame is made at the next pulse after it was asked for, before that pulse lays
 * out and draws; the timer that waits for the pulse runs only while a frame is wanted, so that an idle window is idle.
 *
 * <p>{@link #requestFrame} is thread-safe, all else is used by the JavaFX thread.
 */
public final class FrameLoop implements FrameRequests {
    private final LongSupplier ticker;
    private final FrameTimes times = new FrameTimes();
    private final AtomicBoolean requested = new AtomicBoolean();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long pulseNanos) {
            pulse();
        }
    };
    private @Nullable Frame frame;

    /** @param ticker tells the time in nanoseconds, from any origin */
    public FrameLoop(LongSupplier ticker) {
        this.ticker = ticker;
    }

    /** Begins to make frames; the first is made at the next pulse. */
    public void begin(Frame toMake) {
        frame = toMake;
        requestFrame();
    }

    /** Ends: frames asked for from now on aren't made. */
    public void end() {
        frame = null;
        timer.stop();
    }

    /** Returns whether a frame was asked for that is still to be made. */
    public boolean wanted() {
        return requested.get();
    }

    /** Returns how long the latest frames took. */
    public FrameTimes times() {
        return times;
    }

    @Override
    public void requestFrame() {
        if (requested.compareAndSet(false, true)) {
            if (Platform.isFxApplicationThread()) {
                timer.start();
            } else {
                Platform.runLater(timer::start);
            }
        }
    }

    private void pulse() {
        requested.set(false);
        if (frame == null) {
            timer.stop();
            return;
        }
        long startNanos = ticker.getAsLong();
        boolean more = frame.draw(startNanos);
        times.add(startNanos, ticker.getAsLong());
        if (!more && !requested.get()) {
            timer.stop();
        }
    }
}
