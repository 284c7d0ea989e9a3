package org.coreograph.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.coreograph.model.Durations;
import org.coreograph.model.ThreadKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the platform tells of a thread, compared with what it says elsewhere. */
@Timeout(30)
class ThreadFactsTest {
    private final ThreadFacts facts = ThreadFacts.PLATFORM;

    private static <T> T on(ThreadKind kind, Supplier<T> code) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Runnable body = () -> {
            try {
                result.complete(code.get());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        };
        switch (kind) {
            case PLATFORM -> Thread.ofPlatform().start(body);
            case VIRTUAL -> Thread.ofVirtual().start(body);
        }
        return result.join();
    }

    /** Works until a clock of the thread's own says that so much work was done; returns how much it really says. */
    private static long work(LongSupplier cpuNanos, long nanos) {
        long start = cpuNanos.getAsLong();
        long state = 1;
        while (cpuNanos.getAsLong() - start < nanos) {
            state = Work.rounds(state, Work.ROUNDS_A_POLL);
        }
        Work.publish(state);
        return cpuNanos.getAsLong() - start;
    }

    private static String linuxSays(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String linuxSaysWhoAsks() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/thread-self")).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    @EnabledOnOs(OS.LINUX)
    void timeOfAThreadPassesWhileItWorks(ThreadKind kind) {
        assertThat(on(kind, () -> work(facts::cpuNanos, Durations.MILLI))).isGreaterThanOrEqualTo(Durations.MILLI);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void timeOfAThreadStandsStillWhileItWaits() throws InterruptedException {
        Thread other = Thread.ofPlatform().unstarted(() -> work(facts::cpuNanos, 200 * Durations.MILLI));
        long start = facts.cpuNanos();
        other.start();
        other.join();
        assertThat(facts.cpuNanos() - start).isLessThan(100 * Durations.MILLI);
    }

    @ParameterizedTest
    @EnumSource
    @EnabledOnOs(OS.LINUX)
    void threadsAreKnownByTheIdsThatLinuxGaveThem(ThreadKind kind) {
        String[] told = on(kind, () -> new String[] {
            "/task/" + facts.osThread(), linuxSaysWhoAsks(), "/task/" + facts.osThread(),
        });
        assertThat(told[1]).endsWith(told[0]).endsWith(told[2]);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void threadsThatLiveAtOnceHaveIdsOfTheirOwn() {
        long other = on(ThreadKind.PLATFORM, facts::osThread);
        assertThat(facts.osThread()).isPositive().isNotEqualTo(other).isEqualTo(facts.osThread());
    }

    @ParameterizedTest
    @EnumSource
    @EnabledOnOs(OS.LINUX)
    void processorIsOneOfTheMachines(ThreadKind kind) {
        long processors = linuxSays("/proc/cpuinfo")
                .lines()
                .filter(line -> line.startsWith("processor"))
                .count();
        assertThat(on(kind, facts::processor)).isBetween(0, (int) processors - 1);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void threadThatIsToWakeOnTimeHasTheShortestSlack() {
        String[] slack = on(ThreadKind.PLATFORM, () -> {
            String file = "/proc/" + facts.osThread() + "/timerslack_ns";
            String before = linuxSays(file);
            assertThat(facts.wakeOnTime()).isTrue();
            return new String[] {before, linuxSays(file)};
        });
        assertThat(slack[0]).isNotEqualTo("1");
        assertThat(slack[1]).isEqualTo("1");
    }

    @Test
    void elsewhereTheJvmKnowsThePlatformThreadsTimeAndNothingElse() {
        ThreadFacts portable = new PortableThreadFacts();
        assertThat(on(ThreadKind.PLATFORM, () -> work(portable::cpuNanos, Durations.MILLI)))
                .isGreaterThanOrEqualTo(Durations.MILLI);
        assertThat(on(ThreadKind.VIRTUAL, portable::cpuNanos)).isEqualTo(ThreadFacts.UNKNOWN);
        assertThat(portable.osThread()).isEqualTo(ThreadFacts.UNKNOWN);
        assertThat(portable.processor()).isEqualTo(ThreadFacts.UNKNOWN);
        assertThat(portable.wakeOnTime()).isFalse();
    }
}
