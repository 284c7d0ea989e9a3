package org.coreograph.viewmodel;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.coreograph.analysis.RunReport;
import org.coreograph.gallery.Gallery;
import org.coreograph.gallery.Lecture;
import org.coreograph.model.BadInputException;
import org.coreograph.model.Clock;
import org.coreograph.model.Outcome;
import org.coreograph.model.PolicyKind;
import org.coreograph.model.RequestWords;
import org.coreograph.model.RunEnd;
import org.coreograph.model.RunRequest;
import org.coreograph.model.Settings;
import org.coreograph.model.ThreadKind;
import org.coreograph.viewmodel.lecture.LectureDesk;
import org.coreograph.viewmodel.lesson.GalleryEntry;
import org.coreograph.viewmodel.lesson.LessonDesk;
import org.coreograph.viewmodel.lesson.LessonState;
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

    private final Setups setups;
    private final FrameRequests frames;
    private final LongSupplier ticker;
    private final Comparisons comparisons;
    private final LessonDesk lessons;
    private final LectureDesk lecture;
    private final View view;

    private Setup setup;
    private RunStatus status = new RunStatus.Idle();
    private @Nullable Message message;
    private List<String> unresponsive = List.of();
    /** The measured ask that the playhead follows, or followed. */
    private int followed;

    /**
     * Makes a workbench that shows nothing yet.
     *
     * @param gallery at least one program, the first of which is shown at first
     * @param ticker tells the time on the wall in nanoseconds, from any origin
     */
    public Workbench(
            Gallery gallery,
            LessonDesk lessons,
            LectureDesk lecture,
            RunWorker worker,
            FrameRequests frames,
            LongSupplier ticker) {
        setups = new Setups(gallery);
        this.lessons = lessons;
        this.lecture = lecture;
        this.frames = frames;
        this.ticker = ticker;
        setup = setups.first();
        comparisons = new Comparisons(worker, Comparisons.nothingYet(setup));
        view = new View(comparisons::shown, frames, ticker);
    }

    /** Begins: runs what is shown first. */
    public void open() {
        ask(false);
    }

    /** Returns all that is shown now. */
    public WorkbenchState state() {
        return new WorkbenchState(
                setup,
                shown(),
                status,
                view.playback(),
                view.range(),
                view.lens(),
                view.look(),
                view.one(),
                view.many(),
                message(),
                unresponsive,
                lessons.state(),
                lecture.state());
    }

    private Shown shown() {
        return comparisons.shown();
    }

    /** What is wrong with the files of lessons is said until it is closed, but for what is newer. */
    private @Nullable Message message() {
        return message != null || lessons.problems().isEmpty() ? message : Message.trouble(lessons.problems());
    }

    /** Returns how all this is looked at. */
    public View view() {
        return view;
    }

    /** Returns where guesses at a lesson's questions go. */
    public LessonDesk lessons() {
        return lessons;
    }

    /** Returns the lecture: what is in it, and what can be done to it. */
    public LectureDesk lecture() {
        return lecture;
    }

    /** Records what is asked for and in sight as a state of the lecture, behind the one that was shown last. */
    public void recordState() {
        ifUsable("record a state", () -> lecture.record(setup.request(), view.sight()));
    }

    /** Puts what is asked for and in sight into the state of the lecture that was shown last. */
    public void replaceState() {
        ifUsable("replace the state", () -> lecture.replace(setup.request(), view.sight()));
    }

    private void ifUsable(String what, Runnable command) {
        if (setup.usable()) {
            command.run();
        } else {
            say(Message.trouble("Could not " + what + ": a parameter can't be used as it stands, mend it first."));
        }
    }

    /**
     * Shows a state of the lecture, some behind the one that was shown last.
     *
     * @param states 1 for the next, -1 for the one before
     */
    public void showNextState(int states) {
        if (lecture.state().isEmpty()) {
            say(Message.trouble("There is no lecture to step through: open or record one under Lecture."));
        } else {
            showState(lecture.next(states));
        }
    }

    /** Shows a state of the lecture, if it is there. What it doesn't name is as it is on the command line. */
    public void showState(int place) {
        lecture.go(place).ifPresent(state -> {
            boolean asked = reopen(state.request(), true);
            view.see(state.sight(), !asked && settled());
        });
    }

    /** Presents what is shown, or no more; a lecture of which nothing was shown yet begins. */
    public void setPresentation(boolean presentation) {
        if (presentation && lecture.shown().isEmpty()) {
            showState(0);
        }
        view.setPresentation(presentation);
    }

    /** Returns what is said to a class: what the lecture says to what is asked for, or else what the runs show. */
    public String sentence() {
        return lecture.shown()
                .filter(state -> state.request().equals(setup.request()))
                .map(Lecture.State::said)
                .filter(said -> !said.isEmpty())
                .orElseGet(() -> Sentence.of(shown()));
    }

    // What is asked for

    /**
     * Shows another program with its defaults, and keeps the settings.
     *
     * @param id of one of the gallery
     */
    public void chooseProgram(String id) {
        if (!id.equals(setup.program().id())) {
            view.begin();
            change(setups.instead(setup, id));
        }
    }

    /** Opens a lesson, and shows the program that it is about as the lesson supposes. */
    public void openLesson(GalleryEntry entry) {
        String id = lessons.open(entry);
        if (!id.equals(setup.program().id())) {
            view.begin();
            change(setups.fresh(setup, id));
        }
    }

    /** Opens the next lesson of the path, if there is one. */
    public void nextLesson() {
        LessonState now = lessons.state();
        if (now.hasNext()) {
            openLesson(now.entries().get(now.place() + 1));
        }
    }

    /** Opens the lesson before, if there is one. */
    public void previousLesson() {
        LessonState now = lessons.state();
        if (now.hasPrevious()) {
            openLesson(now.entries().get(now.place() - 1));
        }
    }

    /**
     * Sets the controls as some words of the command line say, and runs. What they don't name is as the lesson supposes:
     * the program's defaults, on the cores, the clock and the threads there are.
     *
     * @param words of a lesson; a {@link BadInputException} is told, and changes nothing
     */
    public void tryOut(List<String> words) {
        try {
            Setup before = setup;
            reopen(RequestWords.read(
                    words, setups.fresh(setup, setup.program().id()).request()));
            if (setup.equals(before) && !setup.settings().simulated()) {
                run();
            }
        } catch (BadInputException e) {
            say(Message.trouble(String.valueOf(e.getMessage())));
        }
    }

    /**
     * Returns the command line that makes the run on the slider's cores.
     *
     * @throws BadInputException if the parameters can't be used as they stand
     */
    public String commandLine() {
        if (!setup.usable()) {
            throw new BadInputException("a parameter can't be used as it stands: mend it first");
        }
        return "coreograph run " + RequestWords.line(RequestWords.of(setup.request()));
    }

    /**
     * Shows a comparison that was asked for before: the simulated one is back, the measured one is measured again.
     *
     * @param request the run on many cores, of which the slider shows as many as it has
     * @throws BadInputException if there is no such program, or it can't take the arguments
     */
    public void reopen(RunRequest request) {
        reopen(request, false);
    }

    /**
     * @param alone whether nothing of the runs before is to stay beside it
     * @return whether there is something to be run
     */
    private boolean reopen(RunRequest request, boolean alone) {
        int cores = Math.min(request.settings().cores(), MAX_CORES);
        Setup asked = setups.of(request.withSettings(request.settings().withCores(cores)));
        if (!asked.program().equals(setup.program())) {
            view.begin();
        }
        boolean differs = change(asked);
        if (alone) {
            comparisons.forgetGhost();
        }
        return differs;
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

    /**
     * Changes settings.
     *
     * @param changed gives the settings to have, from those there are; a {@link BadInputException} leaves all as it is
     * @return what is wrong, in one line, or null
     */
    public @Nullable String changeSettings(UnaryOperator<Settings> changed) {
        try {
            change(setup.with(changed.apply(setup.settings())));
            return null;
        } catch (BadInputException e) {
            return e.getMessage();
        }
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

    /**
     * Runs with a seed that is some steps on from this one: what is drawn by it is drawn anew, and the same steps back
     * give the same run again.
     */
    public void stepSeed(int steps) {
        if (setup.seeded()) {
            change(setup.with(setup.settings().withSeed(setup.settings().seed() + steps)));
        } else {
            say(Message.done(
                    setup.settings().simulated()
                            ? "Nothing in this run is drawn by the seed."
                            : "Under the measured clock nothing is drawn by the seed: this machine has its own luck."));
        }
    }

    /** Begins a drag, or typing: the ghost stays that of before it, and nothing is measured until it is over. */
    public void beginGesture() {
        comparisons.beginGesture();
    }

    /** Ends a drag, or typing. */
    public void endGesture() {
        Shown before = shown();
        comparisons.endGesture(setup, ticker.getAsLong());
        if (!shown().equals(before)) {
            view.refresh();
        }
        frames.requestFrame();
    }

    /** Runs again; both runs are measured anew. */
    public void run() {
        if (setup.usable()) {
            ask(true);
        }
    }

    /** Stops what runs. What had happened by then stays on the screen. */
    public void stop() {
        comparisons.stop();
        frames.requestFrame();
    }

    /** @return whether there is something to be run */
    private boolean change(Setup next) {
        if (next.equals(setup)) {
            return false;
        }
        boolean differs = !setup.usable() || !next.request().equals(setup.request());
        setup = next;
        lessons.follow(next.program().id());
        frames.requestFrame();
        if (differs && next.usable()) {
            message = null;
            comparisons.changed(next, ticker.getAsLong());
        }
        return differs && next.usable();
    }

    private void ask(boolean anew) {
        message = null;
        comparisons.ask(setup, anew, ticker.getAsLong());
        frames.requestFrame();
    }

    /** Tells the person something, or with null nothing more. */
    public void say(@Nullable Message line) {
        message = line;
        if (line == null) {
            lessons.dismissProblems();
        }
        frames.requestFrame();
    }

    // Frames

    /** Begins a frame: adopts what the worker has to tell and moves the playhead. */
    public void frame() {
        long nowNanos = ticker.getAsLong();
        lessons.frame();
        RunNews news = comparisons.adopt();
        if (news != null) {
            adopted(news);
        }
        comparisons.endIfOutdated();
        status = comparisons.statusAt(nowNanos);
        unresponsive = comparisons.unresponsive();
        view.frame(nowNanos);
    }

    /** Returns whether frames are needed without being asked for: something moves with time. */
    public boolean moving() {
        return view.playback().playing() || comparisons.simulating();
    }

    /** Returns whether the runs on the screen are over, and no others are awaited. */
    public boolean settled() {
        return shown().complete() && status instanceof RunStatus.Idle && !comparisons.simulating();
    }

    private void adopted(RunNews news) {
        switch (news.phase()) {
            case ONE_CORE, N_CORES -> {
                if (!news.ask().simulated()) {
                    view.follow(news.live().endNanos(), news.ask().number() != followed);
                    followed = news.ask().number();
                }
            }
            case DONE -> {
                view.settle(!comparisons.awaiting());
                message = ended(news.one()) != null ? ended(news.one()) : ended(news.many());
                if (message == null && news.many().coresChanged()) {
                    message =
                            Message.done("Cores changed while it ran: no speed-up is told. Measure again to compare.");
                }
            }
            case STOPPED -> {
                view.settle(!comparisons.awaiting());
                message = Message.trouble("Stopped: the picture shows what had happened by then.");
            }
            case FAILED -> message = Message.trouble(news.trouble() == null ? "The run failed." : news.trouble());
        }
    }

    private static @Nullable Message ended(RunReport run) {
        RunEnd end = run.end();
        if (end == null || end.outcome() == Outcome.COMPLETED) {
            return null;
        }
        String outcome = end.outcome().id();
        String reason = end.reason();
        boolean said = reason != null && reason.startsWith(outcome);
        return Message.trouble(run.coresTitle() + ": " + (said ? reason : outcome + ", " + reason));
    }
}
