package org.coreograph.ui.stage;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.coreograph.analysis.RunReport;
import org.coreograph.picture.Colour;
import org.coreograph.picture.Palette;
import org.coreograph.picture.RunWords;
import org.coreograph.picture.Surface;
import org.coreograph.picture.TextStyle;
import org.coreograph.picture.Typeface;
import org.coreograph.timeline.Box;
import org.coreograph.trace.Trace;
import org.coreograph.viewmodel.stage.MachinePlaces;
import org.coreograph.viewmodel.stage.StageCard;
import org.coreograph.viewmodel.stage.StageSnapshot;

/** Draws a run on the stage: places as boxes with their names, tasks as discs with theirs. What tasks wait for is drawn by {@link CardPainter}. */
final class StagePainter {
    private static final TextStyle PLACE = TextStyle.regular(13);
    private static final TextStyle CORE = TextStyle.medium(13);
    private static final double CORNER_PX = 8;
    private static final Surface.Stroke EDGE = new Surface.Stroke(1.5, 0);
    private static final Surface.Stroke DASHED = new Surface.Stroke(1.2, 5);
    private static final Surface.Stroke RING = new Surface.Stroke(2, 0);
    private static final double PAD_PX = 5;
    /** The names of places, the longest first. */
    private static final List<String> READY = List.of("ready queue", "ready");

    private static final List<String> ALL_READY = List.of("ready, all queues", "all ready", "ready");
    private static final List<String> LATE = List.of("to arrive", "later");
    private static final List<String> DONE = List.of("done");
    /** In smaller tokens nothing could be read. */
    private static final double READABLE_RADIUS_PX = 8;

    private final Typeface typeface;
    private final CardPainter cards;

    StagePainter(Typeface typeface) {
        this.typeface = typeface;
        cards = new CardPainter(typeface);
    }

    void paint(Surface on, RunReport run, RunStage stage, Palette palette, long nowNanos) {
        MachinePlaces machine = stage.layout().machine();
        StageSnapshot now = stage.snapshot();
        if (machine.queues().isEmpty()) {
            boolean all = !now.queues().isEmpty();
            place(on, palette, machine.ready(), all ? ALL_READY : READY, now.ready());
            arrow(on, palette, machine.ready(), machine.cores());
        }
        for (int core = 0; core < machine.queues().size(); core++) {
            List<Integer> ready = core < now.queues().size() ? now.queues().get(core) : List.of();
            place(on, palette, machine.queues().get(core), READY, ready);
        }
        if (machine.late().widthPx() > 0) {
            place(on, palette, machine.late(), LATE, now.late());
        }
        place(on, palette, machine.done(), DONE, now.done());
        for (StageCard card : stage.layout().cards()) {
            cards.paint(on, run.trace(), stage, card, palette);
        }
        for (int core = 0; core < machine.cores().size(); core++) {
            core(on, palette, machine.cores().get(core), core, now);
        }
        for (RunStage.Hidden hidden : stage.hidden()) {
            String count = "+" + hidden.count();
            double half = Math.min(typeface.widthPx(count, PLACE), hidden.room().widthPx()) / 2;
            on.text(
                    count,
                    Math.clamp(
                            hidden.xPx(),
                            hidden.room().xPx() + half,
                            hidden.room().rightPx() - half),
                    baseline(hidden.yPx(), PLACE),
                    Surface.Anchor.MIDDLE,
                    PLACE,
                    palette.ink());
        }
        for (Map.Entry<Integer, StageMotion.Spot> token : stage.tokens(nowNanos).entrySet()) {
            int core = now.onCore().indexOf(token.getKey());
            boolean entering = core >= 0 && now.switching().get(core);
            token(on, palette, run.trace(), token.getKey(), token.getValue(), entering);
        }
    }

