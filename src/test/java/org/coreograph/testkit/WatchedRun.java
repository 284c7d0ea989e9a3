package org.coreograph.testkit;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.coreograph.analysis.RunReport;
import org.coreograph.engine.Engine;
import org.coreograph.engine.LineWatch;
import org.coreograph.engine.Run;
import org.coreograph.gallery.Gallery;
import org.coreograph.gallery.GalleryProgram;
import org.coreograph.gallery.Sources;
import org.coreograph.model.RunEnd;
import org.coreograph.model.RunRequest;
import org.coreograph.model.Settings;
import org.coreograph.trace.CodeLines;
import org.coreograph.trace.LineRecorder;
import org.coreograph.trace.TraceRecorder;

/** A run of a gallery's program whose lines were noted. */
public record WatchedRun(GalleryProgram program, RunReport report, CodeLines lines) {
    /** Returns the gallery's programs. */
    public static Stream<GalleryProgram> programs() {
        return new Gallery().programs().stream();
    }

    /** Runs a program with its defaults to its end. */
    public static WatchedRun of(GalleryProgram program, int cores) {
        Settings settings = Settings.DEFAULTS.withCores(cores).withQuantumNanos(program.quantumNanos());
        RunRequest request = new RunRequest(program.id(), Map.of(), settings);
        TraceRecorder recorder = new TraceRecorder(cores);
        LineRecorder lines = new LineRecorder();
        try {
            Run run = new Engine()
                    .startWatched(
                            new Gallery().create(request),
                            settings,
                            recorder,
                            new LineWatch(Sources.outermost(program), lines));
            RunEnd end = run.await();
            RunReport report = RunReport.of(request, program.title(), recorder.finish(end), end);
            return new WatchedRun(program, report, lines.lines());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the lines of the program's file, the first of them at index 0. */
    public List<String> text() {
        return Sources.java(program).orElseThrow().text().lines().toList();
    }

    /** Returns the number of the first line that holds some text, counted from 1. */
    public int lineWith(String part) {
        List<String> text = text();
        for (int i = 0; i < text.size(); i++) {
            if (text.get(i).contains(part)) {
                return i + 1;
            }
        }
        throw new AssertionError("no line of " + program.id() + " holds " + part);
    }
}
