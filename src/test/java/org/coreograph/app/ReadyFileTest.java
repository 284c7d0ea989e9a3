package org.coreograph.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.coreograph.testkit.Bench;
import org.coreograph.viewmodel.WorkbenchState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadyFileTest {
    @TempDir
    private Path folder;

    @Test
    void fileIsThereAFrameAfterBothRunsWereDrawn() {
        Path file = folder.resolve("ready");
        ReadyFile ready =
                ReadyFile.wanted(Map.of(ReadyFile.VARIABLE, file.toString())).orElseThrow();
        try (Bench bench = new Bench()) {
            assertThat(ready.seen(bench.state())).isFalse();
            bench.workbench().open();
            bench.settle();
            WorkbenchState both = bench.state();

            assertThat(ready.seen(both)).isTrue();
            assertThat(file).doesNotExist();
            assertThat(ready.seen(both)).isFalse();
            assertThat(file).exists();
        }
    }

    @Test
    void noFileIsWantedWhereNoneIsNamed() {
        assertThat(ReadyFile.wanted(Map.of())).isEmpty();
        assertThat(ReadyFile.wanted(Map.of(ReadyFile.VARIABLE, ""))).isEmpty();
    }
}
