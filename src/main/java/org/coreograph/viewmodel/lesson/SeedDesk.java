package org.coreograph.viewmodel.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.coreograph.analysis.Outcomes;
import org.coreograph.model.BadInputException;
import org.coreograph.model.RunEnd;
import org.coreograph.model.RunRequest;
import org.jspecify.annotations.Nullable;

/**
 * Runs a program with one seed after the other, and counts what it comes to. The runs are made on a thread of their own;
 * beginning again, or stopping, ends those under way, and what they still have to tell is no longer heard.
 *
 * <p>Thread-safe: the fields below the lock are guarded by it, and no run is waited for with the lock held.
 */
public final class SeedDesk {
    /** So many show what is frequent and what is rare, and are soon run. */
    public static final int SEEDS = 200;

    private final LessonRuns runs;
    private final Runnable requestFrame;

    private final Object lock = new Object();
    private SeedCount state = SeedCount.NONE;
    private @Nullable Thread thread;
    private @Nullable LessonRun underWay;

    SeedDesk(LessonRuns runs, Runnable requestFrame) {
        this.runs = runs;
        this.requestFrame = requestFrame;
    }

    public SeedCount state() {
        synchronized (lock) {
            return state;
        }
    }

    /**
     * Begins to run a program with the seed of a request and those that follow.
     *
     * @param title of the program
     */
    public void begin(RunRequest first, String title) {
        synchronized (lock) {
            end();
            state = new SeedCount(first, title, SEEDS, true, Outcomes.of(List.of()), "");
            thread = Thread.ofPlatform().daemon().name("coreograph-seeds").start(() -> count(first));
        }
        requestFrame.run();
    }

    /** Ends what is under way; what was counted by then stays. Doesn't wait. */
    public void stop() {
        synchronized (lock) {
            end();
            state = state.ended(state.trouble());
        }
        requestFrame.run();
    }

    private void end() {
        if (underWay != null) {
            underWay.stop();
            underWay = null;
        }
        if (thread != null) {
            // It may wait for another run to be over.
            thread.interrupt();
            thread = null;
        }
    }

    private void count(RunRequest first) {
        List<RunEnd> ends = new ArrayList<>();
        try {
            while (ends.size() < SEEDS) {
                long seed = first.settings().seed() + ends.size();
                LessonRun run = runs.start(first.withSettings(first.settings().withSeed(seed)));
                if (!adopt(run)) {
                    run.stop();
                    return;
                }
                ends.add(Objects.requireNonNull(run.await().end(), "the run is over"));
                tell(now -> now.with(Outcomes.of(ends), ends.size() < SEEDS));
            }
        } catch (InterruptedException e) {
            // Only what was given up is interrupted, and there is nothing left to do on this thread.
            Thread.currentThread().interrupt();
        } catch (BadInputException e) {
            tell(now -> now.ended(String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            tell(now -> now.ended("The runs could not be made: " + e));
        }
    }

    /** Takes a run as the one under way; refuses it where this thread was given up meanwhile. */
    private boolean adopt(LessonRun run) {
        synchronized (lock) {
            boolean current = Thread.currentThread().equals(thread);
            underWay = current ? run : underWay;
            return current;
        }
    }

    private void tell(UnaryOperator<SeedCount> change) {
        synchronized (lock) {
            if (Thread.currentThread().equals(thread)) {
                state = change.apply(state);
            }
        }
        requestFrame.run();
    }
}
