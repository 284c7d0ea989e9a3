package org.coreograph.viewmodel;

import java.util.List;
import java.util.OptionalLong;
import org.coreograph.analysis.RunReport;
import org.coreograph.gallery.Gallery;
import org.coreograph.model.BadInputException;
import org.coreograph.model.Clock;
import org.coreograph.model.Durations;
import org.coreograph.model.Outcome;
import org.coreograph.model.PolicyKind;
import org.coreograph.model.RunEnd;
import org.coreograph.model.RunRequest;
import org.coreograph.model.ThreadKind;
import org.jspecify.annotations.Nullable;

/**
 * The state of the window and all that can be done to it.
 *
 * <p>Every command changes the state and asks for a frame; {@link #frame} adopts what the worker has to tell and moves
 * the playhead, and then {@link #state} is what to draw. A change of what is asked for runs at once under the simulated
 * clock; under the measured clock it waits until a gesture (a drag, typing) is over.
 *
 * <p>Not thread-safe: used by the thread that draws. Nothing here waits.
 */
public final class Workbench {
    /** The slider's last number of cores. */
    public static final int MAX_CORES = 64;

    /** A simulated run is only spoken of if it takes longer than this, so that nothing flickers. */
    private static final long NOTICEABLE_NANOS = 150 * Durations.MILLI;

    /** Where the playhead waits at first, as a share of the run: somewhere in the middle of things. */
    private static final double FIRST_PLAYHEAD = 0.31;

    /** How wide the lens is at first, as a part of the run. */
    private static final int FIRST_LENS = 16;

    private final Setups setups;
    private final RunWorker worker;
    private final FrameRequests frames;

    private Setup setup;
    private Shown shown;
    private RunFigures one;
    private RunFigures many;
    private RunStatus status = new RunStatus.Idle();
    private Playback playback;
    private TimeRange range = TimeRange.fit(1);
    private Lens lens = new Lens(false, 0);
    private Look look = new Look(false, false);
    private @Nullable Message message;

    private boolean gesture;
    private @Nullable RunReport beforeGesture;
    /** Whether something was changed in the gesture that must be measured when it is over. */
    private boolean owed;

    private int lastAsk;
    /** The ask whose last news are awaited, or 0. */
    private int awaited;

    private long askedAtNanos = Long.MIN_VALUE;
    private boolean stopping;
    private @Nullable RunNews adopted;
    /** Whether the program is new on the screen: its playhead and speed are still to be chosen. */
    private boolean fresh = true;

    /** The measured ask whose end the playhead was put to. */
    private int followed;

    private boolean speedChosen;
    private long lastFrameNanos = Long.MIN_VALUE;

    /** @param gallery at least one program, the first of which is shown at first */
    public Workbench(Gallery gallery, RunWorker worker, FrameRequests frames) {
        setups = new Setups(gallery);
        this.worker = worker;
        this.frames = frames;
        setup = setups.first();
        shown = nothingYet();
        playback = new Playback(0, false, PlaySpeed.comfortable(0), false);
        one = RunFigures.of(shown.one(), 0);
        many = RunFigures.of(shown.many(), 0);
    }

    private Shown nothingYet() {
        RunRequest request = setup.request();
        String title = setup.program().title();
        RunRequest oneCore = request.withSettings(setup.settings().withCores(1));
        return new Shown(RunNews.notBegun(oneCore, title), RunNews.notBegun(request, title), null);
    }

    /** Begins: runs what is shown first. */
    public void open() {
        ask(false);
    }

    /** Returns all that is shown now. */
    public WorkbenchState state() {
        return new WorkbenchState(setup, shown, status, playback, range, lens, look, one, many, message);
    }

    /** Returns the programs to choose from. */
    public List<ProgramCard> programs() {
        return setups.cards();
    }

    // What is asked for

    /**
     * Shows another program with its defaults, and keeps the settings.
     *
     * @param id of one of {@link #programs}
     */
    public void chooseProgram(String id) {
        if (!id.equals(setup.program().id())) {
            fresh = true;
            speedChosen = false;
            change(setups.instead(setup, id));
        }
    }

