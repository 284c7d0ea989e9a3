package org.coreograph.picture;

import java.util.ArrayList;
import java.util.List;
import org.coreograph.analysis.RunReport;
import org.coreograph.picture.RunWords.Marks;
import org.coreograph.timeline.Box;
import org.coreograph.timeline.Layout;
import org.coreograph.timeline.TimeScale;
import org.coreograph.timeline.Viewport;

/**
 * Finds a place for everything in a scene.
 *
 * <p>What headings say of switches depends on how high lanes are, and how high lanes are on how long headings are. So it
 * lays out with the longest words first, sees how switches can be drawn, and lays out again with the words for that.
 */
final class ScenePlacer {
    /** Lanes thinner than this need the room of the headings. */
    private static final double CRAMPED_PX = 2;

    /** Where headings take more than this share, lanes have to be higher than that. */
    private static final double MOST_WORDS = 0.35;

    private static final double THIN_EM = 1.2;

    /** A tick lower than this can't be seen. */
    private static final double LEAST_TICK_PX = 2;

    private static final double GHOST_LANE_EM = 0.6;
    private static final double GHOST_EM = 2.4;

    /** Rows of tasks say less the higher they are: they are compared with one another. */
    private static final double MOST_STATES_EM = 3;

    private static final double MOST_LABEL_EM = 10;

    private final ComparisonScene scene;
    private final Box area;
    private final TypeSizes sizes;
    private final double mostLaneEm;
    private final Typeface typeface;
    private final Headings headings;
    private final List<RunRows> rows;

    /** @param mostLaneEm the height of a lane where there is room, in the size of the type */
    ScenePlacer(
            ComparisonScene scene, Box area, TypeSizes sizes, double mostLaneEm, Typeface typeface, Headings headings) {
        this.scene = scene;
        this.area = area;
        this.sizes = sizes;
        this.mostLaneEm = mostLaneEm;
        this.typeface = typeface;
        this.headings = headings;
        this.rows = rows(scene);
    }

    PlacedScene place() {
        List<TextFlow> longest = new ArrayList<>();
        for (RunRows one : rows) {
            longest.add(heading(one, Marks.TICKS_OR_SCALE));
        }
        Layout first = layout(longest, 0.5);
        if (cramped(first)) {
            List<TextFlow> terse = rows.stream().map(this::terse).toList();
            return placed(
                    layout(terse, 0.2),
                    terse,
                    rows.stream().map(one -> SwitchMarks.NONE).toList());
        }
        List<TextFlow> flows = new ArrayList<>();
        List<SwitchMarks> switches = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            SwitchMarks marks = switches(first, i);
            switches.add(marks);
            flows.add(heading(rows.get(i), marks.marks()));
        }
        return placed(layout(flows, 0.5), flows, switches);
    }

    private PlacedScene placed(Layout layout, List<TextFlow> flows, List<SwitchMarks> switches) {
        List<PlacedScene.Section> sections = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            sections.add(new PlacedScene.Section(
                    rows.get(i), flows.get(i), linePx(rows.get(i)), switches.get(i), tickPx(layout, i)));
        }
        Viewport viewport = viewport(layout);
        TimeScale scale = TimeScale.of(viewport, label -> typeface.widthPx(label, sizes.small()));
        return new PlacedScene(scene, layout, viewport, scale, sections);
    }

    private Viewport viewport(Layout layout) {
        return layout.viewport(scene.startNanos(), scene.endNanos());
    }

    private SwitchMarks switches(Layout layout, int section) {
        return switch (rows.get(section).kind()) {
            case CORES ->
                SwitchMarks.of(
                        rows.get(section).run().trace(), viewport(layout), tickPx(layout, section) >= LEAST_TICK_PX);
            case TASKS, STATES, GHOST -> SwitchMarks.NONE;
        };
    }

    /** Returns how high a tick can be: as much as there is between lanes. */
    private double tickPx(Layout layout, int section) {
        Layout.Section lanes = layout.sections().get(section);
        double between = lanes.lanes() < 2 ? Double.MAX_VALUE : lanes.pitchPx() - lanes.lanePx() - 1;
        return Math.rint(Math.min(0.4 * sizes.emPx(), between));
    }

    /** Returns whether headings leave too little room for lanes: where what they say is long, as of a deadlock. */
    private boolean cramped(Layout layout) {
        double headings = layout.sections().stream()
                .mapToDouble(section -> section.heading().heightPx())
                .sum();
        boolean wordy = headings > MOST_WORDS * area.heightPx();
        for (int i = 0; i < rows.size(); i++) {
            double pitch = layout.sections().get(i).pitchPx();
            boolean thin = switch (rows.get(i).kind()) {
                case CORES, STATES -> pitch < (wordy ? THIN_EM * sizes.emPx() : CRAMPED_PX);
                case TASKS, GHOST -> false;
            };
            if (thin) {
                return true;
            }
        }
        return false;
    }

    private TextFlow heading(RunRows one, Marks marks) {
        return switch (one.kind()) {
            case CORES -> headings.of(scene, one, area.widthPx(), RunWords.switches(one.run(), marks));
            case TASKS, STATES -> headings.of(scene, one, area.widthPx(), "");
            case GHOST -> headings.ofGhost(scene, one.run(), area.widthPx());
        };
    }

    private TextFlow terse(RunRows one) {
        return switch (one.kind()) {
            case CORES, TASKS, STATES -> headings.terse(scene, one.run(), area.widthPx());
            case GHOST -> headings.ofGhost(scene, one.run(), area.widthPx());
        };
    }

    private double linePx(RunRows one) {
        return switch (one.kind()) {
            case CORES, TASKS, STATES -> sizes.linePx(sizes.heading());
            case GHOST -> sizes.linePx(sizes.small());
        };
    }

    /** @param spaceEm below the headings of runs */
    private Layout layout(List<TextFlow> flows, double spaceEm) {
        double em = sizes.emPx();
        List<Layout.SectionSpec> sections = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            RunRows one = rows.get(i);
            double space = one.kind() == RunRows.Kind.GHOST ? 0.2 : spaceEm;
            sections.add(new Layout.SectionSpec(
                    Math.ceil(flows.get(i).lines() * linePx(one) + space * em),
                    one.count(),
                    mostLanePx(one),
                    Math.ceil(0.5 * em)));
        }
        double labels = labelsPx(rows, sizes, typeface);
        return Layout.of(new Layout.Spec(area, labels, AxisPainter.heightPx(sizes), Math.rint(0.9 * em), sections));
    }

    /** All lanes of the run before together are no higher than a few thin ones. */
    private double mostLanePx(RunRows one) {
        double em = sizes.emPx();
        return switch (one.kind()) {
            case CORES, TASKS -> Math.rint(mostLaneEm * em);
            case STATES -> Math.rint(Math.min(mostLaneEm, MOST_STATES_EM) * em);
            case GHOST -> Math.min(Math.rint(GHOST_LANE_EM * em), GHOST_EM * em / one.count());
        };
    }

    private static List<RunRows> rows(ComparisonScene scene) {
        List<RunRows> rows = new ArrayList<>();
        for (RunReport run : scene.runs()) {
            rows.add(RunRows.of(scene, run));
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
