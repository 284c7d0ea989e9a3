package org.coreograph.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jdk.jfr.Recording;
import org.coreograph.model.Durations;
import org.coreograph.model.Pause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which pauses are found, in a JVM whose collector may also start by itself. */
@Timeout(60)
class GcPausesTest {
    private static final int MAX_TRIES = 20;

    /** What was found while some code ran, as if that were a run. */
    private record Found(List<Pause> pauses, long lengthNanos, boolean collected) {
        static Found during(Runnable code) {
            GcPauses watch = GcPauses.start();
            long before = collections();
            long origin = System.nanoTime();
            code.run();
            long length = System.nanoTime() - origin;
            // Nobody waits here: a pause that ended just now must be found.
            List<Pause> pauses = Objects.requireNonNull(watch.stop(origin, length));
            return new Found(pauses, length, collections() > before);
        }

        private static long collections() {
            return ManagementFactory.getGarbageCollectorMXBeans().stream()
                    .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                    .sum();
        }
    }

    @Test
    void pauseOfARunIsFoundWhereItWas() {
        long[] collected = new long[2];
        Found found = Found.during(() -> {
            long start = System.nanoTime();
            Work.publish(Work.rounds(1, 10_000_000));
            collected[0] = System.nanoTime() - start;
            System.gc();
            collected[1] = System.nanoTime() - start;
        });
        assertThat(found.pauses)
                .isNotEmpty()
                .isSortedAccordingTo((a, b) -> Long.compare(a.startNanos(), b.startNanos()));
        assertThat(found.pauses).allSatisfy(pause -> {
            assertThat(pause.startNanos()).isNotNegative().isLessThan(pause.endNanos());
            assertThat(pause.endNanos()).isLessThanOrEqualTo(found.lengthNanos);
        });
        assertThat(found.pauses)
                .as("one while System.gc() went on, from %d to %d", collected[0], collected[1])
                .anyMatch(pause -> pause.startNanos() < collected[1] && pause.endNanos() > collected[0]);
    }

    @Test
    void everyPauseIsFound() {
        Found found = Found.during(() -> {
            for (int i = 0; i < 7; i++) {
                System.gc();
            }
        });
        assertThat(found.pauses).hasSizeGreaterThanOrEqualTo(7);
        for (int i = 1; i < found.pauses.size(); i++) {
            assertThat(found.pauses.get(i).startNanos())
                    .isGreaterThanOrEqualTo(found.pauses.get(i - 1).endNanos());
        }
    }

    @Test
    void somebodyElsesRecordingChangesNothing() {
        try (Recording other = new Recording()) {
            other.enable("jdk.GarbageCollection");
            other.enable("jdk.GCPhasePauseLevel1");
            other.start();
            Found found = Found.during(System::gc);
            assertThat(found.pauses)
                    .hasSameSizeAs(List.copyOf(Set.copyOf(found.pauses)))
                    .isNotEmpty();
        }
    }

    @Test
    void runWithoutACollectionHasNoPause() {
        Found found = Found.during(() -> Work.publish(Work.rounds(1, 1_000_000)));
        for (int tries = 1; found.collected && tries < MAX_TRIES; tries++) {
            found = Found.during(() -> Work.publish(Work.rounds(1, 1_000_000)));
        }
        assertThat(found.collected)
                .as("the collector started by itself, %d times in a row", MAX_TRIES)
                .isFalse();
        assertThat(found.pauses).isEmpty();
    }

    @Test
    void pausesBeforeAndAfterARunAreNotOfIt() {
        GcPauses watch = GcPauses.start();
        System.gc();
        long length = 50 * Durations.MILLI;
        // A run that begins a minute from now has no pause yet, and one that ended a minute ago has none any more.
        long later = System.nanoTime() + 60 * Durations.SECOND;
        assertThat(watch.stop(later, length)).isEmpty();
        GcPauses next = GcPauses.start();
        System.gc();
        assertThat(next.stop(System.nanoTime() - 60 * Durations.SECOND, length)).isEmpty();
    }
}
