package org.coreograph.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is taken down of slices, from a platform that says what the test wants. */
@Timeout(30)
class SliceMeterTest {
    private final Told told = new Told();
    private final SliceMeter meter = new SliceMeter(told);

    private static final class Told implements ThreadFacts {
        long cpuNanos;
        long osThread = 70;
        int processor = 3;

        @Override
        public long cpuNanos() {
            return cpuNanos;
        }

        @Override
        public long osThread() {
            return osThread;
        }

        @Override
        public int processor() {
            return processor;
        }

        @Override
        public boolean wakeOnTime() {
            return false;
        }
    }

    private void slice(long fromCpuNanos, long toCpuNanos) {
        told.cpuNanos = fromCpuNanos;
        meter.begin();
        told.cpuNanos = toCpuNanos;
        meter.end();
    }

    private void assertThatFactsAre(long cpuNanos, long osThread, int processor) {
        assertThat(meter.cpuNanos()).isEqualTo(cpuNanos);
        assertThat(meter.osThread()).isEqualTo(osThread);
        assertThat(meter.processor()).isEqualTo(processor);
    }

    @Test
    void sliceGetsTheTimeBetweenItsEnds() {
        slice(1_000, 1_700);
        assertThatFactsAre(700, 70, 3);
        slice(5_000, 5_001);
        assertThatFactsAre(1, 70, 3);
    }

    @Test
    void nothingIsKnownBeforeTheFirstSlice() {
        assertThatFactsAre(-1, -1, -1);
    }

    @Test
    void whatThePlatformDoesNotTellStaysUnknown() {
        told.osThread = ThreadFacts.UNKNOWN;
        told.processor = ThreadFacts.UNKNOWN;
        slice(ThreadFacts.UNKNOWN, ThreadFacts.UNKNOWN);
        assertThatFactsAre(-1, -1, -1);
        assertThat(meter.knowsAnything()).isFalse();
        slice(10, 30);
        assertThatFactsAre(20, -1, -1);
        assertThat(meter.knowsAnything()).isTrue();
    }

    @Test
    void sliceThatChangedItsCarrierHasNoTime() {
        told.cpuNanos = 1_000;
        meter.begin();
        told.osThread = 71;
        told.cpuNanos = 9_000_000;
        meter.end();
        assertThatFactsAre(-1, 70, -1);
        slice(9_000_000, 9_000_400);
        assertThatFactsAre(400, 71, 3);
    }

    @Test
    void sliceThatSomebodyElseEndsHasNoTime() {
        told.cpuNanos = 1_000;
        meter.begin();
        told.cpuNanos = 2_000;
        CompletableFuture.runAsync(meter::end).join();
        assertThatFactsAre(-1, 70, -1);
    }
}
