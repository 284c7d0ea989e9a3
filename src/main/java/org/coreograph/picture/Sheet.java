package org.coreograph.picture;

import java.awt.Graphics2D;
import java.util.List;
import org.coreograph.analysis.RunReport;
import org.coreograph.picture.Surface.Anchor;
import org.coreograph.timeline.Box;
import org.coreograph.timeline.TimeScale;
import org.coreograph.timeline.Viewport;
import org.coreograph.trace.Trace;

/** Draws a picture that explains itself: a title above, and below it the line that says how it came about. */
final class Sheet {
    /** The size of type is a share of the picture's size, and can always be read. */
    private static final double WIDTH_PER_EM = 73;

    private static final double HEIGHT_PER_EM = 41;
    /** Smaller type than this is hard to read; only where the picture is too small for it does it get smaller. */
    private static final double READABLE_EM_PX = 11;

    private static final double LEAST_EM_PX = 6;
    private static final double LEAST_WIDTH_EM = 44;
    private static final double LEAST_HEIGHT_EM = 30;
    private static final double PRESENTATION = 1.3;
    private static final double COMPARISON_LANE_EM = 3.4;
    /** From this height of a comparison on, its lanes get higher. */
    private static final double HIGH_BODY_EM = 40;

    private static final double TIMELINE_LANE_EM = 11;
    /** What lanes keep of a picture, their headings and the axis included. */
    private static final double LEAST_LANES_EM = 15;

    private final Typeface typeface;
    private final int processors;
    private final Graphics2D graphics;
    private final Surface surface;
    private final Palette palette;
    private final TypeSizes sizes;
    private final double marginPx;
    private final Box inner;

    Sheet(
            Typeface typeface,
            int processors,
            Graphics2D graphics,
            Surface surface,
            Palette palette,
            Box whole,
            boolean presentation) {
        this.typeface = typeface;
        this.processors = processors;
        this.graphics = graphics;
        this.surface = surface;
        this.palette = palette;
        double em = Math.min(whole.widthPx() / WIDTH_PER_EM, whole.heightPx() / HEIGHT_PER_EM);
        double most = Math.min(whole.widthPx() / LEAST_WIDTH_EM, whole.heightPx() / LEAST_HEIGHT_EM);
        double readable = Math.max(READABLE_EM_PX, em * (presentation ? PRESENTATION : 1));
        this.sizes = new TypeSizes(Math.max(LEAST_EM_PX, Math.min(readable, most)));
        this.marginPx = Math.round(1.6 * sizes.emPx());
        this.inner = new Box(marginPx, marginPx, whole.widthPx() - 2 * marginPx, whole.heightPx() - 2 * marginPx);
        surface.fillRect(whole, palette.background());
    }

    /** Draws a scene as the chart that is wanted. */
    void draw(ComparisonScene scene, ChartKind chart) {
        ComparisonScene shown = shown(scene, chart);
        List<RunReport> runs = shown.runs();
        double top = title(runs.getFirst().title(), runs.size() > 1 && sameCode(runs) ? "code: unchanged" : "");
        Box body = body(top, caption(Caption.parts(runs, processors)));
        switch (chart) {
            case COMPARISON -> lanesAndChart(shown, body, comparisonLaneEm(body));
            case TIMELINE, TASKS -> lanesAndChart(shown, body, TIMELINE_LANE_EM);
            case RUNNING -> running(shown, body);
        }
    }

    /** Draws a scene to be filled in by hand: empty lanes, the tasks with their colours, and lines to write on. */
    void drawBlank(ComparisonScene scene, ChartKind chart) {
        ComparisonScene shown = shown(scene, chart);
        double top = title(shown.runs().getFirst().title(), "worksheet");
        Box body = body(top, caption(Caption.parts(shown.runs(), processors)));
        ComparisonPainter painter = new ComparisonPainter(typeface, processors);
        double foot = 5 * sizes.emPx();
        Box forLanes = new Box(body.xPx(), body.yPx(), body.widthPx(), Math.max(1, body.heightPx() - foot));
        PlacedScene placed = painter.place(shown, palette, forLanes, sizes, comparisonLaneEm(body));
        painter.paintBlank(surface, placed, palette, sizes, marginPx);
        double line = sizes.linePx(sizes.text());
        double y = placed.layout().bottomPx() + line;
        tasks(shown, body, y);
        double each = body.widthPx() / shown.runs().size();
        for (int i = 0; i < shown.runs().size(); i++) {
            String words = shown.runs().get(i).coresTitle() + ":  time ____________   switches ____________";
            surface.text(
                    typeface.shortened(words, sizes.text(), each),
                    body.xPx() + i * each,
                    TypeSizes.baseline(y + 2.2 * line, sizes.text()),
                    Anchor.START,
                    sizes.text(),
                    palette.ink());
        }
    }

