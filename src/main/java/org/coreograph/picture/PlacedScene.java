package org.coreograph.picture;

import java.util.ArrayList;
import java.util.List;
import org.coreograph.analysis.RunReport;
import org.coreograph.timeline.Box;
import org.coreograph.timeline.Layout;
import org.coreograph.timeline.TimeScale;
import org.coreograph.timeline.Viewport;

/**
 * A scene with a place for everything on it. Immutable.
 *
 * @param rows of the sections of the layout, in the same order
 * @param headings likewise
 * @param terse whether headings say the least that must be said, since room is short
 */
record PlacedScene(
        ComparisonScene scene,
        Layout layout,
        Viewport viewport,
        TimeScale scale,
        List<RunRows> rows,
        List<TextFlow> headings,
        boolean terse) {

    /** Lanes thinner than this need the room of the headings. */
    private static final double CRAMPED_PX = 2;

    private static final double GHOST_LANE_EM = 0.6;
    private static final double GHOST_EM = 2.4;
    private static final double MOST_LABEL_EM = 10;

    /** Room above the axis's labels for its tick marks. */
    static final double TICK_EM = 0.45;

    PlacedScene {
        rows = List.copyOf(rows);
        headings = List.copyOf(headings);
    }

    /**
     * Finds a place for everything.
     *
     * @param mostLaneEm the height of a lane where there is room, in the size of the type
     */
    static PlacedScene of(
            ComparisonScene scene, Box area, TypeSizes sizes, double mostLaneEm, Typeface typeface, Headings headings) {
        PlacedScene full = of(scene, area, sizes, mostLaneEm, typeface, headings, false);
        return full.cramped() ? of(scene, area, sizes, mostLaneEm, typeface, headings, true) : full;
    }

    private boolean cramped() {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).kind() == RunRows.Kind.CORES
                    && layout.sections().get(i).pitchPx() < CRAMPED_PX) {
                return true;
            }
        }
        return false;
    }

    private static PlacedScene of(
            ComparisonScene scene,
            Box area,
            TypeSizes sizes,
            double mostLaneEm,
            Typeface typeface,
            Headings headings,
            boolean terse) {
        double em = sizes.emPx();
        List<RunRows> rows = rows(scene);
        List<TextFlow> flows = new ArrayList<>();
        List<Layout.SectionSpec> sections = new ArrayList<>();
        for (RunRows one : rows) {
            boolean ghost = one.kind() == RunRows.Kind.GHOST;
            TextFlow flow = heading(scene, one, area.widthPx(), headings, terse);
            flows.add(flow);
            double line = ghost ? sizes.linePx(sizes.small()) : headings.linePx();
            sections.add(new Layout.SectionSpec(
                    Math.ceil(flow.lines() * line + (ghost || terse ? 0.2 : 0.5) * em),
                    one.count(),
                    mostLanePx(one, em, mostLaneEm),
                    Math.ceil(0.5 * em)));
        }
        double axisPx = AxisPainter.heightPx(sizes);
        Layout layout = Layout.of(
                new Layout.Spec(area, labelsPx(rows, sizes, typeface), axisPx, Math.rint(0.9 * em), sections));
        Viewport viewport = layout.viewport(scene.startNanos(), scene.endNanos());
        TimeScale scale = TimeScale.of(viewport, label -> typeface.widthPx(label, sizes.small()));
        return new PlacedScene(scene, layout, viewport, scale, rows, flows, terse);
    }

    /** Which note is written is known only once lanes have their height: room is kept for the longest. */
    private static TextFlow heading(
            ComparisonScene scene, RunRows rows, double widthPx, Headings headings, boolean terse) {
        return switch (rows.kind()) {
            case GHOST -> headings.ofGhost(scene, rows.run(), widthPx);
            case CORES, TASKS ->
                terse
                        ? headings.terse(scene, rows.run(), widthPx)
                        : headings.of(scene, rows, widthPx, longestNote(rows));
        };
    }

    /** All lanes of the run before together are no higher than a few thin ones. */
    private static double mostLanePx(RunRows rows, double em, double mostLaneEm) {
        return rows.kind() == RunRows.Kind.GHOST
                ? Math.min(Math.rint(GHOST_LANE_EM * em), GHOST_EM * em / rows.count())
                : Math.rint(mostLaneEm * em);
    }

    private static String longestNote(RunRows rows) {
        return rows.kind() == RunRows.Kind.CORES ? RunWords.switches(rows.run(), RunWords.Marks.TICKS_OR_SCALE) : "";
    }

    private static List<RunRows> rows(ComparisonScene scene) {
        List<RunRows> rows = new ArrayList<>();
        for (RunReport run : scene.runs()) {
            rows.add(scene.lensNanos() > 0 ? RunRows.tasks(run) : RunRows.cores(run));
        }
        if (scene.ghost() != null) {
            rows.add(RunRows.ghost(scene.ghost()));
        }
        return rows;
    }

    /** Returns where the time axis of a scene begins: what is drawn below it begins there too. */
    static double plotLeftPx(ComparisonScene scene, Box area, TypeSizes sizes, Typeface typeface) {
        return area.xPx() + Math.min(labelsPx(rows(scene), sizes, typeface), area.widthPx() / 2);
    }

    /** Returns the width that labels of lanes need, to a whole pixel, with the space after them. */
    private static double labelsPx(List<RunRows> rows, TypeSizes sizes, Typeface typeface) {
        double widest = typeface.widthPx("core 0", sizes.text());
        for (RunRows one : rows) {
            for (int row = 0; row < one.count(); row++) {
                widest = Math.max(widest, typeface.widthPx(one.label(row), sizes.text()));
            }
        }
        return Math.ceil(Math.min(widest, MOST_LABEL_EM * sizes.emPx()) + 0.8 * sizes.emPx());
    }
}
