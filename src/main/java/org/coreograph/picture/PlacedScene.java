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
 */
record PlacedScene(
        ComparisonScene scene,
        Layout layout,
        Viewport viewport,
        TimeScale scale,
        List<RunRows> rows,
        List<TextFlow> headings) {

    /** The height of a lane where there is room, in the size of the type. */
    private static final double MOST_LANE_EM = 3.4;

    private static final double GHOST_LANE_EM = 0.6;
    private static final double MOST_LABEL_EM = 10;

    /** Room above the axis's labels for its tick marks. */
    static final double TICK_EM = 0.45;

    PlacedScene {
        rows = List.copyOf(rows);
        headings = List.copyOf(headings);
    }

    static PlacedScene of(ComparisonScene scene, Box area, TypeSizes sizes, Typeface typeface, Headings headings) {
        double em = sizes.emPx();
        List<RunRows> rows = new ArrayList<>();
        for (RunReport run : scene.runs()) {
            rows.add(scene.lensNanos() > 0 ? RunRows.tasks(run) : RunRows.cores(run));
        }
        if (scene.ghost() != null) {
            rows.add(RunRows.ghost(scene.ghost()));
        }
        List<TextFlow> flows = new ArrayList<>();
        List<Layout.SectionSpec> sections = new ArrayList<>();
        for (RunRows one : rows) {
            boolean ghost = one.kind() == RunRows.Kind.GHOST;
            TextFlow flow = ghost
                    ? headings.ofGhost(scene, one.run(), area.widthPx())
                    : headings.of(scene, one, area.widthPx(), longestNote(one));
            flows.add(flow);
            double line = ghost ? sizes.linePx(sizes.small()) : headings.linePx();
            sections.add(new Layout.SectionSpec(
                    Math.ceil(flow.lines() * line + (ghost ? 0.2 : 0.5) * em),
                    one.count(),
                    Math.round((ghost ? GHOST_LANE_EM : MOST_LANE_EM) * em),
                    Math.ceil(0.5 * em)));
        }
        double axisPx = AxisPainter.heightPx(sizes);
        Layout layout = Layout.of(
                new Layout.Spec(area, labelsPx(rows, sizes, typeface), axisPx, Math.round(0.9 * em), sections));
        Viewport viewport = layout.viewport(scene.startNanos(), scene.endNanos());
        TimeScale scale = TimeScale.of(viewport, label -> typeface.widthPx(label, sizes.small()));
        return new PlacedScene(scene, layout, viewport, scale, rows, flows);
    }

    /** Which note is written is known only once lanes have their height: room is kept for the longest. */
    private static String longestNote(RunRows rows) {
        return rows.kind() == RunRows.Kind.CORES ? RunWords.switches(rows.run(), RunWords.Marks.TICKS) : "";
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
