package org.coreograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.coreograph.engine.Engine;
import org.coreograph.gallery.Gallery;
import org.coreograph.testkit.TestProgram;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a task that never calls the machine, while it runs. */
@Timeout(60)
class UnresponsiveRunTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"simulated", "measured"})
    void taskThatNeverCallsIsNamedWhileTheRunGoesOn(String clock) {
        TestProgram deaf = new TestProgram(
                "deaf",
                machine -> machine.start("loop", () -> {
                    while (said().isEmpty()) {
                        Thread.onSpinWait();
                    }
                }));
        CommandLineInterface commandLine =
                new CommandLineInterface(new Engine(), new Gallery(List.of(deaf)), stream(out), stream(err));

        int status = commandLine.execute("run", "deaf", "--clock", clock, "--summary", "-");

        assertThat(said().lines()).singleElement().asString().startsWith("coreograph: task loop has made no call for ");
        assertThat(JsonParser.parseString(out.toString(StandardCharsets.UTF_8)).getAsJsonObject())
                .isNotNull();
        assertThat(status).isEqualTo(ExitStatus.OK);
    }
}
