package org.coreograph.picture;

import java.awt.Graphics2D;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import org.coreograph.analysis.RunReport;
import org.coreograph.timeline.Box;
import org.coreograph.timeline.Viewport;
import org.coreograph.trace.Trace;

/**
 * Draws tasks in progress against tasks running, a panel for each run: dealing with many things against doing them. The
 * time axis is the one of the lanes above. Remembers what it worked out of a run; not thread-safe.
 */
public final class RunningChart {
    private static final double PANEL_EM = 5.2;
    private static final double GAP_EM = 0.6;

    private final Typeface typeface;
    private final Map<Trace, Steps> known = new WeakHashMap<>();

    public RunningChart(Typeface typeface) {
        this.typeface = typeface;
    }

    /** Draws a scene on a whole surface, background included, to lie below its timelines in the window. */
    public void paint(
            Graphics2D graphics,
            Surface surface,
            ComparisonScene scene,
            Palette palette,
            double widthPx,
            double heightPx) {
        Box whole = new Box(0, 0, Math.max(1, widthPx), Math.max(1, heightPx));
        surface.fillRect(whole, palette.background());
        TypeSizes sizes = TypeSizes.window(widthPx, scene.presentation());
        double left = ScenePlacer.plotLeftPx(scene, whole, sizes, typeface);
        Viewport viewport =
                new Viewport(scene.startNanos(), scene.endNanos(), left, Math.max(1, whole.rightPx() - left));
        Easel easel = new Easel(graphics, surface, typeface, sizes, palette);
        surface.clipped(whole, () -> draw(easel, whole, viewport, scene));
    }

    /** Says in words what the chart of a scene shows. */
    public String describe(ComparisonScene scene) {
        return scene.runs().stream()
                .map(run -> run.coresTitle() + ": at most "
                        + steps(run.trace()).inProgress().max() + " in progress, "
                        + steps(run.trace()).running().max() + " running")
                .collect(Collectors.joining("; "));
    }

    /** Returns how many panels a height has room for, one at least. */
    static int panels(double heightPx, TypeSizes sizes) {
        return Math.max(1, (int) (heightPx / (PANEL_EM * sizes.emPx())));
    }

    /** Returns the least height that a panel can be read at. */
    static double panelPx(TypeSizes sizes) {
        return PANEL_EM * sizes.emPx();
    }

    /** Returns the room between panels. */
    static double gapPx(TypeSizes sizes) {
        return GAP_EM * sizes.emPx();
    }

    /**
     * Draws the last runs of a scene, as many as there is room for.
     *
     * @param area with the column of labels left of the plot
     * @param viewport of the plot, within the area
     */
    void draw(Easel easel, Box area, Viewport viewport, ComparisonScene scene) {
        TypeSizes sizes = easel.sizes();
        List<RunReport> runs = scene.runs();
        int shown = Math.min(runs.size(), panels(area.heightPx(), sizes));
        double gap = shown > 1 ? gapPx(sizes) : 0;
        double height = (area.heightPx() - gap * (shown - 1)) / shown;
        for (int i = 0; i < shown; i++) {
            double top = easel.surface().snap(area.yPx() + i * (height + gap));
            double bottom = easel.surface().snap(area.yPx() + i * (height + gap) + height);
            Box panel = new Box(area.xPx(), top, area.widthPx(), bottom - top);
            RunReport run = runs.get(runs.size() - shown + i);
            drawPanel(easel, panel, viewport, run, scene.playheadNanos());
        }
    }

    /** Draws one run, in all of an area. */
    void drawPanel(Easel easel, Box area, Viewport viewport, RunReport run, long playheadNanos) {
        new RunningPanel(easel, area, viewport).draw(run, steps(run.trace()), playheadNanos);
    }

    private Steps steps(Trace trace) {
        return known.computeIfAbsent(trace, Steps::of);
    }
}
