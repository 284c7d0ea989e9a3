package org.coreograph.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.coreograph.analysis.Parallelism;
import org.coreograph.analysis.RunReport;
import org.coreograph.analysis.StepFunction;
import org.coreograph.picture.Surface.Anchor;
import org.coreograph.timeline.Box;
import org.coreograph.timeline.Viewport;
import org.coreograph.trace.Trace;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYStepAreaRenderer;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.chart.ui.RectangleInsets;

/**
 * Draws tasks in progress against tasks running, a panel for each run: dealing with many things against doing them. The
 * time axis is the one of the lanes above. Remembers what it worked out of a run; not thread-safe.
 */
public final class RunningChart {
    private static final double PANEL_EM = 5.2;

    private final Typeface typeface;
    private final Map<Trace, Steps> known = new WeakHashMap<>();

    private record Steps(StepFunction inProgress, StepFunction running) {}

    public RunningChart(Typeface typeface) {
        this.typeface = typeface;
    }

    /** Returns how many panels a height has room for, one at least. */
    static int panels(double heightPx, TypeSizes sizes) {
        return Math.max(1, (int) (heightPx / (PANEL_EM * sizes.emPx())));
    }

    /** Returns the least height that a panel can be read at. */
    static double panelPx(TypeSizes sizes) {
        return PANEL_EM * sizes.emPx();
    }

    /**
     * Draws the last runs of a scene, as many as there is room for.
     *
     * @param graphics for the chart
     * @param surface the same place, for its words
     * @param area with the column of labels left of the plot
     * @param viewport of the plot, within the area
     */
    void draw(
            Graphics2D graphics,
            Surface surface,
            Box area,
            Viewport viewport,
            ComparisonScene scene,
            Palette palette,
            TypeSizes sizes) {
        List<RunReport> runs = scene.runs();
        int shown = Math.min(runs.size(), panels(area.heightPx(), sizes));
        double gap = shown > 1 ? 0.6 * sizes.emPx() : 0;
        double height = (area.heightPx() - gap * (shown - 1)) / shown;
        for (int i = 0; i < shown; i++) {
            Box panel = new Box(area.xPx(), area.yPx() + i * (height + gap), area.widthPx(), height);
            RunReport run = runs.get(runs.size() - shown + i);
            drawPanel(graphics, surface, panel, viewport, run, scene.playheadNanos(), palette, sizes);
        }
    }

    /** Draws one run, in all of an area. */
    void drawPanel(
            Graphics2D graphics,
            Surface surface,
            Box area,
            Viewport viewport,
            RunReport run,
            long playheadNanos,
            Palette palette,
            TypeSizes sizes) {
        new Panel(graphics, surface, area, viewport, palette, sizes).draw(run, playheadNanos);
    }

    private Steps steps(Trace trace) {
        return known.computeIfAbsent(trace, one -> new Steps(Parallelism.inProgress(one), Parallelism.running(one)));
    }

    /** One run's chart. */
    private final class Panel {
        private final Graphics2D graphics;
        private final Surface surface;
        private final Box area;
        private final Viewport viewport;
        private final Palette palette;
        private final TypeSizes sizes;
        private final double wordsPx;

        Panel(Graphics2D graphics, Surface surface, Box area, Viewport viewport, Palette palette, TypeSizes sizes) {
            this.graphics = graphics;
            this.surface = surface;
            this.area = area;
            this.viewport = viewport;
            this.palette = palette;
            this.sizes = sizes;
            this.wordsPx = sizes.linePx(sizes.small());
        }

        void draw(RunReport run, long playheadNanos) {
            Steps steps = steps(run.trace());
            long until = run.end() == null ? run.endNanos() : Long.MAX_VALUE;
            StepColumns inProgress = StepColumns.of(steps.inProgress, viewport, until);
            StepColumns running = StepColumns.of(steps.running, viewport, until);
            int most = Math.max(1, Math.max(steps.inProgress.max(), steps.running.max()));
            // The words of the upper line need room above it.
            double plotPx = area.heightPx() - 0.35 * sizes.emPx();
            double top = most * plotPx / Math.max(1, plotPx - wordsPx);
            chart(inProgress, running, most, top)
                    .draw(graphics, new Rectangle2D.Double(area.xPx(), area.yPx(), area.widthPx(), area.heightPx()));
            words(run, inProgress, running, top);
            if (playheadNanos >= viewport.startNanos() && playheadNanos <= viewport.endNanos()) {
                double width = Math.max(surface.realPixelPx(), surface.snap(1.6 * sizes.strokePx()));
                double x = surface.snap(viewport.xPx(playheadNanos) - width / 2);
                surface.fillRect(new Box(x, plotTop(), width, plotBottom() - plotTop()), palette.ink());
            }
        }

