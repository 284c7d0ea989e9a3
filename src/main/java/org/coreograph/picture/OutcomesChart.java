package org.coreograph.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import java.text.NumberFormat;
import java.util.Locale;
import org.coreograph.analysis.Outcomes;
import org.coreograph.timeline.Box;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;

/** Draws how often many runs came to what, a bar for each. */
final class OutcomesChart {
    private static final String RUNS = "runs";

    private final Easel easel;
    private final TypeSizes sizes;
    private final Palette palette;
    private final Outcomes outcomes;

    OutcomesChart(Easel easel, Outcomes outcomes) {
        this.easel = easel;
        this.sizes = easel.sizes();
        this.palette = easel.palette();
        this.outcomes = outcomes;
    }

    void draw(Box area) {
        DefaultCategoryDataset counts = new DefaultCategoryDataset();
        outcomes.bars().forEach(bar -> counts.addValue(bar.count(), RUNS, bar.label()));
        CategoryPlot plot = new CategoryPlot(counts, results(area), runs(), bars());
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setOutlineVisible(false);
        plot.setBackgroundPaint(null);
        plot.setRangeGridlinePaint(Graphics2DSurface.awt(palette.grid()));
        plot.setRangeGridlineStroke(new BasicStroke((float) sizes.strokePx()));
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(new Color(0, 0, 0, 0));
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        chart.draw(easel.graphics(), new Rectangle2D.Double(area.xPx(), area.yPx(), area.widthPx(), area.heightPx()));
    }

    private CategoryAxis results(Box area) {
        CategoryAxis axis = new CategoryAxis(outcomes.what());
        axis.setLabelFont(font(sizes.text()));
        axis.setLabelPaint(ink());
        axis.setTickLabelFont(font(sizes.small()));
        axis.setTickLabelPaint(ink());
        axis.setAxisLinePaint(Graphics2DSurface.awt(palette.grid()));
        axis.setCategoryMargin(0.15);
        double widest = outcomes.bars().stream()
                .mapToDouble(bar -> easel.typeface().widthPx(bar.label(), sizes.small()))
                .max()
                .orElse(0);
        double room = 0.8 * area.widthPx() / Math.max(1, outcomes.bars().size());
        if (widest > room) {
            axis.setCategoryLabelPositions(CategoryLabelPositions.UP_45);
            axis.setMaximumCategoryLabelWidthRatio(1);
        }
        return axis;
    }

    private NumberAxis runs() {
        NumberAxis axis = new NumberAxis(RUNS);
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
        // The figure on the highest bar needs room above it.
        axis.setRange(0, 1.1 * Math.max(1, outcomes.most()));
        axis.setLabelFont(font(sizes.text()));
        axis.setLabelPaint(ink());
        axis.setTickLabelFont(font(sizes.small()));
        axis.setTickLabelPaint(ink());
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        return axis;
    }

    private BarRenderer bars() {
        BarRenderer renderer = new BarRenderer() {
            private static final long serialVersionUID = 1L;

            @Override
            public Paint getItemPaint(int row, int column) {
                boolean completed = outcomes.bars().get(column).completed();
                return Graphics2DSurface.awt(completed ? palette.doing() : palette.alarm());
            }
        };
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setMaximumBarWidth(0.12);
        renderer.setDefaultItemLabelGenerator(
                new StandardCategoryItemLabelGenerator("{2}", NumberFormat.getIntegerInstance(Locale.ROOT)));
        renderer.setDefaultItemLabelsVisible(true);
        renderer.setDefaultItemLabelFont(font(sizes.small()));
        renderer.setDefaultItemLabelPaint(ink());
        return renderer;
    }

    private Paint ink() {
        return Graphics2DSurface.awt(palette.ink());
    }

    private Font font(TextStyle style) {
        return easel.typeface().awt(style);
    }
}