    /**
     * Shows a comparison that was asked for before: the simulated one is back, the measured one is measured again.
     *
     * @param request the run on many cores, of which the slider shows as many as it has
     * @throws BadInputException if there is no such program, or it can't take the arguments
     */
    public void reopen(RunRequest request) {
        int cores = Math.min(request.settings().cores(), MAX_CORES);
        Setup asked = setups.of(request.withSettings(request.settings().withCores(cores)));
        if (!asked.program().equals(setup.program())) {
            fresh = true;
            speedChosen = false;
        }
        change(asked);
    }

    /** Types a text into a parameter's field; what can't be used is complained about and the picture stays. */
    public void setParameter(String name, String text) {
        change(setups.typed(setup, name, text));
    }

    public void setClock(Clock clock) {
        change(setup.with(setup.settings().withClock(clock)));
    }

    public void setThreads(ThreadKind threads) {
        change(setup.with(setup.settings().withThreads(threads)));
    }

    public void setPolicy(PolicyKind policy) {
        change(setup.with(setup.settings().withPolicy(policy)));
    }

    /** @param nanos 1 to a day */
    public void setQuantum(long nanos) {
        change(setup.with(setup.settings().withQuantumNanos(nanos)));
    }

    /** @param nanos 0 to a day */
    public void setSwitchCost(long nanos) {
        change(setup.with(setup.settings().withSwitchCostNanos(nanos)));
    }

    /** @param cores 1 to {@link #MAX_CORES}; what is beyond is brought back */
    public void setCores(int cores) {
        change(setup.with(setup.settings().withCores(Math.clamp(cores, 1, MAX_CORES))));
    }

    /** Begins a drag, or typing: the ghost stays that of before it, and nothing is measured until it is over. */
    public void beginGesture() {
        if (!gesture) {
            gesture = true;
            beforeGesture = before();
        }
    }

    /** Ends a drag, or typing. */
    public void endGesture() {
        if (gesture) {
            if (owed && setup.usable()) {
                ask(false);
            }
            gesture = false;
            beforeGesture = null;
            owed = false;
        }
    }

    /** Runs again; both runs are measured anew. */
    public void run() {
        if (setup.usable()) {
            ask(true);
        }
    }

    /** Stops what runs. What had happened by then stays on the screen. */
    public void stop() {
        Ask stopped = worker.stop();
        awaited = stopped == null ? 0 : stopped.number();
        stopping = stopped != null;
        frames.requestFrame();
    }

    private void change(Setup next) {
        if (next.equals(setup)) {
            return;
        }
        boolean differs = !next.usable() || !setup.usable() || !next.request().equals(setup.request());
        setup = next;
        frames.requestFrame();
        if (!differs || !next.usable()) {
            return;
        }
        if (gesture && !next.settings().simulated()) {
            owed = true;
        } else {
            ask(false);
        }
    }

    private void ask(boolean anew) {
        RunReport before = gesture ? beforeGesture : before();
        Ask ask = new Ask(++lastAsk, setup.request(), setup.program().title(), before, anew);
        worker.submit(ask);
        awaited = ask.number();
        askedAtNanos = Long.MIN_VALUE;
        stopping = false;
        message = null;
        frames.requestFrame();
    }

    private @Nullable RunReport before() {
        return shown.many().end() != null ? shown.many() : shown.ghost();
    }

    // The playhead

    /** Plays on from the playhead, or from the start where it is at the end. */
    public void play() {
        long from = playback.playheadNanos() >= shown.endNanos() ? 0 : playback.playheadNanos();
        playback = playback.at(from).playing(shown.endNanos() > 0);
        lastFrameNanos = Long.MIN_VALUE;
        frames.requestFrame();
    }

    public void pause() {
        playback = playback.playing(false);
        frames.requestFrame();
    }

    /** Plays or pauses. */
    public void togglePlay() {
        if (playback.playing()) {
            pause();
        } else {
            play();
        }
    }

