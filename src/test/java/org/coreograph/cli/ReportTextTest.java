package org.coreograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.Clock;
import org.coreograph.model.Settings;
import org.coreograph.testkit.TraceBuilder;
import org.junit.jupiter.api.Test;

class ReportTextTest {
    private static final Settings MEASURED = Settings.DEFAULTS.withClock(Clock.MEASURED);

    private static String text(TraceBuilder trace) {
        RunReport report = trace.completed(MEASURED, 1_000_000);
        return ReportText.of(report, Objects.requireNonNull(report.end()));
    }

    @Test
    void timesInWhichCoresWereOffAreShownWhereThereWereAny() {
        TraceBuilder trace = new TraceBuilder(2, "A").last(0, 0, 1_000_000, 1, false);
        assertThat(text(trace)).contains("utilisation\n").doesNotContain("off");
        assertThat(text(trace.off(1, 0, 250_000)))
                .containsPattern("utilisation +off\n")
                .containsPattern("1 +0 s +0 s +750 µs +0.0 % +250 µs\n");
    }
}
