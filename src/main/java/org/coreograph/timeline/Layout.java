package org.coreograph.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where everything on a time axis lies: sections from top to bottom, each a heading above its lanes, and the axis below
 * the last.
 *
 * @param area what was given
 * @param plotLeftPx where the time axis begins; labels of lanes end before it
 * @param plotRightPx where the time axis ends
 * @param sections from top to bottom
 * @param axis the labels of the time axis, as wide as the plot
 */
public record Layout(Box area, double plotLeftPx, double plotRightPx, List<Section> sections, Box axis) {

    /**
     * What to lay out.
     *
     * @param area to lie in
     * @param labelsPx the width of the labels left of the plot
     * @param axisPx the height of the time axis
     * @param gapPx between sections, at most; less where room is short
     */
    public record Spec(Box area, double labelsPx, double axisPx, double gapPx, List<SectionSpec> sections) {
        public Spec {
            sections = List.copyOf(sections);
        }
    }

    /**
     * A section to lay out.
     *
     * @param headingPx the height of its heading, 0 for none
     * @param lanes how many, 0 or more
     * @param mostLanePx the height that a lane has where there is room
     * @param footPx the room below the last lane
     */
    public record SectionSpec(double headingPx, int lanes, double mostLanePx, double footPx) {}

    /**
     * A section.
     *
     * @param heading above the lanes, as wide as the area
     * @param lanesTopPx the top of the first lane
     * @param pitchPx from the top of a lane to the top of the next
     * @param lanePx the height of a lane
     */
    public record Section(Box heading, double lanesTopPx, double pitchPx, double lanePx, int lanes) {
        public double laneTopPx(int lane) {
            return lanesTopPx + lane * pitchPx;
        }

        /** Returns the bottom of the last lane. */
        public double lanesBottomPx() {
            return lanes == 0 ? lanesTopPx : laneTopPx(lanes - 1) + lanePx;
        }

        private int laneAt(double yPx) {
            int lane = (int) Math.floor((yPx - lanesTopPx) / pitchPx);
            return lanes > 0 && lane >= 0 && lane < lanes && yPx < laneTopPx(lane) + lanePx ? lane : -1;
        }

        /**
         * Returns the lanes that can have their labels, so that the labels don't touch: the first and the last among
         * them, at equal gaps but for the last one where their number can't be divided so.
         *
         * @param labelPx the height of a label
         */
        public int[] labelled(double labelPx) {
            int least = (int) Math.clamp(Math.ceil(labelPx / pitchPx), 1, Math.max(1, lanes));
            int last = lanes - 1;
            int every = IntStream.rangeClosed(least, 2 * least)
                    .filter(step -> last % step == 0)
                    .findFirst()
                    .orElse(least);
            int[] labelled = IntStream.range(0, Math.ceilDiv(lanes, every))
                    .map(i -> i * every)
                    .toArray();
            if (labelled.length > 1) {
                labelled[labelled.length - 1] = last;
            }
            return labelled;
        }
    }

    /** A lane of a section. */
    public record Spot(int section, int lane) {}

    /** A lane is never asked to be higher than this share of its pitch, so that neighbours can be told apart. */
    private static final double LANE_SHARE = 0.88;

    public Layout {
        sections = List.copyOf(sections);
    }

    /** Lays out. Lanes share what the headings leave: a section of many lanes gets more, but not as much a lane. */
    public static Layout of(Spec spec) {
        Box area = spec.area;
        double fixed = spec.axisPx;
        for (SectionSpec section : spec.sections) {
            fixed += section.headingPx + section.footPx;
        }
        int gaps = Math.max(0, spec.sections.size() - 1);
        double forLanes = Math.max(0, area.heightPx() - fixed);
        double gap = gaps == 0 ? 0 : Math.floor(Math.min(spec.gapPx, forLanes * 0.2 / gaps));
        double[] pitches = pitches(spec.sections, forLanes - gap * gaps);

        List<Section> placed = new ArrayList<>();
        double top = area.yPx();
        for (int i = 0; i < pitches.length; i++) {
            SectionSpec section = spec.sections.get(i);
            Box heading = new Box(area.xPx(), top, area.widthPx(), section.headingPx);
            double pitch = pitches[i];
            Section at = new Section(
                    heading, top + section.headingPx, pitch, laneHeight(pitch, section.lanes), section.lanes);
            placed.add(at);
            top = at.lanesBottomPx() + section.footPx + gap;
        }
        double left = area.xPx() + Math.min(spec.labelsPx, area.widthPx() / 2);
        double axisTop = gaps == 0 && placed.isEmpty() ? top : top - gap;
        return new Layout(
                area, left, area.rightPx(), placed, new Box(left, axisTop, area.rightPx() - left, spec.axisPx));
    }

    /** Lanes have gaps between them as long as there are pixels for it. */
    private static double laneHeight(double pitch, int lanes) {
        if (lanes < 2 || pitch < 4) {
            return pitch;
        }
        return Math.min(pitch - 1, Math.ceil(pitch * LANE_SHARE));
    }

    /** Shares a height by the square root of the number of lanes, in whole pixels a lane where there is room. */
    private static double[] pitches(List<SectionSpec> sections, double heightPx) {
        double[] heights = new double[sections.size()];
        boolean[] full = new boolean[heights.length];
        double left = heightPx;
        boolean again = true;
        while (again) {
            again = false;
            double weights = 0;
            for (int i = 0; i < heights.length; i++) {
                weights += full[i] ? 0 : Math.sqrt(sections.get(i).lanes);
            }
            for (int i = 0; i < heights.length && weights > 0; i++) {
                if (!full[i]) {
                    SectionSpec section = sections.get(i);
                    heights[i] = left * Math.sqrt(section.lanes) / weights;
                    double most = section.lanes * pitchOf(section);
                    if (heights[i] >= most) {
                        heights[i] = most;
                        full[i] = true;
                        left -= most;
                        again = true;
                        break;
                    }
                }
            }
        }
        double[] pitches = new double[heights.length];
        for (int i = 0; i < pitches.length; i++) {
            int lanes = Math.max(1, sections.get(i).lanes);
            double pitch = heights[i] / lanes;
            pitches[i] = pitch >= 2 ? Math.floor(pitch) : pitch;
        }
        return pitches;
    }

    private static double pitchOf(SectionSpec section) {
        return section.lanes < 2 || section.mostLanePx < 4
                ? section.mostLanePx
                : Math.ceil(section.mostLanePx / LANE_SHARE);
    }

    /** Returns the lane at a place within the plot, or nothing between lanes and outside. */
    public Optional<Spot> at(double xPx, double yPx) {
        if (xPx < plotLeftPx || xPx >= plotRightPx) {
            return Optional.empty();
        }
        for (int i = 0; i < sections.size(); i++) {
            int lane = sections.get(i).laneAt(yPx);
            if (lane >= 0) {
                return Optional.of(new Spot(i, lane));
            }
        }
        return Optional.empty();
    }

    /** Returns the box of a lane. */
    public Box lane(int section, int lane) {
        Section its = sections.get(section);
        return new Box(plotLeftPx, its.laneTopPx(lane), plotRightPx - plotLeftPx, its.lanePx);
    }

    /** Returns the viewport of a range of times. */
    public Viewport viewport(long startNanos, long endNanos) {
        return new Viewport(startNanos, endNanos, plotLeftPx, Math.max(1, plotRightPx - plotLeftPx));
    }

    /** Returns the bottom of what is used, the axis included; below it the area is free. */
    public double bottomPx() {
        return axis.bottomPx();
    }
}
