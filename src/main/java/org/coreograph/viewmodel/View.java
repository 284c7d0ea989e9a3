package org.coreograph.viewmodel;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.coreograph.gallery.Sight;
import org.coreograph.model.EventSink;
import org.jspecify.annotations.Nullable;

/**
 * How a person looks at the comparison: where the playhead is, what part of time is on the screen, through which lens,
 * and what the window looks like. Nothing here changes what is run.
 *
 * <p>Not thread-safe: used by the thread that draws. Nothing here waits.
 */
public final class View {
    /** How wide the lens is at first, as a part of the run. */
    private static final int FIRST_LENS = 16;

    private final Supplier<Shown> comparison;
    private final FrameRequests frames;
    private final LongSupplier ticker;
    private final Player player = new Player();

    private TimeRange range = TimeRange.fit(1);
    private Lens lens = new Lens(false, 0);
    private Look look = Look.DEFAULT;
    private RunFigures one;
    private RunFigures many;
    /** What is to be in sight once the runs are over, or null. */
    private @Nullable Sight awaited;

    View(Supplier<Shown> comparison, FrameRequests frames, LongSupplier ticker) {
        this.comparison = comparison;
        this.frames = frames;
        this.ticker = ticker;
        one = RunFigures.of(shown().one(), 0);
        many = RunFigures.of(shown().many(), 0);
    }

    private Shown shown() {
        return comparison.get();
    }

    Playback playback() {
        return player.playback();
    }

    TimeRange range() {
        return range;
    }

    Lens lens() {
        return lens;
    }

    Look look() {
        return look;
    }

    /** Returns the numbers of the one-core run, as they are through the lens. */
    RunFigures one() {
        return one;
    }

    /** Returns the numbers of the run on the slider's cores, as they are through the lens. */
    RunFigures many() {
        return many;
    }

    // The playhead

    /** Plays on from the playhead, or from the start where it is at the end. */
    public void play() {
        player.play(shown(), ticker.getAsLong());
        frames.requestFrame();
    }

    public void pause() {
        player.pause();
        frames.requestFrame();
    }

    /** Plays or pauses. */
    public void togglePlay() {
        if (playback().playing()) {
            pause();
        } else {
            play();
        }
    }

    /** Moves the playhead to the next change in one of the runs, and stops playing. */
    public void stepForward() {
        player.stepForward(shown());
        showPlayhead();
    }

    /** Moves the playhead to the last change before it, and stops playing. */
    public void stepBack() {
        player.stepBack(shown());
        showPlayhead();
    }

    public void toStart() {
        player.jump(shown(), 0);
        showPlayhead();
    }

    public void toEnd() {
        player.jump(shown(), shown().endNanos());
        showPlayhead();
    }

    private void showPlayhead() {
        range = range.showing(playback().playheadNanos(), shown().axisEndNanos());
        frames.requestFrame();
    }

    /** Moves the playhead; if it plays, it plays on from there. */
    public void scrub(long nanos) {
        player.scrub(shown(), nanos);
        frames.requestFrame();
    }

    public void setSpeed(PlaySpeed speed) {
        player.setSpeed(speed);
        frames.requestFrame();
    }

    /** Returns the speeds worth offering for what is shown. */
    public List<PlaySpeed> speeds() {
        return Player.speeds(shown());
    }

    // What part of time is shown

    /** Shows all there is. */
    public void fit() {
        range = TimeRange.fit(shown().axisEndNanos());
        frames.requestFrame();
    }

    /** Zooms around the playhead where it is on the screen, else around the middle. */
    public void zoomBy(double factor) {
        long at = playback().playheadNanos();
        boolean visible = at >= range.startNanos() && at <= range.endNanos();
        range = range.zoomed(
                factor, visible ? at : range.startNanos() + range.lengthNanos() / 2, shown().axisEndNanos());
        frames.requestFrame();
    }

    /** Shows a part of time, brought back to what there is. */
    public void setRange(long startNanos, long endNanos) {
        range = TimeRange.of(startNanos, endNanos, shown().axisEndNanos());
        frames.requestFrame();
    }

