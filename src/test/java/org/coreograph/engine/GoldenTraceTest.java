package org.coreograph.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.ThreadKind;
import org.coreograph.testkit.GoldenProgram;
import org.coreograph.testkit.Invariants;
import org.coreograph.testkit.Runs;
import org.coreograph.testkit.TraceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole trace of each primitive, read once by a person and kept. After a change that is meant,
 * {@code mvn test -Dtest=GoldenTraceTest -Dgolden.refresh=true} writes the files anew; read the difference.
 */
class GoldenTraceTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    static Stream<String> names() {
        return GoldenProgram.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void traceIsTheOneThatWasKept(String name) throws IOException {
        String trace = trace(name, ThreadKind.VIRTUAL);
        assertThat(trace(name, ThreadKind.PLATFORM)).isEqualTo(trace);
        Path file = FOLDER.resolve(name + ".txt");
        if (Boolean.getBoolean("golden.refresh")) {
            Files.writeString(file, trace);
        }
        assertThat(trace).isEqualTo(Files.readString(file));
    }

    private static String trace(String name, ThreadKind threads) {
        GoldenProgram golden = GoldenProgram.all().get(name);
        RunReport report = Runs.run(golden.program(), golden.settings().withThreads(threads));
        Invariants.hold(report);
        return TraceText.inFull(report);
    }

    @Test
    void everyKeptTraceHasItsProgram() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> kept = files.map(file -> file.getFileName().toString().replace(".txt", ""))
                    .sorted()
                    .toList();
            assertThat(kept).containsExactlyElementsOf(GoldenProgram.all().keySet());
        }
    }
}
