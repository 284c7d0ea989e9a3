package org.coreograph.ui.stage;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.Durations;
import org.coreograph.picture.CanvasSurface;
import org.coreograph.picture.Figures;
import org.coreograph.picture.Palette;
import org.coreograph.picture.Surface;
import org.coreograph.picture.TextStyle;
import org.coreograph.picture.Typeface;
import org.coreograph.timeline.Box;
import org.coreograph.trace.Lane;
import org.coreograph.ui.canvas.PixelScale;
import org.coreograph.viewmodel.Shown;
import org.coreograph.viewmodel.WorkbenchState;
import org.jspecify.annotations.Nullable;

/** The stage of a comparison: the one-core run at the left, the run on more cores at the right. */
public final class StageView extends Region {
    private static final TextStyle HEADING = TextStyle.bold(16);
    private static final TextStyle TIME = TextStyle.regular(15);
    private static final double HEADING_PX = 32;
    private static final double MARGIN_PX = 14;
    private static final double BETWEEN_PX = 28;
    /** The share of the width that the one-core run has. */
    private static final double ONE_SHARE = 0.42;

    /** What was drawn last; drawn again only if something differs. */
    private record Seen(Shown shown, long atNanos, Palette palette, double widthPx, double heightPx) {}

    private final Canvas canvas = new Canvas();
    private final Typeface typeface;
    private final StagePainter painter;
    private final RunStage one = new RunStage();
    private final RunStage many = new RunStage();
    private @Nullable Seen seen;
    private boolean moving;

    public StageView(Typeface typeface) {
        this.typeface = typeface;
        painter = new StagePainter(typeface);
        getStyleClass().add("stage");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("Stage");
        setMinHeight(120);
        setMinWidth(0);
        getChildren().add(canvas);
    }

    /**
     * Shows the runs at the playhead.
     *
     * @param nowNanos the time on the wall, by which tokens move
     * @return whether a token is on its way, so that another frame is wanted
     */
    public boolean show(WorkbenchState state, Palette palette, long nowNanos) {
        Seen now = new Seen(state.shown(), state.playback().playheadNanos(), palette, getWidth(), getHeight());
        if ((now.equals(seen) && !moving) || now.widthPx < 1 || now.heightPx < 1) {
            return moving;
        }
        boolean sameRuns = seen != null && seen.shown.equals(now.shown);
        boolean playing = state.playback().playing();
        double left = Math.floor((now.widthPx - 2 * MARGIN_PX - BETWEEN_PX) * ONE_SHARE);
        Box area = new Box(MARGIN_PX, HEADING_PX, left, now.heightPx - HEADING_PX - MARGIN_PX);
        double x = area.rightPx() + BETWEEN_PX;
        Box other = new Box(x, area.yPx(), now.widthPx - MARGIN_PX - x, area.heightPx());
        double speed = state.playback().speed().factor();
        one.set(
                state.shown().one(),
                area,
                now.atNanos,
                nowNanos,
                slow(state.shown().one(), now, playing, speed));
        many.set(
                state.shown().many(),
                other,
                now.atNanos,
                nowNanos,
                slow(state.shown().many(), now, playing, speed));
        seen = now;
        draw(state, palette, nowNanos, area, other);
        if (!playing) {
            setAccessibleText("Stage. " + StageWords.of(state.shown().one(), one.snapshot()) + ". "
                    + StageWords.of(state.shown().many(), many.snapshot()));
        }
        moving = sameRuns && (one.moving(nowNanos) || many.moving(nowNanos));
        return moving;
    }

    /** Returns whether things happen so slowly that the eye can follow a token on its way. */
    private static boolean slow(RunReport run, Seen now, boolean playing, double speed) {
        if (!playing) {
            return true;
        }
        long shortest = Long.MAX_VALUE;
        for (int core = 0; core < run.trace().cores(); core++) {
            Lane lane = run.trace().coreLane(core);
            int span = lane.at(now.atNanos);
            if (span >= 0) {
                int longer = span + 1 < lane.size() && lane.endNanos(span) - lane.startNanos(span) < Durations.MICRO
                        ? span + 1
                        : span;
                shortest = Math.min(shortest, lane.endNanos(longer) - lane.startNanos(longer));
            }
        }
        return shortest / speed > 2.0 * StageMotion.LENGTH_NANOS;
    }

    private void draw(WorkbenchState state, Palette palette, long nowNanos, Box area, Box other) {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        Surface on = new CanvasSurface(canvas.getGraphicsContext2D(), typeface, PixelScale.of(this));
        on.fillRect(new Box(0, 0, getWidth(), getHeight()), palette.background());
        Shown shown = state.shown();
        heading(
                on,
                palette,
                area.xPx(),
                shown.one(),
                "at " + Figures.upTo(shown.endNanos()).text(state.playback().playheadNanos()));
        heading(on, palette, other.xPx(), shown.many(), "");
        painter.paint(on, shown.one(), one, palette, nowNanos);
        painter.paint(on, shown.many(), many, palette, nowNanos);
    }

    private void heading(Surface on, Palette palette, double xPx, RunReport run, String time) {
        String words = run.coresTitle();
        on.text(words, xPx, 21, Surface.Anchor.START, HEADING, palette.ink());
        on.text(time, xPx + typeface.widthPx(words, HEADING) + 8, 21, Surface.Anchor.START, TIME, palette.mutedInk());
    }
}
