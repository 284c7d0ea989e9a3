package org.coreograph.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coreograph.model.RequestWords;
import org.coreograph.model.RunRequest;
import org.coreograph.model.Settings;
import org.coreograph.testkit.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each program has a Go twin that takes the same parameters and computes the same. What needs a Go toolchain is skipped,
 * and said to be, where there is none.
 */
class GoTwinsTest {
    private static final Gallery GALLERY = new Gallery();
    private static final Path TWINS = Path.of("assets/go");
    private static final Pattern FLAG = Pattern.compile("flag\\.\\w+\\(\"([a-z-]+)\", (\"[^\"]*\"|[0-9._]+),");
    private static final long LIMIT_SECONDS = 120;

    @TempDir
    private static Path built;

    static List<GalleryProgram> programs() {
        return GALLERY.programs();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void everyTwinTakesTheSameParametersWithTheSameDefaults(GalleryProgram program) throws IOException {
        Map<String, String> defaults =
                program.parameters().stream().collect(Collectors.toMap(Parameter::name, Parameter::defaultText));

        assertThat(flags(Files.readString(twin(program.id())))).isEqualTo(defaults);
    }

    private static Map<String, String> flags(String source) {
        Matcher matcher = FLAG.matcher(source);
        return matcher.results()
                .collect(Collectors.toMap(
                        flag -> flag.group(1), flag -> flag.group(2).replaceAll("[\"_]", "")));
    }

    /** Runs whose result, or the part of it that is named, depends neither on time nor on the schedule. */
    static Stream<String> runs() {
        return Stream.concat(
                MeasuredProgramsTest.EXPECTED.keySet().stream(),
                Stream.of(
                        "array-split -P size=100003 -P parts=7",
                        "counter -P increments=100 -P tasks=3 -P guard=mutex",
                        "counter -P increments=100 -P tasks=3 -P guard=atomic",
                        "counter -P increments=100 -P tasks=3 -P guard=owner",
                        "counter -P increments=100 -P tasks=3 -P guard=channel-lock",
                        "jobs -P bursts=3/2/3,8",
                        "ping-pong -P rounds=20 -P capacity=1"));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void everyTwinComputesTheSame(String line) throws IOException, InterruptedException {
        assumeTrue(goIsThere(), "skipped: no Go toolchain on the PATH (Debian: apt-get install golang-go)");
        RunRequest request =
                RequestWords.read(RequestWords.split(line), new RunRequest("", Map.of(), Settings.DEFAULTS));
        Map<String, Object> result = Objects.requireNonNull(
                        Runs.run(GALLERY.create(request), request.settings()).end())
                .result();

        Finished twin = run(command(request));

        assertThat(twin.status()).as(twin.output()).isZero();
        String last = twin.output().lines().reduce("", (_, next) -> next);
        JsonObject twins = JsonParser.parseString(last).getAsJsonObject();
        assertThat(twins.keySet()).isEqualTo(result.keySet());
        for (String name :
                MeasuredProgramsTest.EXPECTED.getOrDefault(line, result).keySet()) {
            assertThat(twins.get(name)).as(name).isEqualTo(new Gson().toJsonTree(result.get(name)));
        }
    }

    @Test
    void goFindsTheDeadlockOfThePhilosophersToo() throws IOException, InterruptedException {
        assumeTrue(goIsThere(), "skipped: no Go toolchain on the PATH (Debian: apt-get install golang-go)");
        Finished twin = run(List.of(built("philosophers").toString(), "-think=0", "-reach=100"));

        assertThat(twin.status()).isNotZero();
        assertThat(twin.output()).contains("all goroutines are asleep - deadlock!");
    }

    private static List<String> command(RunRequest request) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(built(request.program()).toString()));
        request.arguments().forEach((name, text) -> command.add("-" + name + "=" + text));
        return command;
    }

    /** Builds a twin, unless that was done before. */
    private static Path built(String program) throws IOException, InterruptedException {
        Path executable = built.resolve(program);
        if (!Files.exists(executable)) {
            Finished build = run(List.of(
                    "go", "build", "-o", executable.toString(), twin(program).toString()));
            assertThat(build.status()).as(build.output()).isZero();
        }
        return executable;
    }

    private static Path twin(String program) {
        return TWINS.resolve(program + ".go");
    }

    private static boolean goIsThere() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "go")));
    }

    private record Finished(int status, String output) {}

    private static Finished run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Finished(process.exitValue(), output);
    }
}
