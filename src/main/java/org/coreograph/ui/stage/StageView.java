package org.coreograph.ui.stage;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.Durations;
import org.coreograph.model.EventSink;
import org.coreograph.picture.CanvasSurface;
import org.coreograph.picture.Figures;
import org.coreograph.picture.Palette;
import org.coreograph.picture.Surface;
import org.coreograph.picture.TextStyle;
import org.coreograph.picture.Typeface;
import org.coreograph.timeline.Box;
import org.coreograph.trace.Lane;
import org.coreograph.ui.canvas.FineCanvas;
import org.coreograph.viewmodel.Playback;
import org.coreograph.viewmodel.Shown;
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

    private final FineCanvas canvas = new FineCanvas();
    private final Typeface typeface;
    private final StagePainter painter;
    private final RunStage one = new RunStage();
    private final RunStage many = new RunStage();
    private @Nullable Seen seen;
    private boolean moving;
    /** When it was drawn last, by the time by which tokens move. */
    private long drawnNanos;

    private final ReadOnlyBooleanWrapper crowded = new ReadOnlyBooleanWrapper();

    public StageView(Typeface typeface) {
        this.typeface = typeface;
        painter = new StagePainter(typeface);
        getStyleClass().add("stage");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("Stage");
        setMinHeight(120);
        setMinWidth(0);
        getChildren().add(canvas);
        new StageTooltip(this).install();
    }

    /** Returns what is to be said of a point: whose token is there, or what the card there is about. */
    String wordsAt(double xPx, double yPx) {
        if (seen == null) {
            return "";
        }
        String words = wordsAt(seen.shown.one(), one, xPx, yPx);
        return words.isEmpty() && !seen.shown.single() ? wordsAt(seen.shown.many(), many, xPx, yPx) : words;
    }

    private String wordsAt(RunReport run, RunStage stage, double xPx, double yPx) {
        int task = stage.taskAt(xPx, yPx, drawnNanos);
        String name =
                task == EventSink.NONE ? "" : run.trace().tasks().get(task).name() + "\n";
        String about = stage.layout().cards().stream()
                .filter(card -> card.box().contains(xPx, yPx))
                .findFirst()
                .map(card -> StageWords.of(run.trace(), stage, card))
                .orElse("");
        return (name + about).strip();
    }

    /**
     * Shows the runs at the playhead.
     *
     * @param nowNanos the time on the wall, by which tokens move
     * @return whether a token is on its way, so that another frame is wanted
     */
    public boolean show(Shown shown, Playback playback, Palette palette, long nowNanos) {
        Seen now = new Seen(shown, playback.playheadNanos(), palette, getWidth(), getHeight());
        if ((now.equals(seen) && !moving) || now.widthPx < 1 || now.heightPx < 1) {
            return moving;
        }
        boolean playing = playback.playing();
        double speed = playback.speed().factor();
        boolean single = shown.single();
        one.show(shown.one());
        if (!single) {
            many.show(shown.many());
        }
        crowded.set(one.crowded() || (!single && many.crowded()));
        drawnNanos = nowNanos;
        double whole = now.widthPx - 2 * MARGIN_PX;
        double left = single ? whole : Math.floor((whole - BETWEEN_PX) * ONE_SHARE);
        Box area = new Box(MARGIN_PX, HEADING_PX, left, now.heightPx - HEADING_PX - MARGIN_PX);
        double x = area.rightPx() + BETWEEN_PX;
        Box other = new Box(x, area.yPx(), now.widthPx - MARGIN_PX - x, area.heightPx());
        one.set(shown.one(), area, now.atNanos, nowNanos, slow(shown.one(), now, playing, speed));
        if (!single) {
            many.set(shown.many(), other, now.atNanos, nowNanos, slow(shown.many(), now, playing, speed));
        }
        seen = now;
        draw(now, area, single ? null : other);
        if (!playing) {
            setAccessibleText("Stage. " + StageWords.of(shown.one(), one)
                    + (single ? "" : ". " + StageWords.of(shown.many(), many)));
        }
        moving = busy(one, nowNanos) || (!single && busy(many, nowNanos));
        return moving;
    }

    private static boolean busy(RunStage stage, long nowNanos) {
        return stage.reading() || stage.moving(nowNanos);
    }

    /** Returns whether there is more to see than cores, so that a higher stage is wanted. */
    public ReadOnlyBooleanProperty crowdedProperty() {
        return crowded.getReadOnlyProperty();
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

    private void draw(Seen now, Box area, @Nullable Box other) {
        canvas.begin(getWidth(), getHeight());
        Surface on = new CanvasSurface(canvas.getGraphicsContext2D(), typeface, FineCanvas.pixels(this));
        Palette palette = now.palette;
        Shown shown = now.shown;
        on.fillRect(new Box(0, 0, getWidth(), getHeight()), palette.background());
        heading(
                on,
                palette,
                area.xPx(),
                shown.one(),
                "at " + Figures.upTo(shown.endNanos()).text(now.atNanos));
        painter.paint(on, shown.one(), one, palette, drawnNanos);
        if (other != null) {
            heading(on, palette, other.xPx(), shown.many(), "");
            painter.paint(on, shown.many(), many, palette, drawnNanos);
        }
    }

    private void heading(Surface on, Palette palette, double xPx, RunReport run, String time) {
        String words = run.coresTitle();
        on.text(words, xPx, 21, Surface.Anchor.START, HEADING, palette.ink());
        on.text(time, xPx + typeface.widthPx(words, HEADING) + 8, 21, Surface.Anchor.START, TIME, palette.mutedInk());
    }
}
