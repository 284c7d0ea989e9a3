package org.coreograph.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.coreograph.model.Settings;
import org.coreograph.program.Channel;
import org.coreograph.program.Mutex;
import org.coreograph.program.Program;
import org.coreograph.program.WaitGroup;
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
    private static final Settings TWO_CORES =
            Settings.DEFAULTS.withCores(2).withQuantumNanos(4).withSwitchCostNanos(1);

    private static Map<String, Program> programs() {
        Map<String, Program> programs = new TreeMap<>();
        programs.put("compute", machine -> {
            for (int i = 0; i < 3; i++) {
                machine.start("task", () -> machine.compute(10));
            }
        });
        programs.put("sleep", machine -> {
            machine.start("sleeps", () -> {
                machine.compute(2);
                machine.sleep(5);
                machine.compute(2);
            });
            machine.startAt(3, "late", () -> machine.compute(6));
        });
        programs.put("wait-group", machine -> {
            WaitGroup group = machine.waitGroup();
            group.add(2);
            for (int i = 1; i <= 2; i++) {
                int length = 3 * i;
                machine.start("task", () -> {
                    machine.compute(length);
                    group.done();
                });
            }
            machine.start("waits", group::await);
            group.await();
            machine.compute(2);
            machine.result("waited", true);
        });
        programs.put("mutex", machine -> {
            Mutex mutex = machine.mutex("m");
            for (int i = 0; i < 3; i++) {
                machine.start("task", () -> {
                    mutex.lock();
                    machine.compute(3);
                    mutex.unlock();
                    machine.compute(1);
                });
            }
        });
        programs.put("channel-unbuffered", machine -> {
            Channel<Integer> channel = machine.channel("c", 0);
            machine.start("sends", () -> {
                channel.send(1);
                machine.compute(3);
                channel.send(2);
                channel.close();
            });
            machine.start("receives", () -> {
                for (int number : channel) {
                    machine.compute(number);
                }
            });
        });
        programs.put("channel-buffered", machine -> {
            Channel<Integer> channel = machine.channel("c", 2);
            machine.start("sends", () -> {
                for (int i = 0; i < 5; i++) {
                    machine.compute(1);
                    channel.send(i);
                }
            });
            machine.start("receives", () -> {
                for (int i = 0; i < 5; i++) {
                    channel.receive();
                    machine.compute(4);
                }
            });
        });
        programs.put("failure", machine -> {
            machine.start("fails", () -> {
                machine.compute(2);
                throw new IllegalStateException("on purpose");
            });
            machine.start("nested", () -> machine.start("child", () -> machine.compute(5)));
        });
        programs.put("deadlock", machine -> {
            Mutex left = machine.mutex("left");
            Mutex right = machine.mutex("right");
            machine.start("a", () -> {
                left.lock();
                machine.compute(2);
                right.lock();
            });
            machine.start("b", () -> {
                right.lock();
                machine.compute(2);
                left.lock();
            });
            machine.start("c", () -> machine.compute(1));
        });
        return programs;
    }

    static Stream<String> names() {
        return programs().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void traceIsTheOneThatWasKept(String name) throws IOException {
        String trace = TraceText.inFull(Runs.run(programs().get(name), TWO_CORES));
        Path file = FOLDER.resolve(name + ".txt");
        if (Boolean.getBoolean("golden.refresh")) {
            Files.writeString(file, trace);
        }
        assertThat(trace).isEqualTo(Files.readString(file));
    }

    @Test
    void everyKeptTraceHasItsProgram() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> kept = files.map(file -> file.getFileName().toString().replace(".txt", ""))
                    .sorted()
                    .toList();
            assertThat(kept).containsExactlyElementsOf(programs().keySet());
        }
    }
}
