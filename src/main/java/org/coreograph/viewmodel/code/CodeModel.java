package org.coreograph.viewmodel.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.coreograph.analysis.LineSlices;
import org.coreograph.analysis.RunReport;
import org.coreograph.gallery.Gallery;
import org.coreograph.gallery.GalleryProgram;
import org.coreograph.gallery.Sources;
import org.coreograph.model.Durations;
import org.coreograph.model.Outcome;
import org.coreograph.model.RunRequest;
import org.coreograph.trace.CodeLines;
import org.jspecify.annotations.Nullable;

/**
 * The program's text, the lines that its tasks are in, and the line that a person chose.
 *
 * <p>Lines are looked for only while the text is on the screen, and only of simulated runs that are over: those are run a
 * second time for that. A measured run is never disturbed, and the lines of a simulated one would not be its lines.
 *
 * <p>Not thread-safe: used by the thread that draws. Nothing here waits.
 */
public final class CodeModel {
    /** While the playhead moves by itself the lines follow it at this pace, or nobody could read them. */
    private static final long FOLLOW_NANOS = 80 * Durations.MILLI;

    private final Gallery gallery;
    private final LineWorker worker;
    private final Runnable frames;

    private boolean visible;
    private String program = "";
    private CodeState state = CodeState.EMPTY;
    private List<RunRequest> wanted = List.of();
    private Followed followed = new Followed(List.of(), List.of(), "");
    private long playheadNanos = -1;
    private long followedAtNanos;

    /**
     * The runs on the screen and the lines of each.
     *
     * @param lines empty as long as those of a run aren't known
     * @param trouble why they aren't, or an empty text
     */
    private record Followed(List<RunReport> runs, List<CodeLines> lines, String trouble) {}

    /** @param frames asks for a frame */
    public CodeModel(Gallery gallery, LineWorker worker, Runnable frames) {
        this.gallery = gallery;
        this.worker = worker;
        this.frames = frames;
    }

    /** Returns what to show. */
    public CodeState state() {
        return state;
    }

    /** Says whether the text is on the screen. */
    public void setVisible(boolean nowVisible) {
        if (visible != nowVisible) {
            visible = nowVisible;
            frames.run();
        }
    }

    /** Selects a line, counted from 1, or with {@link CodeState#NO_LINE} none. */
    public void select(int line) {
        if (line != state.selectedLine()) {
            selected(line);
            frames.run();
        }
    }

    /** Selects the line that a task was in; leaves all as it is where that isn't known. */
    public void selectAt(RunReport run, int task, long nanos) {
        int index = followed.runs().indexOf(run);
        boolean known = index >= 0 && index < followed.lines().size();
        int line = known ? followed.lines().get(index).lineAt(task, nanos) : CodeLines.NOWHERE;
        if (line != CodeLines.NOWHERE) {
            select(line);
        }
    }

    /**
     * Begins a frame: takes what was found and follows the playhead.
     *
     * @param shown the runs on the screen, the last of which the tasks' lines are of
     * @param settled whether none of them goes on, and no other is awaited
     * @param playhead where it is in nanoseconds
     * @param playing whether it moves by itself
     * @param nowNanos the time on the wall
     */
    public void frame(List<RunReport> shown, boolean settled, long playhead, boolean playing, long nowNanos) {
        if (visible) {
            read(shown.getLast().request().program());
        }
        if (settled) {
            want(shown);
        }
        Followed now = follow(shown);
        boolean others = !now.equals(followed);
        followed = now;
        boolean due = !playing || nowNanos - followedAtNanos >= FOLLOW_NANOS;
        if (others || (playhead != playheadNanos && due)) {
            playheadNanos = playhead;
            followedAtNanos = nowNanos;
            state = state.withTasks(
                    now.lines().isEmpty()
                            ? List.of()
                            : TaskAtLine.at(shown.getLast().trace(), now.lines().getLast(), playhead));
        }
        if (others) {
            selected(state.selectedLine());
        }
    }

    private void read(String id) {
        if (id.equals(program)) {
            return;
        }
        program = id;
        GalleryProgram its = gallery.find(id);
        Optional<Sources.Java> java = Sources.java(its);
        String go = Sources.go(its).orElse("");
        followed = new Followed(List.of(), List.of(), "");
        state = java.map(text ->
                        new CodeState(text.text(), text.firstLine(), go, List.of(), CodeState.NO_LINE, List.of(), ""))
                .orElse(CodeState.EMPTY);
    }

    /** Asks for the lines of what is shown: of the run on many cores first, since that is the one that is followed. */
    private void want(List<RunReport> shown) {
        List<RunRequest> requests = visible && shown.stream().allMatch(run -> missing(run) == null)
                ? shown.reversed().stream().map(RunReport::request).distinct().toList()
                : List.of();
        boolean gaveWay = requests.stream().anyMatch(request -> worker.found(request) instanceof FoundLines.GaveWay);
        if (!requests.equals(wanted) || gaveWay) {
            wanted = requests;
            worker.want(requests);
        }
    }

    private Followed follow(List<RunReport> shown) {
        if (!visible) {
            return new Followed(shown, List.of(), "");
        }
        List<CodeLines> known = new ArrayList<>();
        for (RunReport run : shown) {
            String missing = missing(run);
            FoundLines found = worker.found(run.request());
            if (missing != null) {
                return new Followed(shown, List.of(), missing);
            } else if (found instanceof FoundLines.Unknown unknown) {
                return new Followed(shown, List.of(), unknown.reason());
            } else if (found instanceof FoundLines.Known its) {
                known.add(its.lines());
            }
        }
        return known.size() == shown.size()
                ? new Followed(shown, known, "")
                : new Followed(shown, List.of(), "Finding the lines…");
    }

    /** Returns why a run has no lines to look for, or null where it has. */
    private static @Nullable String missing(RunReport run) {
        if (!run.request().settings().simulated()) {
            return "Lines are followed in simulated runs only: looking for them would disturb a measured one.";
        }
        boolean whole = run.end() != null && run.end().outcome() != Outcome.STOPPED;
        // One that was stopped ended where its twin wouldn't.
        return whole ? null : "Lines are followed in runs that came to their end.";
    }

    private void selected(int line) {
        List<LineSlices> slices = line == CodeState.NO_LINE
                ? List.of()
                : IntStream.range(0, followed.lines().size())
                        .mapToObj(i -> LineSlices.of(
                                followed.runs().get(i).trace(), followed.lines().get(i), line))
                        .toList();
        String note = slices.isEmpty() ? noteWithoutLine() : words(slices.getLast());
        state = state.withSelected(line, slices, note);
    }

    private String noteWithoutLine() {
        return followed.lines().isEmpty()
                ? followed.trouble()
                : "The tasks' lines on " + followed.runs().getLast().coresTitle()
                        + ". Choose a line to see its slices, or a slice to see its line.";
    }

    private String words(LineSlices slices) {
        String where =
                "Line " + slices.line() + ", " + followed.runs().getLast().coresTitle() + ": ";
        int count = slices.count();
        return count == 0
                ? where + "no task runs there for any time"
                : where + count + (count == 1 ? " stretch, " : " stretches, ") + Durations.human(slices.runNanos())
                        + " in all";
    }
}
