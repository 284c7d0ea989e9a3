package org.coreograph.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import org.coreograph.analysis.RunReport;
import org.coreograph.picture.Surface.Anchor;
import org.coreograph.timeline.Box;
import org.coreograph.timeline.Viewport;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYStepAreaRenderer;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.chart.ui.RectangleInsets;

/** One run's chart of tasks in progress against tasks running. */
final class RunningPanel {
    /** How thick the line of tasks in progress is, in thin lines. */
    private static final double LINE_STROKES = 2;

    private static final double OUTLINE_STROKES = 1.5;

    private final Easel easel;
    private final Surface surface;
    private final Box area;
    private final Viewport viewport;
    private final Palette palette;
    private final TypeSizes sizes;
    private final double wordsPx;

    /**
     * @param area with the column of labels left of the plot
     * @param viewport of the plot, within the area
     */
    RunningPanel(Easel easel, Box area, Viewport viewport) {
        this.easel = easel;
        this.surface = easel.surface();
        this.area = area;
        this.viewport = viewport;
        this.palette = easel.palette();
        this.sizes = easel.sizes();
        this.wordsPx = sizes.linePx(sizes.small());
    }

    void draw(RunReport run, Steps steps, long playheadNanos) {
        StepColumns inProgress = StepColumns.of(steps.inProgress(), viewport, run.endNanos());
        StepColumns running = StepColumns.of(steps.running(), viewport, run.endNanos());
        int most = steps.most();
        // The words of the upper line need room above it.
        double plotPx = plotBottom() - plotTop();
        double top = most * plotPx / Math.max(1, plotPx - wordsPx);
        chart(inProgress, running, most, top)
                .draw(
                        easel.graphics(),
                        new Rectangle2D.Double(area.xPx(), area.yPx(), area.widthPx(), area.heightPx()));
        counts(most, top);
        words(run, inProgress, running, top);
        if (playheadNanos >= viewport.startNanos() && playheadNanos <= viewport.endNanos()) {
            double width = AxisPainter.playheadWidthPx(surface, sizes);
            double x = AxisPainter.playheadLeftPx(surface, sizes, viewport, playheadNanos);
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
        // Written by us: so that they are where the labels of lanes are, in the same type.
        counts.setTickLabelsVisible(false);
        counts.setAxisLineVisible(false);
        counts.setTickMarksVisible(false);

        // A line at the right end of the plot lies within it as a whole.
        double last = viewport.endNanos() - LINE_STROKES / 2 * sizes.strokePx() * viewport.nanosPerPx();
        XYPlot plot = new XYPlot(new StepData(running, "running", last), times, counts, area());
        plot.setDataset(1, new StepData(inProgress, "in progress", last));
        plot.setRenderer(1, line());
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
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

    private Colour doingGround() {
        return palette.doing().over(palette.background(), 0.4);
    }

    private XYStepAreaRenderer area() {
        XYStepAreaRenderer renderer = new XYStepAreaRenderer(XYStepAreaRenderer.AREA);
        renderer.setSeriesPaint(0, Graphics2DSurface.awt(doingGround()));
        renderer.setOutline(true);
        renderer.setSeriesOutlinePaint(0, Graphics2DSurface.awt(palette.doing()));
        renderer.setSeriesOutlineStroke(0, new BasicStroke((float) (OUTLINE_STROKES * sizes.strokePx())));
        return renderer;
    }

    private XYStepRenderer line() {
        XYStepRenderer renderer = new XYStepRenderer();
        float width = (float) (LINE_STROKES * sizes.strokePx());
        float dash = (float) (0.5 * sizes.emPx());
        renderer.setSeriesPaint(0, Graphics2DSurface.awt(palette.dealing()));
        renderer.setSeriesStroke(
                0,
                new BasicStroke(
                        width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {dash, dash * 0.7f}, 0));
        return renderer;
    }

    /** Returns a round unit of which the greatest count is a multiple, as small as there is room for. */
    private double tickUnit(int most) {
        double room = Math.max(1, Math.floor((plotBottom() - plotTop()) / (1.3 * wordsPx)) - 1);
        for (double decade = 1; decade < most; decade *= 10) {
            for (double unit : new double[] {decade, 2 * decade, 5 * decade}) {
                if (most % unit == 0 && most / unit <= room) {
                    return unit;
                }
            }
        }
        return most;
    }

    private void counts(int most, double top) {
        double unit = tickUnit(most);
        for (int i = 0; i * unit <= most; i++) {
            surface.text(
                    Integer.toString((int) (i * unit)),
                    viewport.leftPx() - 0.5 * sizes.emPx(),
                    TypeSizes.baseline(yPx(i * unit, top), sizes.small()),
                    Anchor.END,
                    sizes.small(),
                    palette.mutedInk());
        }
    }

    private double plotTop() {
        return area.yPx();
    }

    private double plotBottom() {
        // The chart is clipped to its plot, which a canvas does quickly only where that ends with a pixel.
        return surface.snap(area.bottomPx() - 0.35 * sizes.emPx());
    }

    private double yPx(double count, double top) {
        return plotBottom() - count / top * (plotBottom() - plotTop());
    }

    private void words(RunReport run, StepColumns inProgress, StepColumns running, double top) {
        TextStyle style = sizes.small();
        double padding = 0.5 * sizes.emPx();
        double left = viewport.leftPx() + padding;
        String dealing = "dealing with: in progress";
        double dealingEnd = left + easel.typeface().widthPx(dealing, style);
        double line = yPx(inProgress.greatestUntil(timeAt(dealingEnd)), top);
        word(dealing, left, line - 0.5 * wordsPx, palette.dealing());

        String doing = "doing: running, " + run.coresTitle();
        double doingPx = easel.typeface().widthPx(doing, style);
        double level = top * wordsPx / (plotBottom() - plotTop());
        long needed = (long) ((doingPx + 2 * padding) * viewport.nanosPerPx());
        long since = running.firstStaying(level, needed);
        if (since >= 0) {
            double height = plotBottom() - yPx(running.leastBetween(since, since + needed), top);
            word(doing, viewport.xPx(since) + padding, plotBottom() - height / 2, palette.ink());
            return;
        }
        // No room within the area: beside the other words, with a patch of the area's colour.
        double patch = 0.75 * style.sizePx();
        double x = dealingEnd + 1.5 * sizes.emPx();
        if (x + patch + padding + doingPx <= viewport.rightPx()) {
            double middle = plotTop() + 0.5 * wordsPx;
            Box key = new Box(surface.snap(x), surface.snap(middle - patch / 2), patch, patch);
            double edge = OUTLINE_STROKES * sizes.strokePx();
            surface.fillRect(key, palette.doing());
            surface.fillRect(
                    new Box(key.xPx() + edge, key.yPx() + edge, patch - 2 * edge, patch - 2 * edge), doingGround());
            word(doing, x + patch + padding, middle, palette.ink());
        }
    }

    private long timeAt(double xPx) {
        return viewport.nanosAt(Math.min(xPx, viewport.rightPx()));
    }

    private void word(String text, double leftPx, double middlePx, Colour colour) {
        surface.text(text, leftPx, TypeSizes.baseline(middlePx, sizes.small()), Anchor.START, sizes.small(), colour);
    }
}
