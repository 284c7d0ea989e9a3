package org.coreograph.ui.stage;

import java.util.List;
import java.util.Map;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.EventSink;
import org.coreograph.picture.Colour;
import org.coreograph.picture.Palette;
import org.coreograph.picture.RunWords;
import org.coreograph.picture.Surface;
import org.coreograph.picture.TextStyle;
import org.coreograph.picture.Typeface;
import org.coreograph.timeline.Box;
import org.coreograph.trace.Trace;
import org.coreograph.viewmodel.stage.StageLayout;
import org.coreograph.viewmodel.stage.StageSnapshot;

/** Draws a run on the stage: places as boxes with their names, tasks as discs with theirs. */
final class StagePainter {
    private static final TextStyle PLACE = TextStyle.regular(13);
    private static final TextStyle CORE = TextStyle.medium(13);
    private static final double CORNER_PX = 8;
    private static final Surface.Stroke EDGE = new Surface.Stroke(1.5, 0);
    private static final Surface.Stroke DASHED = new Surface.Stroke(1.2, 5);
    private static final Surface.Stroke RING = new Surface.Stroke(2, 0);
    /** A narrower ready queue has a shorter name. */
    private static final double WIDE_QUEUE_PX = 110;
    /** In smaller tokens nothing could be read. */
    private static final double READABLE_RADIUS_PX = 8;

    private final Typeface typeface;

    StagePainter(Typeface typeface) {
        this.typeface = typeface;
    }

    void paint(Surface on, RunReport run, RunStage stage, Palette palette, long nowNanos) {
        StageLayout layout = stage.layout();
        StageSnapshot now = stage.snapshot();
        boolean wide = layout.ready().widthPx() > WIDE_QUEUE_PX;
        place(
                on,
                palette,
                layout.ready(),
                wide ? "ready queue" : "ready",
                now.ready().size());
        if (layout.late().widthPx() > 0) {
            place(on, palette, layout.late(), "to arrive", now.late().size());
        }
        place(on, palette, layout.done(), "done", now.done().size());
        for (StageLayout.Wait wait : layout.waits()) {
            waitPlace(on, palette, wait, run.trace());
        }
        for (int core = 0; core < layout.cores().size(); core++) {
            core(
                    on,
                    palette,
                    layout.cores().get(core),
                    coreName(now, core),
                    now.off().get(core));
        }
        arrow(on, palette, layout.ready(), layout.cores());
        for (RunStage.Hidden hidden : stage.hidden()) {
            on.text(
                    "+" + hidden.count(),
                    hidden.xPx(),
                    baseline(hidden.yPx(), PLACE),
                    Surface.Anchor.MIDDLE,
                    PLACE,
                    palette.ink());
        }
        for (Map.Entry<Integer, StageMotion.Spot> token : stage.tokens(nowNanos).entrySet()) {
            int core = now.onCore().indexOf(token.getKey());
            boolean entering = core >= 0 && now.switching().get(core);
            token(on, palette, run.trace(), token.getKey(), token.getValue(), layout.radiusPx(), entering);
        }
    }

    private void place(Surface on, Palette palette, Box box, String name, int tokens) {
        dashedRound(on, box, palette.hatch());
        String words = tokens > 0 ? name + " (" + tokens + ")" : name;
        String fitting = typeface.widthPx(words, PLACE) <= box.widthPx() - 12 ? words : name;
        on.text(
                typeface.shortened(fitting, PLACE, box.widthPx() - 12),
                box.xPx() + 7,
                box.yPx() + 16,
                Surface.Anchor.START,
                PLACE,
                palette.mutedInk());
    }

    private void waitPlace(Surface on, Palette palette, StageLayout.Wait wait, Trace trace) {
        Box box = wait.box();
        dashedRound(on, box, palette.hatch());
        double room = StageLayout.beside(box).xPx() - box.xPx() - 9;
        List<String> names = names(wait.place(), trace);
        String fitting = names.stream()
                .filter(name -> typeface.widthPx(name, PLACE) <= room)
                .findFirst()
                .orElse(names.getLast());
        on.text(
                typeface.shortened(fitting, PLACE, room),
                box.xPx() + 7,
                baseline(box.yPx() + box.heightPx() / 2, PLACE),
                Surface.Anchor.START,
                PLACE,
                palette.mutedInk());
    }

