package org.coreograph.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestWordsTest {
    private static final RunRequest PLAIN = new RunRequest("counter", Map.of(), Settings.DEFAULTS);

    @Test
    void onlyWhatIsNotTheDefaultIsSaid() {
        Settings settings = Settings.DEFAULTS
                .withCores(2)
                .withQuantumNanos(5 * Durations.MILLI)
                .with(SettingName.MLFQ_LEVELS, "2");

        assertThat(RequestWords.of(PLAIN)).containsExactly("counter");
        assertThat(RequestWords.line(RequestWords.of(new RunRequest("counter", Map.of("guard", "mutex"), settings))))
                .isEqualTo("counter --cores 2 --quantum 5ms -P guard=mutex --set mlfq.levels=2");
    }

    @Test
    void aRuntimeBringsItsPolicyUnlessAnotherIsSaid() {
        Settings go = Settings.DEFAULTS.withRuntime(RuntimeKind.GO);

        assertThat(RequestWords.of(PLAIN.withSettings(go))).containsExactly("counter", "--runtime", "go");
        assertThat(RequestWords.of(PLAIN.withSettings(go.withPolicy(PolicyKind.ROUND_ROBIN))))
                .containsExactly("counter", "--runtime", "go", "--policy", "round-robin");
    }

    @Test
    void whatIsNotNamedStays() {
        RunRequest base = PLAIN.withArguments(Map.of("guard", "mutex", "tasks", "3"))
                .withSettings(Settings.DEFAULTS.withCores(4).withSeed(7));

        RunRequest read = RequestWords.read(RequestWords.split("--cores 2 -P guard=none"), base);

        assertThat(read.program()).isEqualTo("counter");
        assertThat(read.arguments()).isEqualTo(Map.of("guard", "none", "tasks", "3"));
        assertThat(read.settings()).isEqualTo(base.settings().withCores(2));
    }

    @Test
    void anotherProgramKeepsNoParameters() {
        RunRequest base = PLAIN.withArguments(Map.of("guard", "mutex"));

        assertThat(RequestWords.read(List.of("jobs"), base).arguments()).isEmpty();
        assertThat(RequestWords.read(List.of("counter"), base).arguments()).hasSize(1);
    }

    @Test
    void settingsThatGoTogetherReplaceOthersTogether() {
        RunRequest base =
                RequestWords.read(RequestWords.split("--set mlfq.levels=4 --set mlfq.quanta=1ms,2ms,4ms,8ms"), PLAIN);

        Settings read = RequestWords.read(RequestWords.split("--set mlfq.levels=2 --set mlfq.quanta=5ms,6ms"), base)
                .settings();

        assertThat(read.numbers(SettingName.MLFQ_QUANTA)).containsExactly(5_000_000L, 6_000_000L);
    }

    @Test
    void everyRequestComesBackFromItsWords() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 2_000; i++) {
            RunRequest request = someRequest(random);
            String line = RequestWords.line(RequestWords.of(request));
            assertThat(RequestWords.read(RequestWords.split(line), PLAIN))
                    .as(line)
                    .isEqualTo(request);
        }
    }

    private static RunRequest someRequest(SplittableRandom random) {
        Settings settings = Settings.DEFAULTS
                .withRuntime(any(RuntimeKind.class, random))
                .withSwitchCostNanos(random.nextLong(100_000))
                .withSeed(random.nextLong())
                .withJitter(random.nextInt(10_001) / 10_000.0);
        settings = random.nextBoolean() ? settings.withPolicy(any(PolicyKind.class, random)) : settings;
        settings = random.nextBoolean() ? settings.withClock(any(Clock.class, random)) : settings;
        settings = random.nextBoolean() ? settings.withThreads(any(ThreadKind.class, random)) : settings;
        settings = random.nextBoolean() ? settings.withCores(random.nextInt(1, 257)) : settings;
        settings = random.nextBoolean() ? settings.withTies(any(TieRule.class, random)) : settings;
        settings = random.nextBoolean() ? settings.withMemory(any(MemoryKind.class, random)) : settings;
        settings = random.nextBoolean() ? settings.withInterleave(any(Interleave.class, random)) : settings;
        settings = random.nextBoolean() ? settings.withQuantumNanos(random.nextLong(1, Durations.MAX_NANOS)) : settings;
        settings = random.nextBoolean() ? settings.with(SettingName.MLFQ_QUANTA, "1ms,2.5us") : settings;
        settings = random.nextBoolean() ? settings.with(SettingName.BUS_BANDWIDTH, "100MB/s") : settings;
        Map<String, String> arguments = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            arguments.put("name" + i, someText(random));
        }
        return new RunRequest(random.nextBoolean() ? "counter" : "two-loops", arguments, settings);
    }

    /** Returns a text of characters that a shell and a reader of words may take for something else. */
    private static String someText(SplittableRandom random) {
        String characters = "ab09 =-,/.'\"\\$*µ\t";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }

    private static <E extends Enum<E>> E any(Class<E> type, SplittableRandom random) {
        E[] all = type.getEnumConstants();
        return all[random.nextInt(all.length)];
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--core 2 | unknown word '--core': choose one of --cores, --clock,",
                "two-loops jobs | unknown word 'jobs': choose one of --cores,",
                "--cores | --cores needs a value behind it",
                "--cores 0 | cores must be a whole number from 1 to 256, but was '0'",
                "--cores 1 --cores 2 | --cores was given more than once: give it once",
                "-P tasks=1 -P tasks=2 | parameter 'tasks' was given more than once: give it once",
                "-P tasks | -P must be NAME=VALUE, but was 'tasks'",
                "--set cost=1 | unknown setting 'cost': choose one of mlfq.levels,",
                "-P \"a=b | a quote \" has no end in: -P \"a=b",
            })
    void wordsThatCannotBeUsedAreRefusedWithWhatCan(String line, String message) {
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> RequestWords.read(RequestWords.split(line), PLAIN))
                .withMessageStartingWith(message);
    }
}