    /**
     * Draws a place with the first of its names that has room together with how many are there, or else with the
     * shortest; where there is no room above the tokens it has none.
     */
    private void place(Surface on, Palette palette, Box box, List<String> names, List<Integer> tasks) {
        dashedRound(on, box, palette.hatch());
        if (!MachinePlaces.labelled(box)) {
            return;
        }
        double room = box.widthPx() - 2 * PAD_PX;
        Stream<String> counted = tasks.isEmpty()
                ? names.stream()
                : Stream.concat(
                        names.stream().map(name -> name + " (" + tasks.size() + ")"),
                        Stream.of(names.getLast() + " " + tasks.size(), names.getLast()));
        on.text(
                typeface.shortened(fitting(counted.toList(), PLACE, room), PLACE, room),
                box.xPx() + PAD_PX,
                box.yPx() + 16,
                Surface.Anchor.START,
                PLACE,
                palette.mutedInk());
    }

    private String fitting(List<String> words, TextStyle style, double roomPx) {
        return words.stream()
                .filter(each -> typeface.widthPx(each, style) <= roomPx)
                .findFirst()
                .orElse(words.getLast());
    }

    static void dashedRound(Surface on, Box box, Colour colour) {
        on.line(box.xPx(), box.yPx(), box.rightPx(), box.yPx(), DASHED, colour);
        on.line(box.xPx(), box.bottomPx(), box.rightPx(), box.bottomPx(), DASHED, colour);
        on.line(box.xPx(), box.yPx(), box.xPx(), box.bottomPx(), DASHED, colour);
        on.line(box.rightPx(), box.yPx(), box.rightPx(), box.bottomPx(), DASHED, colour);
    }

    private static List<String> coreNames(StageSnapshot now, int core) {
        String number = Integer.toString(core);
        if (now.off().get(core)) {
            return List.of("core " + core + ": off", core + ": off", "off");
        }
        return now.switching().get(core)
                ? List.of("switching", "core " + core, number)
                : List.of("core " + core, number);
    }

    /** Draws a core; one that is off is crossed out. */
    private void core(Surface on, Palette palette, Box box, int core, StageSnapshot now) {
        double corner = Math.min(CORNER_PX, box.widthPx() * 0.2);
        on.fillRound(box, corner, palette.ink().over(palette.background(), 0.8));
        double edge = box.widthPx() < 30 ? 1 : EDGE.widthPx();
        on.fillRound(
                new Box(box.xPx() + edge, box.yPx() + edge, box.widthPx() - 2 * edge, box.heightPx() - 2 * edge),
                corner - edge,
                palette.laneBackground().over(palette.background(), 0.5));
        if (now.off().get(core)) {
            double top = box.yPx() + MachinePlaces.coreLabelPx(box);
            on.line(box.xPx(), top, box.rightPx(), box.bottomPx(), EDGE, palette.mutedInk());
            on.line(box.xPx(), box.bottomPx(), box.rightPx(), top, EDGE, palette.mutedInk());
        }
        if (MachinePlaces.coreLabelPx(box) > 0) {
            on.text(
                    fitting(coreNames(now, core), CORE, box.widthPx() - 6),
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
            Surface on, Palette palette, Trace trace, int task, StageMotion.Spot at, boolean entering) {
        double radius = at.radiusPx();
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
            label(on, trace, task, at, radius * 0.95, entering ? palette.ink() : Palette.textOn(colour));
        }
        if (trace.times().get(task).failed() && trace.times().get(task).finishNanos() >= 0) {
            on.strokeRect(disc, RING, palette.alarm());
        }
    }

    /**
     * Writes whose a token is into it.
     *
     * @param largestPx the size of type where the name is short enough
     */
    static void label(Surface on, Trace trace, int task, StageMotion.Spot at, double largestPx, Colour colour) {
        String label = RunWords.initials(trace.tasks().get(task).name());
        TextStyle style = TextStyle.bold(Math.min(largestPx, at.radiusPx() * 2.6 / Math.max(1, label.length())));
        on.text(label, at.xPx(), baseline(at.yPx(), style), Surface.Anchor.MIDDLE, style, colour);
    }

    static double baseline(double middlePx, TextStyle style) {
        return middlePx + style.sizePx() * 0.711 / 2;
    }
}
