package org.coreograph.ui.frame;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.coreograph.model.BadInputException;
import org.coreograph.picture.WholeFile;
import org.coreograph.viewmodel.FrameRequests;

/**
 * Does work that takes time off the JavaFX thread, and tells what came of it at the next frame.
 *
 * <p>Used by the JavaFX thread.
 */
public final class Background {
    private final Executor executor;
    private final FrameRequests frames;
    private final Queue<Runnable> done = new ConcurrentLinkedQueue<>();

    /** @param executor does the work */
    public Background(Executor executor, FrameRequests frames) {
        this.executor = executor;
        this.frames = frames;
    }

    /**
     * Does something.
     *
     * @param work is called on the executor
     * @param then takes the result, on the JavaFX thread
     * @param otherwise takes why the work failed, in a few words, on the JavaFX thread
     */
    public <T> void run(Callable<T> work, Consumer<T> then, Consumer<String> otherwise) {
        executor.execute(() -> {
            Runnable outcome;
            try {
                T result = work.call();
                outcome = () -> then.accept(result);
            } catch (Exception e) {
                outcome = () -> otherwise.accept(reason(e));
            }
            done.add(outcome);
            frames.requestFrame();
        });
    }

    private static String reason(Exception e) {
        return switch (e) {
            case BadInputException bad -> String.valueOf(bad.getMessage());
            case IOException io -> WholeFile.reason(io) + ".";
            default -> e.toString();
        };
    }

    /** Tells what came of the work that was done since the last frame. */
    public void frame() {
        for (Runnable one = done.poll(); one != null; one = done.poll()) {
            one.run();
        }
    }
}
