package org.coreograph.picture;

import java.util.ArrayList;
import java.util.List;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.Clock;
import org.coreograph.model.Durations;
import org.coreograph.model.Outcome;
import org.coreograph.model.RunEnd;
import org.coreograph.picture.TextFlow.Chunk;
import org.coreograph.picture.TextFlow.Sign;
import org.coreograph.trace.SpanKind;
import org.jspecify.annotations.Nullable;

/** Writes what stands above the lanes of a run: how many cores, what they show, on which clock, and how long it took. */
final class Headings {
    /** From this width on a heading has room for longer words. */
    private static final double ROOMY_EM = 50;

    private final Typeface typeface;
    private final TypeSizes sizes;
    private final Palette palette;
    private final RunFacts facts;
    private final int processors;

    Headings(Typeface typeface, TypeSizes sizes, Palette palette, RunFacts facts, int processors) {
        this.typeface = typeface;
        this.sizes = sizes;
        this.palette = palette;
        this.facts = facts;
        this.processors = processors;
    }

    /** Returns the heading of a run of a scene. */
    TextFlow of(ComparisonScene scene, RunRows rows, double widthPx, String switchNote) {
        RunReport run = rows.run();
        TextFlow flow = new TextFlow(typeface, widthPx, 0.6 * sizes.emPx());
        addFirst(flow, scene, run, widthPx);
        String manner = rows.kind() == RunRows.Kind.TASKS ? throughLens(scene, rows) : facts.manner(run.trace());
        flow.add(Chunk.of(manner, sizes.text(), palette.mutedInk()));
        if (rows.kind() == RunRows.Kind.STATES) {
            addLegend(flow, rows);
        }
        addOutcome(flow, run.end());
        addDeadline(flow, run);
        addNotes(flow, run);
        String lost = rows.kind() == RunRows.Kind.CORES ? RunWords.lostInShort(facts.stalls(run)) : "";
        if (!lost.isEmpty()) {
            flow.add(Chunk.of(lost, sizes.small(), palette.mutedInk()));
        }
        if (!switchNote.isEmpty()) {
            flow.addRightOrBelow(Chunk.of(switchNote, sizes.small(), palette.mutedInk()));
        }
        return flow;
    }

    /** Explains the patterns of those states that occur. */
    private void addLegend(TextFlow flow, RunRows rows) {
        for (SpanKind kind : facts.states(rows.run().trace())) {
            flow.add(new Chunk(RunWords.state(kind), sizes.small(), palette.mutedInk(), Sign.STATE, null, kind));
        }
    }

    private void addDeadline(TextFlow flow, RunReport run) {
        Deadline.of(run)
                .ifPresent(deadline -> flow.add(new Chunk(
                        deadline.words(),
                        sizes.strong(),
                        deadline.met() ? palette.accent() : palette.alarm(),
                        deadline.met() ? Sign.NONE : Sign.WARNING,
                        null,
                        null)));
    }

    /** Adds what must be known of a run before it is compared with another. */
    private void addNotes(TextFlow flow, RunReport run) {
        for (String note : List.of(RunWords.coresChanged(run), RunWords.crowded(run, processors))) {
            if (!note.isEmpty()) {
                flow.add(Chunk.of(note, sizes.text(), palette.measured().text()));
            }
        }
    }

    private String throughLens(ComparisonScene scene, RunRows rows) {
        int ran = RunWords.tasksThatRan(rows.run().trace());
        String shown = rows.count() < ran ? ", the first " + rows.count() + " of " + ran + " tasks" : "";
        return "through a window of " + Durations.human(scene.lensNanos()) + ": "
                + facts.throughLens(rows.run().trace(), scene.lensNanos()) + shown;
    }

    /** Returns the least that must be said of a run, where there is no room for more. */
    TextFlow terse(ComparisonScene scene, RunReport run, double widthPx) {
        TextFlow flow = new TextFlow(typeface, widthPx, 0.6 * sizes.emPx());
        addFirst(flow, scene, run, widthPx);
        if (run.end() != null && run.end().outcome() != Outcome.COMPLETED) {
            flow.add(outcome(run.end().outcome()));
        }
        addDeadline(flow, run);
        addNotes(flow, run);
        return flow;
    }

    /** Begins a heading: how many cores, on which clock, and at the right how long it took. */
    private void addFirst(TextFlow flow, ComparisonScene scene, RunReport run, double widthPx) {
        Chunk cores = Chunk.of(run.coresTitle(), sizes.heading(), palette.ink());
        List<Chunk> right = new ArrayList<>();
        right.add(Chunk.of(RunWords.length(run, figures(scene)), sizes.heading(), palette.ink()));
        if (run.cores() > 1) {
            run.timeRatio(scene.runs().getFirst()).ifPresent(ratio -> {
                // Named, so that it isn't taken for the speed-up: the switches of the run on one core flatter it.
                String name = widthPx < ROOMY_EM * sizes.emPx() ? "ratio" : "time ratio";
                right.add(Chunk.of(name + " " + Figures.ratio(ratio), sizes.heading(), palette.accent()));
            });
        }
        flow.addAtRight(right, typeface.widthPx(cores.text(), cores.style()));
        flow.add(cores);
        flow.add(badge(run.request().settings().clock()));
    }

    /** Returns how lengths of time are written, so that those of all runs line up. */
    static Figures figures(ComparisonScene scene) {
        return Figures.upTo(
                scene.runs().stream().mapToLong(RunReport::endNanos).max().orElse(0));
    }

    private Chunk badge(Clock clock) {
        Palette.Badge colours = palette.badge(clock);
        String word = switch (clock) {
            case SIMULATED -> "SIMULATED";
            case MEASURED -> "MEASURED";
        };
        return new Chunk(word, sizes.badge(), colours.text(), Sign.BADGE, colours.ground(), null);
    }

    private void addOutcome(TextFlow flow, @Nullable RunEnd end) {
        if (end == null || end.outcome() == Outcome.COMPLETED) {
            return;
        }
        flow.add(outcome(end.outcome()));
        if (end.reason() != null && !end.reason().isBlank()) {
            String reason = end.reason().strip().replaceAll("\\s+", " ");
            String told = end.outcome().id() + ": ";
            String rest = reason.startsWith(told) ? reason.substring(told.length()) : reason;
            flow.add(Chunk.of(rest, sizes.text(), palette.ink()));
        }
    }

    private Chunk outcome(Outcome outcome) {
        Sign sign = outcome == Outcome.STOPPED ? Sign.STOPPED : Sign.WARNING;
        return new Chunk(outcome.id(), sizes.strong(), palette.alarm(), sign, null, null);
    }

    /** Returns the heading of the run before. */
    TextFlow ofGhost(ComparisonScene scene, RunReport ghost, double widthPx) {
        TextFlow flow = new TextFlow(typeface, widthPx, 0.6 * sizes.emPx());
        String what = "before: " + ghost.coresTitle();
        String clock = ghost.request().settings().clock().id();
        String length = RunWords.length(ghost, figures(scene));
        flow.addAtRight(
                List.of(Chunk.of(length, sizes.small(), palette.mutedInk())), typeface.widthPx(what, sizes.small()));
        flow.add(Chunk.of(what + ", " + clock, sizes.small(), palette.mutedInk()));
        return flow;
    }
}