    /** Moves the playhead to the next change in one of the runs, and stops playing. */
    public void stepForward() {
        moveTo(Instants.after(shown, playback.playheadNanos()));
    }

    /** Moves the playhead to the last change before it, and stops playing. */
    public void stepBack() {
        moveTo(Instants.before(shown, playback.playheadNanos()));
    }

    public void toStart() {
        moveTo(0);
    }

    public void toEnd() {
        moveTo(shown.endNanos());
    }

    private void moveTo(long nanos) {
        playback = playback.playing(false);
        scrub(nanos);
        range = range.showing(playback.playheadNanos(), shown.axisEndNanos());
    }

    /** Moves the playhead; if it plays, it plays on from there. */
    public void scrub(long nanos) {
        playback = playback.at(Math.clamp(nanos, 0, shown.endNanos()));
        frames.requestFrame();
    }

    public void setSpeed(PlaySpeed speed) {
        playback = playback.with(speed);
        speedChosen = true;
        frames.requestFrame();
    }

    /** Returns the speeds worth offering for what is shown. */
    public List<PlaySpeed> speeds() {
        return PlaySpeed.choices(shown.endNanos());
    }

    // What part of time is shown, and how

    /** Shows all there is. */
    public void fit() {
        range = TimeRange.fit(shown.axisEndNanos());
        frames.requestFrame();
    }

    /** Zooms around the playhead where it is on the screen, else around the middle. */
    public void zoomBy(double factor) {
        long at = playback.playheadNanos();
        boolean visible = at >= range.startNanos() && at <= range.endNanos();
        range = range.zoomed(factor, visible ? at : range.startNanos() + range.lengthNanos() / 2, shown.axisEndNanos());
        frames.requestFrame();
    }

    /** Shows a part of time, brought back to what there is. */
    public void setRange(long startNanos, long endNanos) {
        range = TimeRange.of(startNanos, endNanos, shown.axisEndNanos());
        frames.requestFrame();
    }

    public void setLensOn(boolean on) {
        setLens(new Lens(on, lens.widthNanos()));
    }

    /** @param nanos 0 or more */
    public void setLensWidth(long nanos) {
        setLens(new Lens(lens.on(), nanos));
    }

    private void setLens(Lens next) {
        if (!next.equals(lens)) {
            lens = next;
            count();
            frames.requestFrame();
        }
    }

    public void setDark(boolean dark) {
        look = new Look(dark, look.presentation());
        frames.requestFrame();
    }

    public void setPresentation(boolean presentation) {
        look = new Look(look.dark(), presentation);
        frames.requestFrame();
    }

    /** Tells the person something, or with null nothing more. */
    public void say(@Nullable Message line) {
        message = line;
        frames.requestFrame();
    }

    // Frames

    /**
     * Begins a frame: adopts what the worker has to tell and moves the playhead.
     *
     * @param nowNanos the time on the wall, from any origin
     */
    public void frame(long nowNanos) {
        adopt();
        if (awaited != 0 && askedAtNanos == Long.MIN_VALUE) {
            askedAtNanos = nowNanos;
        }
        if (awaited != 0) {
            worker.endIfOutdated();
        }
        status = statusAt(nowNanos);
        if (playback.playing()) {
            long wall = lastFrameNanos == Long.MIN_VALUE ? 0 : Math.max(0, nowNanos - lastFrameNanos);
            playback = playback.advanced(wall, shown.endNanos());
            range = range.showing(playback.playheadNanos(), shown.axisEndNanos());
        }
        lastFrameNanos = nowNanos;
    }

    /** Returns whether frames are needed without being asked for: something moves with time. */
    public boolean moving() {
        return playback.playing() || (awaited != 0 && setup.settings().simulated());
    }

