package org.coreograph.picture;

import java.util.List;
import java.util.stream.Collectors;
import org.coreograph.analysis.LineSlices;
import org.coreograph.analysis.RunReport;
import org.coreograph.picture.Surface.Anchor;
import org.coreograph.timeline.Box;
import org.coreograph.timeline.LaneFolder;
import org.coreograph.timeline.Layout;
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
        surface.clipped(whole, () -> paint(surface, placed, palette, sizes, 0));
        return new Placement(placed);
    }

    /** Says in words what a scene shows. */
    public String describe(ComparisonScene scene) {
        Figures figures = Headings.figures(scene);
        return scene.runs().stream()
                .map(run -> run.coresTitle() + ", "
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
        return new ScenePlacer(scene, area, sizes, mostLaneEm, typeface, headings).place();
    }

    /** Lanes are all there is in a presentation, and get as high as is good to look at. */
    private static double mostLaneEm(ComparisonScene scene) {
        return scene.presentation() ? 5.5 : 5;
    }

    /** Returns the headings of runs of a scene, without notes on how switches are drawn. */
    List<TextFlow> headings(
            ComparisonScene scene, List<RunReport> runs, Palette palette, TypeSizes sizes, double widthPx) {
        Headings headings = new Headings(typeface, sizes, palette, facts, processors);
        return runs.stream()
                .map(run -> headings.of(scene, RunRows.cores(run), widthPx, ""))
                .toList();
    }

    /**
     * Draws a scene whose places are known, without the background.
     *
     * @param overhangPx how far labels of the axis can reach over its right end
     */
    void paint(Surface surface, PlacedScene placed, Palette palette, TypeSizes sizes, double overhangPx) {
        LanePainter lanes = new LanePainter(surface, palette, typeface, sizes, folder, placed.viewport());
        StallPainter stalls = new StallPainter(surface, palette, typeface, sizes, placed.viewport());
        StatePainter states = new StatePainter(surface, palette, sizes, lanes, folder, placed.viewport());
        Painters painters = new Painters(lanes, states, stalls);
        for (int i = 0; i < placed.sections().size(); i++) {
            PlacedScene.Section section = placed.sections().get(i);
            Box heading = placed.layout().sections().get(i).heading();
            section.heading().draw(surface, heading.xPx(), heading.yPx(), section.linePx());
            for (int row = 0; row < section.rows().count(); row++) {
                row(snapped(surface, placed.layout().lane(i, row)), placed.scene(), section, row, painters);
            }
            if (i < placed.scene().line().size()) {
                outlines(surface, placed, i, palette, sizes);
            }
            switch (section.rows().kind()) {
                case CORES -> failures(surface, placed, i, lanes);
                case STATES -> {
                    failures(surface, placed, i, lanes);
                    selection(surface, placed, i, palette, sizes);
                }
                case TASKS, GHOST -> {}
            }
            labels(surface, placed, i, palette, sizes);
        }
        new AxisPainter(surface, palette, typeface, sizes, overhangPx).paint(placed);
    }

    /** Draws what is to be filled in by hand: lanes with nothing on them, and headings that give nothing away. */
    void paintBlank(Surface surface, PlacedScene placed, Palette palette, TypeSizes sizes, double overhangPx) {
        Surface.Stroke thin = Surface.Stroke.solid(sizes.strokePx());
        for (int i = 0; i < placed.sections().size(); i++) {
            Layout.Section lanes = placed.layout().sections().get(i);
            RunRows rows = placed.sections().get(i).rows();
            TextStyle style = sizes.heading();
            surface.text(
                    rows.run().coresTitle(),
                    lanes.heading().xPx(),
                    TypeSizes.baseline(lanes.heading().yPx() + sizes.linePx(style) / 2, style),
                    Anchor.START,
                    style,
                    palette.ink());
            for (int row = 0; row < rows.count(); row++) {
                Box box = snapped(surface, placed.layout().lane(i, row));
                for (int tick = 0; tick < placed.scale().count(); tick++) {
                    double x = surface.snap(placed.viewport().xPx(placed.scale().tickNanos(tick)));
                    surface.fillRect(new Box(x, box.yPx(), surface.realPixelPx(), box.heightPx()), palette.grid());
                }
                surface.strokeRect(box, thin, palette.mutedInk());
            }
            labels(surface, placed, i, palette, sizes);
        }
        new AxisPainter(surface, palette, typeface, sizes, overhangPx)
                .ticks(placed.layout().axis(), placed.viewport(), placed.scale(), List.of());
    }

    /** Who draws rows, each kind its own. */
    private record Painters(LanePainter lanes, StatePainter states, StallPainter stalls) {}

    private void row(Box box, ComparisonScene scene, PlacedScene.Section section, int row, Painters painters) {
        LanePainter lanes = painters.lanes;
        RunRows rows = section.rows();
        Trace trace = rows.run().trace();
        switch (rows.kind()) {
            case CORES -> {
                lanes.core(box, trace, row, idleUntil(scene, rows));
                painters.stalls.draw(box, facts.stalls(rows.run()), row);
                if (!section.switches().ticks().isEmpty()) {
                    lanes.ticks(box, section.switches().ticks().get(row), section.tickPx());
                }
            }
            case STATES -> painters.states.paint(box, trace, rows.tasks().get(row));
            case TASKS -> lanes.seen(box, trace, rows.tasks().get(row), facts.stretches(trace, scene.lensNanos()));
            case GHOST -> lanes.ghost(box, trace, row);
        }
    }

    /** Sets the selected task's row apart, and draws what passed between it and others. */
    private static void selection(Surface surface, PlacedScene placed, int section, Palette palette, TypeSizes sizes) {
        RunRows rows = placed.sections().get(section).rows();
        int task = placed.scene().selectedTask();
        int row = rows.tasks().indexOf(task);
        if (row < 0) {
            return;
        }
        surface.strokeRect(
                snapped(surface, placed.layout().lane(section, row)),
                Surface.Stroke.solid(1.5 * sizes.strokePx()),
                palette.ink());
        new ArrowPainter(surface, palette, sizes, placed.viewport())
                .paint(
                        rows.run().trace(),
                        task,
                        rows.tasks(),
                        index -> placed.layout().lane(section, index));
    }

    /** Sets apart when tasks were in the line that is pointed at. */
    private void outlines(Surface surface, PlacedScene placed, int section, Palette palette, TypeSizes sizes) {
        LineSlices line = placed.scene().line().get(section);
        OutlinePainter outlines = new OutlinePainter(surface, palette, sizes, folder, placed.viewport());
        RunRows rows = placed.sections().get(section).rows();
        for (int row = 0; row < rows.count(); row++) {
            Box box = snapped(surface, placed.layout().lane(section, row));
            switch (rows.kind()) {
                case CORES -> outlines.paint(box, line.cores().get(row));
                case STATES, TASKS ->
                    outlines.paint(box, line.tasks().get(rows.tasks().get(row)));
                case GHOST -> {}
            }
        }
    }

    /** A core is idle after the run too; of a run that goes on, what comes isn't known. */
    private static long idleUntil(ComparisonScene scene, RunRows rows) {
        return rows.run().end() == null ? rows.run().endNanos() : scene.endNanos();
    }

    private static Box snapped(Surface surface, Box box) {
        double left = surface.snap(box.xPx());
        double top = surface.snap(box.yPx());
        double bottom = surface.snap(box.bottomPx());
        return bottom > top
                ? new Box(left, top, surface.snap(box.rightPx()) - left, bottom - top)
                : new Box(left, box.yPx(), surface.snap(box.rightPx()) - left, box.heightPx());
    }

    private static void failures(Surface surface, PlacedScene placed, int section, LanePainter lanes) {
        RunRows rows = placed.sections().get(section).rows();
        Trace trace = rows.run().trace();
        int marked = 0;
        for (int task = 0; task < trace.tasks().size() && marked < MOST_FAILURES; task++) {
            if (RunWords.failed(trace, task)) {
                long at = trace.times().get(task).finishNanos();
                int row = rows.kind() == RunRows.Kind.CORES
                        ? RunWords.lastCore(trace, task)
                        : rows.tasks().indexOf(task);
                boolean inSight = at >= placed.scene().startNanos()
                        && at <= placed.scene().endNanos();
                if (row >= 0 && inSight) {
                    lanes.failure(snapped(surface, placed.layout().lane(section, row)), at);
                    marked++;
                }
            }
        }
    }

    private void labels(Surface surface, PlacedScene placed, int section, Palette palette, TypeSizes sizes) {
        RunRows rows = placed.sections().get(section).rows();
        Layout.Section lanes = placed.layout().sections().get(section);
        TextStyle style = sizes.text();
        double room = placed.layout().plotLeftPx() - placed.layout().area().xPx() - 0.5 * sizes.emPx();
        for (int row : lanes.labelled(style.sizePx())) {
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
}
