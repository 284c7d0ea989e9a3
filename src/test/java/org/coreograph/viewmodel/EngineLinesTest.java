package org.coreograph.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.coreograph.engine.Engine;
import org.coreograph.gallery.Gallery;
import org.coreograph.model.RunRequest;
import org.coreograph.model.Settings;
import org.coreograph.viewmodel.code.FoundLines;
import org.junit.jupiter.api.Test;

class EngineLinesTest {
    private final EngineRuns runs = new EngineRuns(new Engine(), new Gallery());

    private static RunRequest request(String program, Map<String, String> arguments) {
        return new RunRequest(program, arguments, Settings.DEFAULTS);
    }

    @Test
    void linesOfARunAreFound() throws InterruptedException {
        assertThat(runs.find(request("two-loops", Map.of())))
                .isInstanceOfSatisfying(
                        FoundLines.Known.class,
                        known -> assertThat(known.lines().size(1)).isPositive());
    }

    @Test
    void lookingForLinesGivesWayToARunThatIsToBeShown() throws Exception {
        RunRequest endless = request("counter", Map.of("tasks", "1000", "increments", "100000"));
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<FoundLines> lines = other.submit(() -> runs.find(endless));
            while (!lines.isDone()) {
                runs.start(request("two-loops", Map.of())).await();
            }
            assertThat(lines.get()).isInstanceOf(FoundLines.GaveWay.class);
        }
    }

    @Test
    void linesThatChangeTooOftenAreNotTold() throws InterruptedException {
        RunRequest many = request("counter", Map.of("tasks", "2", "increments", "60000"));
        assertThat(runs.find(many))
                .isInstanceOfSatisfying(
                        FoundLines.Unknown.class,
                        unknown -> assertThat(unknown.reason()).contains("more than 200000 times"));
    }
}
