package org.coreograph.viewmodel;

/** Where a frame is asked for: the one door to the thread that draws. */
@FunctionalInterface
public interface FrameRequests {
    /** Asks for a frame soon. Thread-safe; any number of requests before the frame give one frame. */
    void requestFrame();
}
