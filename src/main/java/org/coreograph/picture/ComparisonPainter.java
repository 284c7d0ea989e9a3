package org.coreograph.picture;

import java.util.ArrayList;
import java.util.List;
import org.coreograph.picture.RunWords.Marks;
import org.coreograph.picture.Surface.Anchor;
import org.coreograph.timeline.Box;
import org.coreograph.timeline.LaneFolder;
import org.coreograph.timeline.Layout;
import org.coreograph.timeline.SwitchTicks;
import org.coreograph.timeline.Viewport;
import org.coreograph.trace.Lane;
import org.coreograph.trace.SpanKind;
import org.coreograph.trace.Trace;

/**
 * Draws the runs of a scene above each other on one time axis. Remembers what it worked out of a run, so that drawing
 * the same run again is quick; not thread-safe.
 */
public final class ComparisonPainter {
    /** More failures than this aren't marked one by one. */
    private static final int MOST_FAILURES = 500;

    private final Typeface typeface;
    private final int processors;
    private final LaneFolder folder = new LaneFolder();
    private final RunFacts facts = new RunFacts();

    /** @param processors how many the machine has, which measured runs are compared with */
    public ComparisonPainter(Typeface typeface, int processors) {
        this.typeface = typeface;
        this.processors = processors;
    }

    /** Draws a scene on a whole surface, background included, with the type of the window. */
    public void paint(Surface surface, ComparisonScene scene, Palette palette, double widthPx, double heightPx) {
        surface.fillRect(new Box(0, 0, widthPx, heightPx), palette.background());
        TypeSizes sizes = sizesOf(scene);
        paint(surface, place(scene, palette, windowArea(widthPx, heightPx), sizes), palette, sizes);
    }

    static TypeSizes sizesOf(ComparisonScene scene) {
        return scene.presentation() ? TypeSizes.PRESENTATION : TypeSizes.WINDOW;
    }

    private static Box windowArea(double widthPx, double heightPx) {
        return new Box(0, 0, Math.max(1, widthPx), Math.max(1, heightPx));
    }

    /** Finds a place for everything. */
    PlacedScene place(ComparisonScene scene, Palette palette, Box area, TypeSizes sizes) {
        return PlacedScene.of(scene, area, sizes, typeface, new Headings(typeface, sizes, palette, facts, processors));
    }

    /** Returns the headings of the runs of a scene, without notes on how switches are drawn. */
    List<TextFlow> headings(ComparisonScene scene, Palette palette, TypeSizes sizes, double widthPx) {
        Headings headings = new Headings(typeface, sizes, palette, facts, processors);
        List<TextFlow> flows = new ArrayList<>();
        scene.runs().forEach(run -> flows.add(headings.of(scene, RunRows.cores(run), widthPx, "")));
        return flows;
    }

    /** Draws a scene whose places are known, without the background. */
    void paint(Surface surface, PlacedScene placed, Palette palette, TypeSizes sizes) {
        LanePainter lanes = new LanePainter(surface, palette, typeface, sizes, folder, placed.viewport());
        for (int i = 0; i < placed.rows().size(); i++) {
            Marks marks = section(surface, placed, i, lanes, palette, sizes);
            heading(surface, placed, i, marks, palette, sizes);
        }
        new AxisPainter(surface, palette, typeface, sizes).paint(placed);
    }

    private Marks section(
            Surface surface, PlacedScene placed, int section, LanePainter lanes, Palette palette, TypeSizes sizes) {
        RunRows rows = placed.rows().get(section);
        Trace trace = rows.run().trace();
        Marks marks = marks(placed, section, sizes);
        for (int row = 0; row < rows.count(); row++) {
            Box box = snapped(surface, placed.layout().lane(section, row));
            switch (rows.kind()) {
                case CORES -> {
                    lanes.core(box, trace, row, idleUntil(placed, rows));
                    if (marks == Marks.TICKS) {
                        lanes.ticks(box, trace.coreLane(row), tickPx(placed, section, sizes));
                    }
                }
                case TASKS ->
                    lanes.seen(
                            box,
                            trace,
                            rows.tasks().get(row),
                            facts.stretches(trace, placed.scene().lensNanos()));
                case GHOST -> lanes.ghost(box, trace, row);
            }
        }
        if (rows.kind() == RunRows.Kind.CORES) {
            failures(surface, placed, section, lanes);
        }
        labels(surface, placed, section, palette, sizes);
        return marks;
    }

    /** A core is idle after the run too; of a run that goes on, what comes isn't known. */
    private static long idleUntil(PlacedScene placed, RunRows rows) {
        return rows.run().end() == null ? rows.run().endNanos() : placed.scene().endNanos();
    }

