package org.coreograph.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.coreograph.model.Interleave;
import org.coreograph.model.MemoryKind;
import org.coreograph.model.Outcome;
import org.coreograph.model.RunEnd;
import org.coreograph.model.RunRequest;
import org.coreograph.model.Settings;
import org.coreograph.testkit.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class CounterTest {
    private static final Settings DRAWN = Settings.DEFAULTS.withInterleave(Interleave.RANDOM);

    @Test
    void unguardedTasksLoseUpdatesOnTwoCoresAndByQuantumOnOne() {
        assertThat(count(Map.of(), Settings.DEFAULTS.withCores(2))).isBetween(2L, 1_999L);
        assertThat(count(Map.of(), Settings.DEFAULTS)).isBetween(2L, 1_999L);
    }

    @Test
    void nothingIsLostWhereNoQuantumEndsWithinAnAddition() {
        assertThat(count(Map.of(), Settings.DEFAULTS.withQuantumNanos(1_000_000_000)))
                .isEqualTo(2_000);
    }

    @Test
    void oneAdditionEachEndsAtOneOrTwo() {
        assertThat(outcomes(Map.of("increments", "1"))).containsExactly(1L, 2L);
    }

    @Test
    void drawnInterleavingsReachEverythingFromTwoToTwiceTheAdditions() {
        assertThat(outcomes(Map.of("increments", "2"))).containsExactly(2L, 3L, 4L);
        assertThat(outcomes(Map.of("increments", "3"))).containsExactly(2L, 3L, 4L, 5L, 6L);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"NONE", "EXPOSED"})
    void everyGuardKeepsEveryUpdateWhateverTheInterleaving(Counter.Guard guard) {
        assertThat(outcomes(Map.of("increments", "3", "tasks", "3", "guard", guard.id())))
                .containsExactly(9L);
    }

    @Test
    void aMutexLeftToTheCallersKeepsNoMoreThanNothing() {
        assertThat(outcomes(Map.of("increments", "2", "guard", "exposed"))).containsExactly(2L, 3L, 4L);
    }

    @Test
    void onlyTheOwnerCanCountWhereEachCoreHasItsOwnMemory() {
        Settings distributed = Settings.DEFAULTS.withCores(2).withMemory(MemoryKind.DISTRIBUTED);

        assertThat(run(Map.of("guard", "owner"), distributed).result()).isEqualTo(Map.of("counter", 2_000L));
        assertThat(run(Map.of(), distributed).outcome()).isEqualTo(Outcome.FAILED);
    }

    private static Set<Long> outcomes(Map<String, String> arguments) {
        Set<Long> outcomes = new TreeSet<>();
        LongStream.rangeClosed(1, 300).forEach(seed -> outcomes.add(count(arguments, DRAWN.withSeed(seed))));
        return outcomes;
    }

    private static long count(Map<String, String> arguments, Settings settings) {
        return (long) Objects.requireNonNull(run(arguments, settings).result().get("counter"));
    }

    private static RunEnd run(Map<String, String> arguments, Settings settings) {
        RunRequest request = new RunRequest("counter", arguments, settings);
        return Objects.requireNonNull(
                Runs.run(new Gallery().create(request), settings).end());
    }
}
