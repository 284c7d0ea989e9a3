package org.coreograph.viewmodel;

import java.util.List;
import java.util.OptionalLong;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.Clock;
import org.coreograph.model.Durations;
import org.coreograph.model.RunRequest;
import org.jspecify.annotations.Nullable;

/**
 * Asks the worker for comparisons and takes what it tells: what is shown, and which run stays as a ghost. Used by the
 * workbench alone.
 */
final class Comparisons {
    /** A simulated run is only spoken of if it takes longer than this, so that nothing flickers. */
    private static final long NOTICEABLE_NANOS = 150 * Durations.MILLI;

    private final RunWorker worker;
    private Shown shown;

    private boolean gesture;
    private @Nullable RunReport beforeGesture;
    /** Whether something was changed in the gesture that is to be measured when it is over. */
    private boolean owed;

    private int lastAsk;
    /** Asks up to this one are shown without a ghost. */
    private int lastAlone;
    /** The ask whose last news are awaited, or null. */
    private @Nullable Ask awaited;

    private long awaitedSinceNanos;
    private boolean stopping;
    private @Nullable RunNews adopted;

    /** @param first what is shown until there are news */
    Comparisons(RunWorker worker, Shown first) {
        this.worker = worker;
        shown = first;
    }

    /** Returns a comparison in which nothing has happened yet. */
    static Shown nothingYet(Setup setup) {
        RunRequest request = setup.request();
        RunRequest oneCore = request.withSettings(setup.settings().withCores(1));
        String title = setup.program().title();
        return new Shown(RunNews.notBegun(oneCore, title), RunNews.notBegun(request, title), null);
    }

    Shown shown() {
        return shown;
    }

    /** Shows no ghost beside what is shown, or was asked for last. */
    void forgetGhost() {
        shown = new Shown(shown.one(), shown.many(), null);
        lastAlone = lastAsk;
    }

    void beginGesture() {
        if (!gesture) {
            gesture = true;
            beforeGesture = before();
        }
    }

    /** Ends a gesture; what is owed is asked for. */
    void endGesture(Setup setup, long nowNanos) {
        if (gesture) {
            if (owed && setup.usable() && !steered(setup)) {
                ask(setup, false, nowNanos);
            }
            gesture = false;
            beforeGesture = null;
            owed = false;
            shown = withoutTwin(shown);
        }
    }

    /**
     * Asks for what was changed: at once, or after the gesture if it is to be measured. A measured run that goes on takes
     * another number of cores as it goes.
     */
    void changed(Setup setup, long nowNanos) {
        if (steered(setup)) {
            owed = false;
        } else if (gesture && !setup.settings().simulated()) {
            owed = true;
        } else {
            ask(setup, false, nowNanos);
        }
    }

    private boolean steered(Setup setup) {
        Ask steered = stopping ? null : worker.steer(setup.request());
        awaited = steered == null ? awaited : steered;
        return steered != null;
    }

    /** @param anew whether the one-core run is made again even if nothing changed */
    void ask(Setup setup, boolean anew, long nowNanos) {
        RunReport before = gesture ? beforeGesture : before();
        Ask ask = new Ask(++lastAsk, setup.request(), setup.program().title(), before, anew);
        worker.submit(ask);
        awaited = ask;
        awaitedSinceNanos = nowNanos;
        stopping = false;
    }

    private @Nullable RunReport before() {
        return shown.many().end() != null ? shown.many() : shown.ghost();
    }

    void stop() {
        awaited = worker.stop();
        stopping = awaited != null;
    }

    /** Returns what the worker has told since the last call, having taken it, or null for nothing. */
    @Nullable
    RunNews adopt() {
        RunNews news = worker.news();
        if (news == null || news.equals(adopted)) {
            return null;
        }
        adopted = news;
        if (awaited != null && !news.underWay() && news.ask().number() >= awaited.number()) {
            awaited = null;
            stopping = false;
        }
        // A simulated run is over in a moment: until then the last picture is better than an empty one.
        boolean worthShowing = !(news.underWay() && news.ask().simulated());
        if (worthShowing && news.phase() != RunNews.Phase.FAILED) {
            shown = withoutTwin(new Shown(news.one(), news.many(), ghost(news)));
        }
        return news;
    }

    /** A run of another program or of another clock is no ghost of this one. */
    private @Nullable RunReport ghost(RunNews news) {
        RunReport before = news.ask().before();
        RunRequest now = news.ask().request();
        boolean comparable = before != null
                && news.ask().number() > lastAlone
                && before.request().program().equals(now.program())
                && before.request().settings().clock() == now.settings().clock();
        return comparable ? before : null;
    }

    /** Takes away a ghost that looks like the run itself; in a gesture it stays, so that nothing jumps. */
    private Shown withoutTwin(Shown full) {
        RunReport ghost = full.ghost();
        boolean twin = ghost != null
                && ghost.request().settings().simulated()
                && ghost.request().equals(full.many().request());
        return twin && !gesture ? new Shown(full.one(), full.many(), null) : full;
    }

    /** Ends a simulated comparison that is out of date and turned out slow. */
    void endIfOutdated() {
        if (awaited != null) {
            worker.endIfOutdated();
        }
    }

    /** Says which tasks of the run under way go on without a call. */
    List<String> unresponsive() {
        return awaited == null ? List.of() : worker.unresponsive();
    }

    /** Returns whether a comparison was asked for that isn't over. */
    boolean awaiting() {
        return awaited != null;
    }

    /** Returns whether a simulated comparison is awaited: then nobody but the clock asks for frames. */
    boolean simulating() {
        return awaited != null && awaited.simulated();
    }

    RunStatus statusAt(long nowNanos) {
        if (awaited == null) {
            return new RunStatus.Idle();
        }
        if (awaited.simulated()) {
            long elapsed = nowNanos - awaitedSinceNanos;
            return elapsed < NOTICEABLE_NANOS
                    ? new RunStatus.Idle()
                    : new RunStatus.Running(Clock.SIMULATED, awaited.cores(), elapsed, OptionalLong.empty(), stopping);
        }
        RunNews news = adopted;
        if (news == null || !news.underWay()) {
            return new RunStatus.Running(Clock.MEASURED, 1, 0, OptionalLong.empty(), stopping);
        }
        OptionalLong bound = news.phase() == RunNews.Phase.ONE_CORE
                ? OptionalLong.empty()
                : OptionalLong.of(news.one().endNanos());
        return new RunStatus.Running(
                Clock.MEASURED, coresNow(news, awaited), news.live().endNanos(), bound, stopping);
    }

    /** The run on many cores may have been asked for another number than it began with. */
    private static int coresNow(RunNews news, Ask awaited) {
        boolean steered = news.phase() == RunNews.Phase.N_CORES && news.ask().number() == awaited.number();
        return steered ? awaited.cores() : news.live().cores();
    }
}
