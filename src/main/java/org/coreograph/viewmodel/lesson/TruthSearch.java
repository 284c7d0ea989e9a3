package org.coreograph.viewmodel.lesson;

import java.util.function.BiConsumer;
import org.coreograph.analysis.RunReport;
import org.coreograph.gallery.Question;
import org.coreograph.model.BadInputException;
import org.coreograph.model.Outcome;
import org.coreograph.model.RunEnd;
import org.coreograph.model.RunRequest;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what is right on a thread of its own, since a run may take its time, and may have to wait for another one.
 *
 * <p>What came of it is told once on that thread, unless it was cancelled. The run under way is guarded by this.
 */
final class TruthSearch {
    private final LessonRuns runs;
    private final Thread thread;
    private @Nullable LessonRun underWay;
    private boolean cancelled;

    /** What came of it: the right answer, or in one line why there is none. */
    record Found(@Nullable Answer answer, String trouble) {}

    TruthSearch(String program, Question question, LessonRuns runs, BiConsumer<TruthSearch, Found> then) {
        this.runs = runs;
        thread =
                Thread.ofPlatform().daemon().name("coreograph-answer").unstarted(() -> search(program, question, then));
    }

    void start() {
        thread.start();
    }

    /** Gives it up; nothing is told. Doesn't wait. */
    synchronized void cancel() {
        cancelled = true;
        if (underWay != null) {
            underWay.stop();
        }
        // It may wait for another run to be over.
        thread.interrupt();
    }

    private synchronized boolean isCancelled() {
        return cancelled;
    }

    private void search(String program, Question question, BiConsumer<TruthSearch, Found> then) {
        Found found;
        try {
            found = new Found(Truths.find(program, question, this::run), "");
        } catch (BadInputException e) {
            found = new Found(null, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            // Only a search that is given up is interrupted, and there is nothing left to do on this thread.
            Thread.currentThread().interrupt();
            return;
        } catch (RuntimeException e) {
            found = new Found(null, "The answer could not be found: " + e);
        }
        if (!isCancelled()) {
            then.accept(this, found);
        }
    }

    private RunReport run(RunRequest request) throws InterruptedException {
        LessonRun started = runs.start(request);
        synchronized (this) {
            underWay = started;
            if (cancelled) {
                started.stop();
            }
        }
        RunReport report = started.await();
        RunEnd end = report.end();
        if (end != null && end.outcome() == Outcome.STOPPED && !isCancelled()) {
            throw new BadInputException("The run that shows the answer was stopped: reveal it again");
        }
        return report;
    }
}