    /** Draws the tasks of a scene with their colours, as many as there is room for. */
    private void tasks(ComparisonScene scene, Box body, double middlePx) {
        Trace trace = scene.runs().getFirst().trace();
        double em = sizes.emPx();
        double x = body.xPx();
        for (int task : trace.listedTasks()) {
            String name = trace.tasks().get(task).name();
            double width = typeface.widthPx(name, sizes.text()) + 2.8 * em;
            if (x + width > body.rightPx()) {
                return;
            }
            surface.fillRect(new Box(x, middlePx - 0.5 * em, 1.4 * em, em), palette.task(task));
            surface.text(
                    name,
                    x + 1.8 * em,
                    TypeSizes.baseline(middlePx, sizes.text()),
                    Anchor.START,
                    sizes.text(),
                    palette.ink());
            x += width;
        }
    }

    /** Draws how often many runs came to what. */
    void draw(OutcomesScene scene) {
        String clock = SettingsWords.clock(scene.request().settings(), processors);
        double top = title(scene.title(), clock + ", outcomes of many runs");
        Box body = body(top, caption(Caption.parts(scene, processors)));
        new OutcomesChart(easel(), scene.outcomes()).draw(body);
    }

    private Box body(double topPx, double bottomPx) {
        return new Box(inner.xPx(), topPx, inner.widthPx(), Math.max(1, bottomPx - topPx));
    }

    /** Returns what a chart shows of a scene. */
    static ComparisonScene shown(ComparisonScene scene, ChartKind chart) {
        return switch (chart) {
            case COMPARISON, RUNNING -> scene;
            case TIMELINE -> alone(scene);
            case TASKS -> alone(scene).withRows(ComparisonScene.Rows.TASKS);
        };
    }

    /** Returns the last run of a scene on an axis of its own, unless a part of it is in sight. */
    private static ComparisonScene alone(ComparisonScene scene) {
        if (scene.runs().size() == 1) {
            return scene;
        }
        RunReport last = scene.runs().getLast();
        long longest =
                scene.runs().stream().mapToLong(RunReport::endNanos).max().orElse(0);
        boolean whole = scene.startNanos() == 0 && scene.endNanos() >= longest;
        long end = whole ? Math.max(1, last.endNanos()) : scene.endNanos();
        return scene.withRuns(List.of(last)).withGhost(null).withRange(scene.startNanos(), end);
    }

    /**
     * Returns the bottom of what it needs.
     *
     * @param beside what stands at its right where there is room, or empty
     */
    private double title(String title, String beside) {
        TextStyle style = sizes.title();
        double line = sizes.linePx(style);
        List<String> lines = TextFlow.wrap(typeface, title, style, inner.widthPx(), inner.widthPx());
        double y = inner.yPx();
        for (String text : lines) {
            surface.text(
                    text, inner.xPx(), TypeSizes.baseline(y + line * 0.4, style), Anchor.START, style, palette.ink());
            y += line;
        }
        if (!beside.isEmpty()) {
            double room = inner.widthPx() - typeface.widthPx(lines.getLast(), style) - sizes.emPx();
            if (typeface.widthPx(beside, sizes.text()) <= room) {
                double baseline = TypeSizes.baseline(y - line * 0.6, style);
                surface.text(beside, inner.rightPx(), baseline, Anchor.END, sizes.text(), palette.mutedInk());
            }
        }
        return y + 0.3 * sizes.emPx();
    }

    private static boolean sameCode(List<RunReport> runs) {
        return runs.stream()
                        .map(run -> run.request()
                                .withSettings(runs.getFirst().request().settings()))
                        .distinct()
                        .count()
                == 1;
    }

