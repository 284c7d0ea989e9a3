package org.coreograph.picture;

import org.jfree.data.xy.AbstractXYDataset;

/** Steps as the one series of a chart. */
final class StepData extends AbstractXYDataset {
    private static final long serialVersionUID = 1L;

    private final transient StepColumns columns;
    private final String key;
    private final double lastNanos;

    /** @param lastNanos up to where points are drawn; later ones are moved there */
    StepData(StepColumns columns, String key, double lastNanos) {
        this.columns = columns;
        this.key = key;
        this.lastNanos = lastNanos;
    }

    @Override
    public int getSeriesCount() {
        return 1;
    }

    @Override
    public Comparable<String> getSeriesKey(int series) {
        return key;
    }

    @Override
    public int getItemCount(int series) {
        return columns.size();
    }

    @Override
    public Number getX(int series, int item) {
        return Math.min((double) columns.atNanos(item), lastNanos);
    }

    @Override
    public Number getY(int series, int item) {
        return columns.value(item);
    }
}
