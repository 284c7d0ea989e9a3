package org.coreograph.engine;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
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
 * collector does while tasks go on. One recording is started with a JVM's first measured run, which takes about 200 ms
 * and 25 MB for some 850 classes, and goes on until the JVM ends; all a run notices of it is one small record a pause.
 * Nothing is read before a run is over, and then only if the collectors say that they worked meanwhile: some 15 ms, the
 * first time 100 ms. (The collectors' own notifications would cost less, but they tell whole milliseconds, and many a
 * pause is shorter than that.)
 *
 * <p><b>Two clocks.</b> A record's time comes from the recorder's clock, which may run a little faster or slower than
 * {@link System#nanoTime}. So a few marks that hold the one and get the other are recorded at both ends of a run, and
 * what lies between is placed in proportion. Between reading the one and being given the other time passes, now and then
 * a lot of it: the tightest mark of each end counts.
 */
final class GcPauses {
    private static final String PAUSE = "jdk.GCPhasePause";
    private static final String MARK = "org.coreograph.ClockMark";
    private static final int MARKS = 5;

    /** How much of earlier runs is kept, at most; that of the last one always is. */
    private static final long MAX_BYTES = 500_000;

    private static final List<GarbageCollectorMXBean> COLLECTORS = ManagementFactory.getGarbageCollectorMXBeans();
    private static final AtomicLong RUNS = new AtomicLong();

    private final @Nullable Recording recording = Recorder.RECORDING;
    private final long run = RUNS.incrementAndGet();
    private final long collectionsBefore = collections();

    private GcPauses() {
        if (recording != null) {
            ClockMark.record(run, false);
        }
    }

    /** The one recording of this JVM, or null where it has no recorder. */
    private static final class Recorder {
        static final @Nullable Recording RECORDING = record();

        private static @Nullable Recording record() {
            // Without that module there isn't even the class to ask.
            if (ModuleLayer.boot().findModule("jdk.jfr").isEmpty() || !FlightRecorder.isAvailable()) {
                return null;
            }
            try {
                Recording recording = new Recording();
                recording.setName("coreograph");
                recording.setMaxSize(MAX_BYTES);
                recording.enable(PAUSE).withoutThreshold();
                recording.enable(ClockMark.class);
                recording.start();
                return recording;
            } catch (IllegalStateException e) {
                // The recorder can't start here, as where it may write no files; then pauses aren't known.
                return null;
            }
        }
    }

    /** The time by {@link System#nanoTime} when this was recorded. */
    @Name(MARK)
    @StackTrace(false)
    private static final class ClockMark extends Event {
        @SuppressWarnings("UnusedVariable") // read by the recorder
        private long run;

        @SuppressWarnings("UnusedVariable") // read by the recorder
        private long nanoTime;

        @SuppressWarnings("UnusedVariable") // read by the recorder
        private boolean atEnd;

        static void record(long run, boolean atEnd) {
            for (int i = 0; i < MARKS; i++) {
                ClockMark mark = new ClockMark();
                mark.run = run;
                mark.atEnd = atEnd;
                mark.nanoTime = System.nanoTime();
                mark.commit();
            }
        }
    }

    /** Starts to watch, just before a run. */
    static GcPauses start() {
        return new GcPauses();
    }

    private static long collections() {
        long count = 0;
        for (GarbageCollectorMXBean collector : COLLECTORS) {
            count += collector.getCollectionCount();
        }
        return count;
    }

    /** Returns whether there may have been a pause, so that finding out will take a while. */
    boolean any() {
        return recording != null && collections() != collectionsBefore;
    }

    /**
     * Stops watching, and returns the pauses of a run in order, in the run's time and cut to its length; null where this
     * JVM can't tell them. Where there were {@link #any} it reads a file: to be called once, by a platform thread.
     *
     * @param originNanos when the run began, by {@link System#nanoTime}
     * @param lengthNanos how long it was
     */
    @Nullable
    List<Pause> stop(long originNanos, long lengthNanos) {
        if (recording == null) {
            return null;
        }
        if (!any()) {
            return List.of();
        }
        ClockMark.record(run, true);
        try {
            Path file = Files.createTempFile("coreograph", ".jfr");
            try {
                recording.dump(file);
                List<Pause> pauses = read(file);
                return pauses == null ? null : within(pauses, originNanos, lengthNanos);
            } finally {
                Files.delete(file);
            }
        } catch (IOException | IllegalStateException e) {
            // No room for the file, or no right to write it, or somebody ended the recording, as the JVM does when it
            // ends: which pauses there were can't be told.
            return null;
        }
    }

    private @Nullable List<Pause> read(Path file) throws IOException {
        List<Pause> pauses = new ArrayList<>();
        Meeting start = new Meeting();
        Meeting end = new Meeting();
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                long from = nanos(event.getStartTime());
                switch (event.getEventType().getName()) {
                    case PAUSE -> pauses.add(new Pause(from, nanos(event.getEndTime())));
                    case MARK -> {
                        if (event.getLong("run") == run) {
                            (event.getBoolean("atEnd") ? end : start).add(event.getLong("nanoTime"), from);
                        }
                    }
                    default -> {
                        // Asked for by somebody else who records this JVM: it is in the same file.
                    }
                }
            }
        }
        if (!start.known() || !end.known()) {
            return null;
        }
        return pauses.stream()
                .map(pause ->
                        new Pause(toNanoTime(pause.startNanos(), start, end), toNanoTime(pause.endNanos(), start, end)))
                .sorted(Comparator.comparingLong(Pause::startNanos))
                .toList();
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