        private JFreeChart chart(StepColumns inProgress, StepColumns running, int most, double top) {
            NumberAxis times = new NumberAxis();
            times.setRange((double) viewport.startNanos(), (double) viewport.endNanos());
            times.setVisible(false);
            NumberAxis counts = new NumberAxis();
            counts.setRange(0, top);
            counts.setTickUnit(new NumberTickUnit(tickUnit(most)));
            counts.setTickLabelFont(typeface.awt(sizes.small()));
            counts.setTickLabelPaint(Graphics2DSurface.awt(palette.mutedInk()));
            counts.setTickLabelInsets(new RectangleInsets(0, 0, 0, 0.5 * sizes.emPx()));
            counts.setAxisLineVisible(false);
            counts.setTickMarksVisible(false);

            XYPlot plot = new XYPlot(new StepData(running, "running"), times, counts, area());
            plot.setDataset(1, new StepData(inProgress, "in progress"));
            plot.setRenderer(1, line());
            plot.setInsets(RectangleInsets.ZERO_INSETS);
            plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
            plot.setOutlineVisible(false);
            plot.setBackgroundPaint(null);
            plot.setDomainGridlinesVisible(false);
            plot.setRangeGridlinePaint(Graphics2DSurface.awt(palette.grid()));
            plot.setRangeGridlineStroke(new BasicStroke((float) sizes.strokePx()));
            plot.setFixedRangeAxisSpace(space(viewport.leftPx() - area.xPx(), area.rightPx() - viewport.rightPx()));
            AxisSpace below = new AxisSpace();
            below.setBottom(area.bottomPx() - plotBottom());
            below.setTop(plotTop() - area.yPx());
            plot.setFixedDomainAxisSpace(below);

            JFreeChart chart = new JFreeChart(null, null, plot, false);
            chart.setBackgroundPaint(new Color(0, 0, 0, 0));
            chart.setPadding(RectangleInsets.ZERO_INSETS);
            return chart;
        }

        private AxisSpace space(double left, double right) {
            AxisSpace space = new AxisSpace();
            space.setLeft(left);
            space.setRight(right);
            return space;
        }

        private XYStepAreaRenderer area() {
            XYStepAreaRenderer renderer = new XYStepAreaRenderer(XYStepAreaRenderer.AREA);
            renderer.setSeriesPaint(0, Graphics2DSurface.awt(palette.doing().over(palette.background(), 0.4)));
            renderer.setOutline(true);
            renderer.setSeriesOutlinePaint(0, Graphics2DSurface.awt(palette.doing()));
            renderer.setSeriesOutlineStroke(0, new BasicStroke((float) (1.5 * sizes.strokePx())));
            return renderer;
        }

        private XYStepRenderer line() {
            XYStepRenderer renderer = new XYStepRenderer();
            float width = (float) (2 * sizes.strokePx());
            float dash = (float) (0.5 * sizes.emPx());
            renderer.setSeriesPaint(0, Graphics2DSurface.awt(palette.dealing()));
            renderer.setSeriesStroke(
                    0,
                    new BasicStroke(
                            width,
                            BasicStroke.CAP_BUTT,
                            BasicStroke.JOIN_MITER,
                            10,
                            new float[] {dash, dash * 0.7f},
                            0));
            return renderer;
        }

        /** Returns 1, 2, 5, 10... so that there are at most four ticks above 0 with room between them. */
        private double tickUnit(int most) {
            double room = Math.max(1, Math.min(4, Math.floor(area.heightPx() / (1.6 * wordsPx)) - 1));
            for (double decade = 1; ; decade *= 10) {
                for (double unit : new double[] {decade, 2 * decade, 5 * decade}) {
                    if (most / unit <= room) {
                        return unit;
                    }
                }
            }
        }

        private double plotTop() {
            return area.yPx();
        }

        private double plotBottom() {
            return area.bottomPx() - 0.35 * sizes.emPx();
        }

        private double yPx(double count, double top) {
            return plotBottom() - count / top * (plotBottom() - plotTop());
        }

        private void words(RunReport run, StepColumns inProgress, StepColumns running, double top) {
            TextStyle style = sizes.small();
            double left = viewport.leftPx() + 0.5 * sizes.emPx();
            String dealing = "dealing with: in progress";
            double dealingPx = typeface.widthPx(dealing, style);
            double line = yPx(inProgress.extreme(viewport.startNanos(), timeAt(left + dealingPx), true), top);
            word(dealing, left, line - 0.5 * wordsPx, palette.dealing());

            String doing = "doing: running, " + RunWords.cores(run.cores());
            double doingPx = typeface.widthPx(doing, style);
            double least = running.extreme(viewport.startNanos(), timeAt(left + doingPx), false);
            double room = plotBottom() - yPx(least, top);
            if (room >= wordsPx) {
                word(doing, left, plotBottom() - room / 2, palette.ink());
            } else {
                // No room within: beside the other words, in the colour of the area.
                double x = Math.max(left + dealingPx + 2 * sizes.emPx(), viewport.rightPx() - doingPx);
                if (x + doingPx <= viewport.rightPx() + 1) {
                    word(doing, x, plotTop() + 0.5 * wordsPx, palette.accent());
                }
            }
        }

        private long timeAt(double xPx) {
            return viewport.nanosAt(Math.min(xPx, viewport.rightPx()));
        }

        private void word(String text, double leftPx, double middlePx, Colour colour) {
            surface.text(
                    text, leftPx, TypeSizes.baseline(middlePx, sizes.small()), Anchor.START, sizes.small(), colour);
        }
    }
}