    private RunStatus statusAt(long nowNanos) {
        RunNews news = adopted;
        if (awaited == 0) {
            return new RunStatus.Idle();
        }
        if (setup.settings().simulated()) {
            long elapsed = nowNanos - askedAtNanos;
            return elapsed < NOTICEABLE_NANOS
                    ? new RunStatus.Idle()
                    : new RunStatus.Running(
                            Clock.SIMULATED, setup.settings().cores(), elapsed, OptionalLong.empty(), stopping);
        }
        if (news == null || !news.underWay()) {
            return new RunStatus.Running(Clock.MEASURED, 1, 0, OptionalLong.empty(), stopping);
        }
        boolean first = news.phase() == RunNews.Phase.ONE_CORE;
        RunReport live = first ? news.one() : news.many();
        OptionalLong bound =
                first ? OptionalLong.empty() : OptionalLong.of(news.one().endNanos());
        return new RunStatus.Running(Clock.MEASURED, live.cores(), live.endNanos(), bound, stopping);
    }

    private void adopt() {
        RunNews news = worker.news();
        if (news == null || news.equals(adopted)) {
            return;
        }
        adopted = news;
        if (!news.underWay() && news.ask().number() >= awaited) {
            awaited = 0;
            stopping = false;
        }
        switch (news.phase()) {
            case ONE_CORE, N_CORES -> {
                // A simulated run is over in a moment: until then the last picture is better than an empty one.
                if (!news.ask().simulated()) {
                    show(news);
                    follow(news);
                }
            }
            case DONE -> {
                show(news);
                settle();
            }
            case STOPPED -> {
                show(news);
                settle();
                message = Message.trouble("Stopped: the picture shows what had happened by then.");
            }
            case FAILED -> message = Message.trouble(news.trouble() == null ? "The run failed." : news.trouble());
        }
    }

    private void show(RunNews news) {
        shown = new Shown(news.one(), news.many(), ghost(news));
        count();
        if (range.fitted()) {
            boolean longest = news.phase() == RunNews.Phase.ONE_CORE
                    || news.many().endNanos() > news.one().endNanos();
            boolean ahead = news.underWay() && longest;
            range = ahead ? TimeRange.ahead(shown.axisEndNanos()) : TimeRange.fit(shown.axisEndNanos());
        } else {
            range = TimeRange.of(range.startNanos(), range.endNanos(), shown.axisEndNanos());
        }
        if (!news.underWay() && news.many().end() != null) {
            message = ended(news.one()) != null ? ended(news.one()) : ended(news.many());
        }
    }

    private static @Nullable RunReport ghost(RunNews news) {
        RunReport before = news.ask().before();
        RunRequest now = news.ask().request();
        boolean comparable = before != null
                && before.request().program().equals(now.program())
                && before.request().settings().clock() == now.settings().clock();
        return comparable ? before : null;
    }

    private static @Nullable Message ended(RunReport run) {
        RunEnd end = run.end();
        if (end == null || end.outcome() == Outcome.COMPLETED) {
            return null;
        }
        String cores = run.cores() == 1 ? "1 core" : run.cores() + " cores";
        return Message.trouble(cores + ": " + end.outcome().id() + ", " + end.reason());
    }

    private void follow(RunNews news) {
        boolean begins = news.ask().number() != followed;
        followed = news.ask().number();
        if (playback.following() || begins) {
            RunReport live = news.phase() == RunNews.Phase.ONE_CORE ? news.one() : news.many();
            playback = playback.following(live.endNanos());
        }
    }

    /** Chooses where the playhead is and how fast it goes, once there is something to choose by. */
    private void settle() {
        long end = shown.endNanos();
        if (!speedChosen) {
            playback = playback.with(PlaySpeed.comfortable(end));
        }
        if (fresh && !playback.following()) {
            playback = playback.at(Math.round(end * FIRST_PLAYHEAD));
        } else {
            playback = playback.at(Math.min(playback.playheadNanos(), end));
        }
        if (fresh) {
            lens = new Lens(lens.on(), firstWidth(end));
            count();
        }
        fresh = false;
    }

    private static long firstWidth(long runNanos) {
        DurationScale scale = DurationScale.of(10, Math.max(20, runNanos), true);
        return scale.value(scale.position(runNanos / FIRST_LENS));
    }

    private void count() {
        one = RunFigures.of(shown.one(), lens.effectiveNanos());
        many = RunFigures.of(shown.many(), lens.effectiveNanos());
    }
}