    // What it looks like

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
        change(before -> before.withDark(dark));
    }

    /** Makes everything some steps larger, or smaller. */
    public void enlarge(int steps) {
        change(before -> before.larger(steps));
    }

    /** Gives everything the size that it has in itself. */
    public void resetScale() {
        change(before -> before.withPercent(100));
    }

    public void setPresentation(boolean presentation) {
        change(before -> before.withPresentation(presentation));
    }

    /** Gives each task a row, or each core. */
    public void setByTask(boolean byTask) {
        change(before -> before.withByTask(byTask));
    }

    /** Selects a task, whose wake-ups and messages are shown; selected again, it is no longer. */
    public void selectTask(int task) {
        change(before -> before.withSelectedTask(task == before.selectedTask() ? EventSink.NONE : task));
    }

    /** Selects the task some rows below the selected one; the first where none is selected, and none behind the last. */
    public void selectNextTask(int rows) {
        List<Integer> listed = shown().many().trace().listedTasks();
        int at = listed.indexOf(look.selectedTask());
        int next = at < 0 && rows < 0 ? listed.size() - 1 : at + rows;
        change(before ->
                before.withSelectedTask(next >= 0 && next < listed.size() ? listed.get(next) : EventSink.NONE));
    }

    private void change(UnaryOperator<Look> changed) {
        look = changed.apply(look);
        frames.requestFrame();
    }

    /** Returns what is in sight, to be seen again later. */
    public Sight sight() {
        Sight sight = Sight.ALL
                .withPlayhead(playback().playheadNanos())
                .withLens(lens.effectiveNanos())
                .withByTask(look.byTask())
                .withTask(look.selectedTask());
        return range.fitted() ? sight : sight.withZoom(new Sight.Zoom(range.startNanos(), range.endNanos()));
    }

    // What the workbench tells

    /** Shows what a sight says: at once where the runs are over, else as soon as they are. */
    void see(Sight sight, boolean over) {
        awaited = sight;
        change(before -> before.withByTask(sight.byTask()).withSelectedTask(sight.task()));
        player.pause();
        if (over) {
            settle(true);
        }
    }

    private void reach(Sight sight) {
        boolean on = sight.lensNanos() > 0;
        lens = new Lens(on, on ? sight.lensNanos() : lens.widthNanos());
        player.place(shown(), sight.playheadNanos());
        long end = shown().axisEndNanos();
        range = sight.zoom()
                .map(part -> TimeRange.of(part.startNanos(), part.endNanos(), end))
                .orElseGet(() -> TimeRange.fit(end));
    }

    /** Gets ready for another program. */
    void begin() {
        awaited = null;
        player.begin();
        change(before -> before.withSelectedTask(EventSink.NONE));
    }

    /** Moves the playhead by the time since the last frame. */
    void frame(long nowNanos) {
        boolean playing = playback().playing();
        player.advance(shown(), nowNanos);
        if (playing) {
            showPlayhead();
        }
    }

    /**
     * Stays at the end of a run that goes on, unless a person took the playhead elsewhere.
     *
     * @param endNanos when it ends by now
     * @param begins whether the run is new on the screen
     */
    void follow(long endNanos, boolean begins) {
        refresh(endNanos >= shown().endNanos());
        player.follow(endNanos, begins);
    }

    /**
     * Fits what is shown to runs that are over.
     *
     * @param last whether no others are awaited: what is to be seen at first is seen in those
     */
    void settle(boolean last) {
        if (player.settle(shown(), last)) {
            lens = new Lens(lens.on(), firstWidth(shown().endNanos()));
        }
        if (last && awaited != null) {
            reach(awaited);
            awaited = null;
        }
        refresh(false);
    }

    /** Fits what is shown to what there is. */
    void refresh() {
        refresh(false);
    }

    /** @param growing whether the longest run goes on, so that the axis must have room ahead */
    private void refresh(boolean growing) {
        count();
        long end = shown().axisEndNanos();
        if (range.fitted()) {
            range = growing ? TimeRange.ahead(end) : TimeRange.fit(end);
        } else {
            range = TimeRange.of(range.startNanos(), range.endNanos(), end);
        }
    }

    private static long firstWidth(long runNanos) {
        DurationScale scale = DurationScale.of(10, Math.max(20, runNanos), true);
        return scale.value(scale.position(runNanos / FIRST_LENS));
    }

    private void count() {
        one = RunFigures.of(shown().one(), lens.effectiveNanos());
        many = RunFigures.of(shown().many(), lens.effectiveNanos());
    }
}