    private static Box snapped(Surface surface, Box box) {
        double left = surface.snap(box.xPx());
        double top = surface.snap(box.yPx());
        double bottom = surface.snap(box.bottomPx());
        return bottom > top
                ? new Box(left, top, surface.snap(box.rightPx()) - left, bottom - top)
                : new Box(left, box.yPx(), surface.snap(box.rightPx()) - left, box.heightPx());
    }

    /** Returns how high a tick can be: as much as there is between lanes. */
    private static double tickPx(PlacedScene placed, int section, TypeSizes sizes) {
        Layout.Section lanes = placed.layout().sections().get(section);
        double between = lanes.lanes() < 2 ? Double.MAX_VALUE : lanes.pitchPx() - lanes.lanePx() - 1;
        return Math.round(Math.min(0.4 * sizes.emPx(), between));
    }

    private Marks marks(PlacedScene placed, int section, TypeSizes sizes) {
        RunRows rows = placed.rows().get(section);
        if (rows.kind() != RunRows.Kind.CORES) {
            return Marks.NONE;
        }
        Viewport viewport = placed.viewport();
        boolean room = tickPx(placed, section, sizes) >= 2;
        boolean toScale = false;
        for (int core = 0; core < rows.count(); core++) {
            Lane lane = rows.run().trace().coreLane(core);
            if (room && SwitchTicks.of(lane, viewport).length > 0) {
                return Marks.TICKS;
            }
            toScale |= switchInSight(lane, viewport);
        }
        return toScale ? Marks.TO_SCALE : Marks.NONE;
    }

    private static boolean switchInSight(Lane lane, Viewport viewport) {
        double wide = SwitchTicks.VISIBLE_PX * viewport.nanosPerPx();
        int first = lane.firstEndingAfter(viewport.startNanos());
        // One look is enough: where the first few spans show none to scale, none is common enough to explain.
        int last = (int) Math.min(lane.size(), first + viewport.widthPx());
        for (int i = first; i < last && lane.startNanos(i) < viewport.endNanos(); i++) {
            if (lane.kind(i) == SpanKind.SWITCHING && lane.endNanos(i) - lane.startNanos(i) >= wide) {
                return true;
            }
        }
        return false;
    }

    private static void failures(Surface surface, PlacedScene placed, int section, LanePainter lanes) {
        Trace trace = placed.rows().get(section).run().trace();
        int marked = 0;
        for (int task = 0; task < trace.tasks().size() && marked < MOST_FAILURES; task++) {
            if (RunWords.failed(trace, task)) {
                long at = trace.times().get(task).finishNanos();
                int core = RunWords.lastCore(trace, task);
                boolean inSight = at >= placed.scene().startNanos()
                        && at <= placed.scene().endNanos();
                if (core >= 0 && inSight) {
                    lanes.failure(snapped(surface, placed.layout().lane(section, core)), at);
                    marked++;
                }
            }
        }
    }

    private void labels(Surface surface, PlacedScene placed, int section, Palette palette, TypeSizes sizes) {
        RunRows rows = placed.rows().get(section);
        Layout.Section lanes = placed.layout().sections().get(section);
        TextStyle style = sizes.text();
        int every = lanes.labelEvery(style.sizePx() * 1.15);
        double room = placed.layout().plotLeftPx() - placed.layout().area().xPx() - 0.5 * sizes.emPx();
        for (int row = 0; row < rows.count(); row += every) {
            double middle = lanes.laneTopPx(row) + lanes.lanePx() / 2;
            surface.text(
                    typeface.shortened(rows.label(row), style, room),
                    placed.layout().area().xPx(),
                    TypeSizes.baseline(middle, style),
                    Anchor.START,
                    style,
                    palette.mutedInk());
        }
    }

    private void heading(
            Surface surface, PlacedScene placed, int section, Marks marks, Palette palette, TypeSizes sizes) {
        RunRows rows = placed.rows().get(section);
        Box box = placed.layout().sections().get(section).heading();
        TextFlow flow = placed.headings().get(section);
        double linePx = sizes.linePx(sizes.small());
        if (rows.kind() == RunRows.Kind.CORES) {
            Headings headings = new Headings(typeface, sizes, palette, facts, processors);
            linePx = headings.linePx();
            flow = headings.of(placed.scene(), rows, box.widthPx(), RunWords.switches(rows.run(), marks));
        } else if (rows.kind() == RunRows.Kind.TASKS) {
            linePx = sizes.linePx(sizes.heading());
        }
        flow.draw(surface, box.xPx(), box.yPx(), linePx);
    }
}
