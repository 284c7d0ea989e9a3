package org.coreograph.viewmodel.code;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coreograph.model.RunRequest;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the lines of runs, one after the other, on a thread of its own. What isn't wanted any more is forgotten, and
 * what was looked for is kept while it is wanted. Thread-safe.
 */
public final class LineWorker implements AutoCloseable {
    private final LineFinder finder;
    private final Runnable news;
    private final Thread thread;

    private final Object lock = new Object();
    private final Map<RunRequest, FoundLines> found = new HashMap<>();
    private List<RunRequest> wanted = List.of();
    private boolean closed;

    private LineWorker(LineFinder finder, Runnable news) {
        this.finder = finder;
        this.news = news;
        thread = Thread.ofPlatform().daemon().name("coreograph-lines").unstarted(this::work);
    }

    /**
     * Makes a worker and starts its thread.
     *
     * @param news run on that thread whenever lines were found
     */
    public static LineWorker start(LineFinder finder, Runnable news) {
        LineWorker worker = new LineWorker(finder, news);
        worker.thread.start();
        return worker;
    }

    /** Wants the lines of some runs, the most important first, and of no others. */
    void want(List<RunRequest> requests) {
        synchronized (lock) {
            wanted = List.copyOf(requests);
            found.keySet().retainAll(wanted);
            // Whoever asks again has seen the run that they gave way to.
            found.values().removeIf(FoundLines.GaveWay.class::isInstance);
            lock.notifyAll();
        }
    }

    /** Returns what came of looking for the lines of a run, or null as long as nothing did. */
    @Nullable
    FoundLines found(RunRequest request) {
        synchronized (lock) {
            return found.get(request);
        }
    }

    /** Looks for nothing more. Doesn't wait. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            wanted = List.of();
            lock.notifyAll();
        }
    }

    private void work() {
        try {
            for (RunRequest request = next(); request != null; request = next()) {
                FoundLines lines = find(request);
                synchronized (lock) {
                    if (wanted.contains(request)) {
                        found.put(request, lines);
                    }
                }
                news.run();
            }
        } catch (InterruptedException e) {
            // Nobody interrupts this thread but to end it.
            Thread.currentThread().interrupt();
        }
    }

    private FoundLines find(RunRequest request) throws InterruptedException {
        try {
            return finder.find(request);
        } catch (RuntimeException e) {
            String message = e.getMessage();
            return new FoundLines.Unknown(message == null ? e.toString() : message);
        }
    }

    private @Nullable RunRequest next() throws InterruptedException {
        synchronized (lock) {
            while (!closed) {
                for (RunRequest request : wanted) {
                    if (!found.containsKey(request)) {
                        return request;
                    }
                }
                lock.wait();
            }
            return null;
        }
    }
}