    /** Returns the top of what it needs. */
    private double caption(List<String> parts) {
        TextStyle style = sizes.small();
        double line = sizes.linePx(style);
        List<String> lines = Caption.lines(parts, typeface, style, inner.widthPx());
        double top = inner.bottomPx() - lines.size() * line;
        double rule = surface.snap(top - 0.5 * sizes.emPx());
        surface.fillRect(new Box(inner.xPx(), rule, inner.widthPx(), surface.snap(sizes.strokePx())), palette.grid());
        for (int i = 0; i < lines.size(); i++) {
            surface.text(
                    lines.get(i),
                    inner.xPx(),
                    TypeSizes.baseline(top + (i + 0.55) * line, style),
                    Anchor.START,
                    style,
                    palette.mutedInk());
        }
        return rule - 0.7 * sizes.emPx();
    }

    private double comparisonLaneEm(Box body) {
        return COMPARISON_LANE_EM + Math.max(0, body.heightPx() / sizes.emPx() - HIGH_BODY_EM) / 12;
    }

    private PlacedScene lanes(ComparisonScene scene, Box body, double mostLaneEm) {
        ComparisonPainter painter = new ComparisonPainter(typeface, processors);
        PlacedScene placed = painter.place(scene, palette, body, sizes, mostLaneEm);
        painter.paint(surface, placed, palette, sizes, marginPx);
        return placed;
    }

    /** Lanes above their chart. Lanes shrink to leave room for a panel for each run, as long as they keep a fair share. */
    private void lanesAndChart(ComparisonScene scene, Box body, double mostLaneEm) {
        double em = sizes.emPx();
        double gap = 1.2 * em;
        double panel = RunningChart.panelPx(sizes) + RunningChart.gapPx(sizes);
        double leastForLanes = Math.max(body.heightPx() / 2, LEAST_LANES_EM * em);
        int reserved = (int) Math.clamp(
                (body.heightPx() - leastForLanes - gap) / panel, 0, scene.runs().size());
        double forChart = reserved == 0 ? 0 : gap + reserved * panel;
        Box forLanes = new Box(body.xPx(), body.yPx(), body.widthPx(), Math.max(1, body.heightPx() - forChart));
        PlacedScene placed = lanes(scene, forLanes, mostLaneEm);
        double top = placed.layout().bottomPx() + gap;
        if (body.bottomPx() - top >= panel) {
            double most = scene.runs().size() * 2.5 * panel;
            double height = Math.min(body.bottomPx() - top, most);
            Box area = new Box(body.xPx(), top, body.widthPx(), height);
            new RunningChart(typeface).draw(easel(), area, placed.viewport(), scene);
        }
    }

    private Easel easel() {
        return new Easel(graphics, surface, typeface, sizes, palette);
    }

    /** The chart alone: a heading for each run, its panel, and the axis below the last. */
    private void running(ComparisonScene scene, Box body) {
        double linePx = sizes.linePx(sizes.heading());
        double axisPx = AxisPainter.heightPx(sizes);
        double gap = 0.8 * sizes.emPx();
        double most = body.heightPx() - axisPx;
        // The first runs give way where there isn't room for all.
        int fitting = (int) Math.max(1, most / (2 * linePx + gap + RunningChart.panelPx(sizes) / 2));
        List<RunReport> all = scene.runs();
        List<RunReport> runs = all.subList(Math.max(0, all.size() - fitting), all.size());
        List<TextFlow> headings =
                new ComparisonPainter(typeface, processors).headings(scene, runs, palette, sizes, inner.widthPx());
        double words = headings.stream()
                .mapToDouble(flow -> flow.lines() * linePx + gap)
                .sum();
        double panelPx = Math.max(1, (most - words) / runs.size());
        RunningChart chart = new RunningChart(typeface);
        double left = body.xPx() + 2.5 * sizes.emPx();
        Viewport viewport = new Viewport(scene.startNanos(), scene.endNanos(), left, body.rightPx() - left);
        double top = body.yPx();
        for (int i = 0; i < headings.size(); i++) {
            headings.get(i).draw(surface, body.xPx(), top, linePx);
            top += headings.get(i).lines() * linePx;
            Box panel = new Box(body.xPx(), top, body.widthPx(), panelPx);
            chart.drawPanel(easel(), panel, viewport, runs.get(i), scene.playheadNanos());
            top += panelPx + gap;
        }
        Box axis = new Box(left, top - gap, viewport.widthPx(), axisPx);
        TimeScale scale = TimeScale.of(viewport, label -> typeface.widthPx(label, sizes.small()));
        new AxisPainter(surface, palette, typeface, sizes, marginPx).ticks(axis, viewport, scale, List.of());
    }
}
