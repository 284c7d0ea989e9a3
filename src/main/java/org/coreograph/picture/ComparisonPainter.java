package org.coreograph.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.coreograph.analysis.RunReport;
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

    /**
     * Draws a scene on a whole surface, background included, with the type of the window.
     *
     * @return where everything is
     */
    public Placement paint(Surface surface, ComparisonScene scene, Palette palette, double widthPx, double heightPx) {
        Box whole = new Box(0, 0, Math.max(1, widthPx), Math.max(1, heightPx));
        surface.fillRect(whole, palette.background());
        TypeSizes sizes = TypeSizes.window(widthPx, scene.presentation());
        PlacedScene placed = place(scene, palette, whole, sizes, mostLaneEm(scene));
        surface.clipped(whole, () -> paint(surface, placed, palette, sizes));
        return new Placement(placed);
    }

    /** Returns the height from which on lanes don't get any higher. */
    public double mostHeightPx(ComparisonScene scene, double widthPx) {
        Box endless = new Box(0, 0, Math.max(1, widthPx), 1e6);
        TypeSizes sizes = TypeSizes.window(widthPx, scene.presentation());
        return Math.ceil(place(scene, Palette.LIGHT, endless, sizes, mostLaneEm(scene))
                .layout()
                .bottomPx());
    }

    /** Says in words what a scene shows. */
    public String describe(ComparisonScene scene) {
        Figures figures = Headings.figures(scene);
        return scene.runs().stream()
                .map(run -> RunWords.cores(run.cores()) + ", "
                        + run.request().settings().clock().id() + ", " + facts.manner(run.trace()) + ", "
                        + RunWords.length(run, figures))
                .collect(Collectors.joining("; "));
    }

    /**
     * Finds a place for everything.
     *
     * @param mostLaneEm the height of a lane where there is room, in the size of the type
     */
    PlacedScene place(ComparisonScene scene, Palette palette, Box area, TypeSizes sizes, double mostLaneEm) {
        Headings headings = new Headings(typeface, sizes, palette, facts, processors);
        return PlacedScene.of(scene, area, sizes, mostLaneEm, typeface, headings);
    }

    /** Lanes are all there is in a presentation, and get as high as is good to look at. */
    private static double mostLaneEm(ComparisonScene scene) {
        return scene.presentation() ? 5.5 : 4;
    }

    /** Returns the headings of runs of a scene, without notes on how switches are drawn. */
    List<TextFlow> headings(
            ComparisonScene scene, List<RunReport> runs, Palette palette, TypeSizes sizes, double widthPx) {
        Headings headings = new Headings(typeface, sizes, palette, facts, processors);
        return runs.stream()
                .map(run -> headings.of(scene, RunRows.cores(run), widthPx, ""))
                .toList();
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
        Optional<List<long[]>> ticks =
                rows.kind() == RunRows.Kind.CORES ? ticks(placed, section, sizes) : Optional.empty();
        for (int row = 0; row < rows.count(); row++) {
            Box box = snapped(surface, placed.layout().lane(section, row));
            switch (rows.kind()) {
                case CORES -> {
                    lanes.core(box, trace, row, idleUntil(placed, rows));
                    if (ticks.isPresent()) {
                        lanes.ticks(box, ticks.get().get(row), tickPx(placed, section, sizes));
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
        return rows.kind() == RunRows.Kind.CORES ? marks(placed, section, ticks) : Marks.NONE;
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

    /** Ticks are drawn below all lanes of a run or below none. */
    private static Optional<List<long[]>> ticks(PlacedScene placed, int section, TypeSizes sizes) {
        Trace trace = placed.rows().get(section).run().trace();
        List<long[]> ticks = new ArrayList<>();
        if (tickPx(placed, section, sizes) < 2) {
            return Optional.empty();
        }
        for (int core = 0; core < trace.cores(); core++) {
            Optional<long[]> some = SwitchTicks.of(trace.coreLane(core), placed.viewport());
            if (some.isEmpty()) {
                return Optional.empty();
            }
            ticks.add(some.get());
        }
        return Optional.of(ticks);
    }

    private static Marks marks(PlacedScene placed, int section, Optional<List<long[]>> ticks) {
        boolean scale = false;
        Trace trace = placed.rows().get(section).run().trace();
        for (int core = 0; core < trace.cores() && !scale; core++) {
            scale = switchInSight(trace.coreLane(core), placed.viewport());
        }
        if (ticks.isEmpty()) {
            return scale ? Marks.SCALE_OR_NONE : Marks.NONE;
        }
        boolean any = ticks.get().stream().anyMatch(some -> some.length > 0);
        if (scale) {
            return any ? Marks.TICKS_OR_SCALE : Marks.SCALE;
        }
        return Marks.TICKS;
    }

    private static boolean switchInSight(Lane lane, Viewport viewport) {
        double wide = SwitchTicks.VISIBLE_PX * viewport.nanosPerPx();
        int first = lane.firstEndingAfter(viewport.startNanos());
        // Where very many spans are in sight, the first of them are told from: the note speaks of what is common.
        int last = (int) Math.min(lane.size(), first + 2 * viewport.widthPx());
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
        // Beside thin lanes the first label is moved down, and needs more room below it.
        int every = lanes.labelEvery(style.sizePx() * (lanes.lanePx() < 0.8 * style.sizePx() ? 1.5 : 1.05));
        double room = placed.layout().plotLeftPx() - placed.layout().area().xPx() - 0.5 * sizes.emPx();
        for (int row = 0; row < rows.count(); row += every) {
            // The first label doesn't rise above thin lanes, where the heading is.
            double middle =
                    Math.max(lanes.laneTopPx(row) + lanes.lanePx() / 2, lanes.lanesTopPx() + style.sizePx() * 0.4);
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
        if (rows.kind() == RunRows.Kind.CORES && !placed.terse()) {
            Headings headings = new Headings(typeface, sizes, palette, facts, processors);
            linePx = headings.linePx();
            flow = headings.of(placed.scene(), rows, box.widthPx(), RunWords.switches(rows.run(), marks));
        } else if (rows.kind() != RunRows.Kind.GHOST) {
            linePx = sizes.linePx(sizes.heading());
        }
        flow.draw(surface, box.xPx(), box.yPx(), linePx);
    }
}
