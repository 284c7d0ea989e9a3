package org.coreograph.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.coreograph.engine.Engine;
import org.coreograph.gallery.Gallery;
import org.coreograph.testkit.TestProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a program that was asked to end in the middle of a run, seen from outside, by a process of its own. */
@Timeout(60)
class StopOnExitTest {
    @TempDir
    private Path folder;

    private record End(int status, String out, String err) {}

    /** The program as it is shipped, with one to run that says when it has begun and never ends by itself. */
    static final class Shipped {
        private Shipped() {}

        public static void main(String[] arguments) {
            TestProgram endless = new TestProgram(
                    "endless",
                    machine -> machine.start("counter", () -> {
                        // What a collection leaves to be found out must not be in the way of the end.
                        System.gc();
                        System.err.println("begun");
                        while (true) {
                            machine.count(1_000_000);
                        }
                    }));
            CommandLineInterface commandLine =
                    new CommandLineInterface(new Engine(), new Gallery(List.of(endless)), System.out, System.err);
            System.exit(commandLine.execute(arguments));
        }
    }

    private static End stopInTheMiddle(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "-classpath",
                System.getProperty("java.class.path"),
                Shipped.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).start();
        try (BufferedReader err = process.errorReader();
                BufferedReader out = process.inputReader()) {
            assumeTrue(process.supportsNormalTermination());
            assertThat(err.readLine()).isEqualTo("begun");
            // Through its handle, since the process itself would close what is still to be read.
            assertThat(process.toHandle().destroy()).isTrue();
            String written = out.readAllAsString();
            return new End(process.waitFor(), written, err.readAllAsString());
        } finally {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void stoppedRunIsSummarisedAndEndsWithItsOwnStatus() throws IOException, InterruptedException {
        Path trace = folder.resolve("t.csv");

        End end = stopInTheMiddle("run", "endless", "--clock=measured", "--trace=" + trace, "--summary=-");

        assertThat(end.out()).startsWith("{").contains("\"stopped\"");
        assertThat(end.err()).isEmpty();
        assertThat(end.status()).isEqualTo(ExitStatus.NOT_COMPLETED);
        assertThat(trace).isNotEmptyFile();
    }

    @Test
    void nothingIsDrawnOfRunsThatWereStopped() throws IOException, InterruptedException {
        Path picture = folder.resolve("p.png");

        End end = stopInTheMiddle("render", "endless", "--clock=measured", "--out=" + picture);

        assertThat(end).isEqualTo(new End(ExitStatus.NOT_COMPLETED, "", ""));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void stoppedSweepWritesWhatWasDone() throws IOException, InterruptedException {
        Path summary = folder.resolve("s.json");

        End end = stopInTheMiddle("sweep", "endless", "--clock=measured", "--over=seed=1..9", "--summary=" + summary);

        assertThat(end.out().lines()).hasSize(2).last().asString().startsWith("1,stopped,");
        assertThat(end.err()).isEmpty();
        assertThat(end.status()).isEqualTo(ExitStatus.NOT_COMPLETED);
        assertThat(JsonParser.parseString(Files.readString(summary)).getAsJsonArray())
                .hasSize(1);
    }
}
