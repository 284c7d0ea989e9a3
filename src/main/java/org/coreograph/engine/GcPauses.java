package org.coreograph.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.StackTrace;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.coreograph.model.Durations;
import org.coreograph.model.Pause;
import org.jspecify.annotations.Nullable;

/**
 * When the garbage collector stopped all tasks during a run: {@link #start}, then the run, then {@link #stop}.
 *
 * <p>It is Flight Recorder that knows ({@code jdk.GCPhasePause}): pauses alone, of every collector, and none of what a
 * collector does while tasks go on. Nothing is read before the run is over, so that all a run notices is one small record
 * a pause. In a JVM's first run starting takes about 200 ms and stopping 100 ms, for
 * some 850 classes and 25 MB; later some 2 ms and 15 ms. (The collector's notifications would be there at once, but
 * they tell whole milliseconds, and a young pause is shorter than that.)
 *
 * <p><b>Two clocks.</b> A record's time comes from the recorder's clock, which may run a little faster or slower than
 * {@link System#nanoTime}. So a few marks that hold the one and get the other are recorded at both ends, and what lies
 * between is placed in proportion. Between reading the one and being given the other time passes, now and then a lot of
 * it: the tightest mark of each end counts.
 */
final class GcPauses {
    private static final String PAUSE = "jdk.GCPhasePause";
    private static final String MARK = "org.coreograph.ClockMark";
    private static final int MARKS = 5;

    private final @Nullable Recording recording;

    private GcPauses(@Nullable Recording recording) {
        this.recording = recording;
    }

    /** The time by {@link System#nanoTime} when this was recorded. */
    @Name(MARK)
    @StackTrace(false)
    private static final class ClockMark extends Event {
        @SuppressWarnings("UnusedVariable") // read by the recorder
        private long nanoTime;

        @SuppressWarnings("UnusedVariable") // read by the recorder
        private boolean atEnd;

        static void record(boolean atEnd) {
            for (int i = 0; i < MARKS; i++) {
                ClockMark mark = new ClockMark();
                mark.atEnd = atEnd;
                mark.nanoTime = System.nanoTime();
                mark.commit();
            }
        }
    }

    /** Starts to watch; where this JVM has no recorder, {@link #stop} will say so. */
    static GcPauses start() {
        // Without that module there isn't even the class to ask.
        boolean available = ModuleLayer.boot().findModule("jdk.jfr").isPresent() && FlightRecorder.isAvailable();
        return new GcPauses(available ? startRecording() : null);
    }

    private static @Nullable Recording startRecording() {
        try {
            Recording recording = new Recording();
            recording.enable(PAUSE).withoutThreshold();
            recording.enable(ClockMark.class);
            recording.start();
            ClockMark.record(false);
            return recording;
        } catch (IllegalStateException e) {
            // The recorder can't start here, as where it may write no files; then pauses aren't known.
            return null;
        }
    }

    /**
     * Stops watching, and returns the pauses of a run in order, in the run's time and cut to its length; empty where this
     * JVM can't tell them. It reads a file: to be called once, after the run, and by a platform thread.
     *
     * @param originNanos when the run began, by {@link System#nanoTime}
     * @param lengthNanos how long it was
     */
    Optional<List<Pause>> stop(long originNanos, long lengthNanos) {
        if (recording == null) {
            return Optional.empty();
        }
        try (recording) {
            ClockMark.record(true);
            Path file = Files.createTempFile("coreograph", ".jfr");
            try {
                recording.stop();
                recording.dump(file);
                return read(file).map(pauses -> within(pauses, originNanos, lengthNanos));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            // No room for the file, or no right to write it: which pauses there were can't be told.
            return Optional.empty();
        }
    }

    private static Optional<List<Pause>> read(Path file) throws IOException {
        List<Pause> pauses = new ArrayList<>();
        Meeting start = new Meeting();
        Meeting end = new Meeting();
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                long from = nanos(event.getStartTime());
                switch (event.getEventType().getName()) {
                    case PAUSE -> pauses.add(new Pause(from, nanos(event.getEndTime())));
                    case MARK -> (event.getBoolean("atEnd") ? end : start).add(event.getLong("nanoTime"), from);
                    default -> {
                        // Asked for by somebody else who records this JVM: it is in the same file.
                    }
                }
            }
        }
        if (!start.known() || !end.known()) {
            return Optional.empty();
        }
        return Optional.of(pauses.stream()
                .map(pause ->
                        new Pause(toNanoTime(pause.startNanos(), start, end), toNanoTime(pause.endNanos(), start, end)))
                .sorted(Comparator.comparingLong(Pause::startNanos))
                .toList());
    }

    private static long nanos(Instant instant) {
        return instant.getEpochSecond() * Durations.SECOND + instant.getNano();
    }

    /** An instant on both clocks. */
    private static final class Meeting {
        private long nanoTime;
        private long recorded;
        private boolean known;

        void add(long itsNanoTime, long itsRecorded) {
            // What was given last is later than what was read first: the less, the closer they are.
            if (!known || itsRecorded - itsNanoTime < ahead()) {
                nanoTime = itsNanoTime;
                recorded = itsRecorded;
                known = true;
            }
        }

        /** Returns how far the recorder's clock is ahead. */
        long ahead() {
            return recorded - nanoTime;
        }

        boolean known() {
            return known;
        }
    }

    private static long toNanoTime(long recorded, Meeting start, Meeting end) {
        double way = (double) (recorded - start.recorded) / Math.max(1, end.recorded - start.recorded);
        return recorded - start.ahead() - Math.round(way * (end.ahead() - start.ahead()));
    }

    private static List<Pause> within(List<Pause> pauses, long originNanos, long lengthNanos) {
        return pauses.stream()
                .map(pause -> new Pause(
                        Math.max(0, pause.startNanos() - originNanos),
                        Math.min(lengthNanos, pause.endNanos() - originNanos)))
                .filter(pause -> pause.startNanos() < pause.endNanos())
                .toList();
    }
}