    private static void dashedRound(Surface on, Box box, Colour colour) {
        on.line(box.xPx(), box.yPx(), box.rightPx(), box.yPx(), DASHED, colour);
        on.line(box.xPx(), box.bottomPx(), box.rightPx(), box.bottomPx(), DASHED, colour);
        on.line(box.xPx(), box.yPx(), box.xPx(), box.bottomPx(), DASHED, colour);
        on.line(box.rightPx(), box.yPx(), box.rightPx(), box.bottomPx(), DASHED, colour);
    }

    private static String coreName(StageSnapshot now, int core) {
        if (now.off().get(core)) {
            return "core " + core + ": off";
        }
        return now.switching().get(core) ? "switching" : "core " + core;
    }

    /** Draws a core; one that is off is crossed out. */
    private void core(Surface on, Palette palette, Box box, String name, boolean off) {
        double corner = Math.min(CORNER_PX, box.widthPx() * 0.2);
        on.fillRound(box, corner, palette.ink().over(palette.background(), 0.8));
        double edge = box.widthPx() < 30 ? 1 : EDGE.widthPx();
        on.fillRound(
                new Box(box.xPx() + edge, box.yPx() + edge, box.widthPx() - 2 * edge, box.heightPx() - 2 * edge),
                corner - edge,
                palette.laneBackground().over(palette.background(), 0.5));
        if (off) {
            double top = box.yPx() + StageLayout.coreLabelPx(box);
            on.line(box.xPx(), top, box.rightPx(), box.bottomPx(), EDGE, palette.mutedInk());
            on.line(box.xPx(), box.bottomPx(), box.rightPx(), top, EDGE, palette.mutedInk());
        }
        if (StageLayout.coreLabelPx(box) > 0) {
            on.text(
                    typeface.shortened(name, CORE, box.widthPx() - 6),
                    box.xPx() + box.widthPx() / 2,
                    box.yPx() + 17,
                    Surface.Anchor.MIDDLE,
                    CORE,
                    palette.ink());
        }
    }

    private static void arrow(Surface on, Palette palette, Box from, List<Box> cores) {
        double y = from.yPx() + from.heightPx() / 2;
        double start = from.rightPx() + 5;
        double end = Math.min(cores.getFirst().xPx() - 5, start + 26);
        if (end - start < 10) {
            return;
        }
        on.line(start, y, end - 7, y, RING, palette.mutedInk());
        on.fillPolygon(palette.mutedInk(), end, y, end - 8, y - 5, end - 8, y + 5);
    }

    private static void token(
            Surface on, Palette palette, Trace trace, int task, StageMotion.Spot at, double radius, boolean entering) {
        Colour colour = palette.task(task);
        Box disc = new Box(at.xPx() - radius, at.yPx() - radius, 2 * radius, 2 * radius);
        on.fillRound(disc, radius, colour);
        if (entering) {
            double ring = Math.max(2, radius * 0.18);
            on.fillRound(
                    new Box(disc.xPx() + ring, disc.yPx() + ring, 2 * (radius - ring), 2 * (radius - ring)),
                    radius - ring,
                    palette.background());
        }
        if (radius >= READABLE_RADIUS_PX) {
            String label = RunWords.initials(trace.tasks().get(task).name());
            TextStyle style = TextStyle.bold(Math.min(radius * 0.95, radius * 2.6 / Math.max(1, label.length())));
            on.text(
                    label,
                    at.xPx(),
                    baseline(at.yPx(), style),
                    Surface.Anchor.MIDDLE,
                    style,
                    entering ? palette.ink() : Palette.textOn(colour));
        }
        if (trace.times().get(task).failed() && trace.times().get(task).finishNanos() >= 0) {
            on.strokeRect(disc, RING, palette.alarm());
        }
    }

    /** Returns what a place is called, the longest name first. */
    private static List<String> names(StageLayout.WaitPlace place, Trace trace) {
        return switch (place) {
            case StageLayout.WaitPlace.Sleeping sleeping -> List.of("sleeping", "asleep");
            case StageLayout.WaitPlace.WaitingForIo io -> List.of("waiting for I/O", "I/O");
            case StageLayout.WaitPlace.Joining joining -> List.of("waiting for others", "joining");
            case StageLayout.WaitPlace.BlockedOn on -> {
                int object = on.objects().getFirst();
                if (on.objects().size() > 1 || object == EventSink.NONE) {
                    yield List.of("blocked");
                }
                String name = trace.objectName(object);
                yield List.of("blocked on " + name, name, name.substring(name.indexOf(' ') + 1));
            }
        };
    }

    static double baseline(double middlePx, TextStyle style) {
        return middlePx + style.sizePx() * 0.711 / 2;
    }
}
