package org.coreograph.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.BadInputException;
import org.coreograph.model.Clock;
import org.coreograph.model.Interleave;
import org.coreograph.model.MemoryKind;
import org.coreograph.model.PolicyKind;
import org.coreograph.model.RunRequest;
import org.coreograph.model.RuntimeKind;
import org.coreograph.model.SettingName;
import org.coreograph.model.Settings;
import org.coreograph.model.ThreadKind;
import org.coreograph.model.TieRule;
import org.coreograph.testkit.TraceBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PictureExportTest {
    private static final PictureExport EXPORT = new PictureExport(new Typeface(), 4);

    private static RunReport turns(Settings settings) {
        return TraceBuilder.takingTurns(8, 1_000_000, 5_000)
                .completed(settings, TraceBuilder.turnsEndNanos(8, 1_000_000, 5_000));
    }

    private static ComparisonScene scene() {
        RunReport two = new TraceBuilder(2, "A", "B")
                .last(0, 0, 4_000_000, 1, false)
                .last(1, 0, 4_000_000, 2, false)
                .completed(Settings.DEFAULTS, 4_000_000);
        return ComparisonScene.of(List.of(turns(Settings.DEFAULTS), two));
    }

    @ParameterizedTest
    @CsvSource({"640,360,1", "1600,900,1", "480,270,1", "800,450,2", "501,301,1.5", "10000,270,0.5", "480,300,4"})
    void pictureHasExactlyTheSizeThatWasAskedFor(int width, int height, double scale) throws IOException {
        PictureSpec spec = PictureSpec.DEFAULTS.withSize(width, height).withScale(scale);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(EXPORT.png(scene(), spec)));
        assertThat(image.getWidth()).isEqualTo(Math.round(width * scale));
        assertThat(image.getHeight()).isEqualTo(Math.round(height * scale));
    }

    @ParameterizedTest
    @EnumSource(ChartKind.class)
    void everyChartIsDrawnLightAndDark(ChartKind chart) throws IOException {
        for (boolean dark : new boolean[] {false, true}) {
            PictureSpec spec =
                    PictureSpec.DEFAULTS.withChart(chart).withSize(640, 360).withDark(dark);
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(EXPORT.png(scene(), spec)));
            int background = Palette.of(dark).background().rgb();
            assertThat(image.getRGB(1, 1) & 0xFFFFFF).isEqualTo(background);
            assertThat(coloursIn(image)).as("colours of a %s", chart).hasSizeGreaterThan(20);
        }
    }

    private static Set<Integer> coloursIn(BufferedImage image) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours;
    }

    @Test
    void largerScaleIsDrawnSharpAndNotScaledUp() throws IOException {
        PictureSpec spec = PictureSpec.DEFAULTS.withSize(640, 360).withScale(4);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(EXPORT.png(scene(), spec)));
        int differing = 0;
        for (int y = 0; y < image.getHeight(); y += 4) {
            for (int x = 0; x < image.getWidth(); x += 4) {
                differing += image.getRGB(x, y) == image.getRGB(x + 1, y + 2) ? 0 : 1;
            }
        }
        assertThat(differing)
                .as("blocks of 4x4 pixels that aren't of one colour")
                .isPositive();
    }

    @Test
    void sameSceneGivesTheSamePicture() {
        PictureSpec spec = PictureSpec.DEFAULTS.withSize(640, 360);
        assertThat(EXPORT.png(scene(), spec)).isEqualTo(EXPORT.png(scene(), spec));
    }

    @Test
    void pictureCarriesTheRequestsOfItsRuns() {
        RunRequest odd = new RunRequest(
                "jobs",
                Map.of("lengths", "24,3,3", "note", "a \"b\" \\ ü µ\n"),
                Settings.DEFAULTS
                        .withClock(Clock.MEASURED)
                        .withThreads(ThreadKind.PLATFORM)
                        .withCores(64)
                        .withRuntime(RuntimeKind.GO)
                        .withPolicy(PolicyKind.FCFS)
                        .withQuantumNanos(86_400_000_000_000L)
                        .withSwitchCostNanos(0)
                        .withTies(TieRule.PREEMPTED_FIRST)
                        .withMemory(MemoryKind.DISTRIBUTED)
                        .withSeed(Long.MIN_VALUE)
                        .withJitter(0.125)
                        .withInterleave(Interleave.RANDOM)
                        .with(SettingName.MLFQ_QUANTA, "1ms,2ms"));
        RunReport run = turns(Settings.DEFAULTS);
        RunReport measured = RunReport.of(odd, "Jobs", run.trace(), run.end());
        byte[] png = EXPORT.png(ComparisonScene.of(List.of(run, measured)), PictureSpec.DEFAULTS.withSize(480, 270));
        assertThat(PictureRequests.read(png)).containsExactly(run.request(), odd);
    }

    @Test
    void pictureOfATimelineCarriesTheRunItShows() {
        byte[] png = EXPORT.png(scene(), PictureSpec.DEFAULTS.withSize(480, 270).withChart(ChartKind.TIMELINE));
        assertThat(PictureRequests.read(png))
                .containsExactly(scene().runs().getLast().request());
    }

    @Test
    void whatIsNoPictureOfOursIsRefusedInOneLine() throws IOException {
        assertThatThrownBy(() -> PictureRequests.read("no picture".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(BadInputException.class)
                .hasMessage("this is no PNG file that can be read");
        assertThatThrownBy(() -> PictureRequests.read(new byte[0])).isInstanceOf(BadInputException.class);
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB), "png", other);
        assertThatThrownBy(() -> PictureRequests.read(other.toByteArray()))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("wasn't made by Coreograph");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"not json", "{}", "{\"runs\":[]}", "{\"runs\":[{\"program\":\"two-loops\"}]}", "{\"runs\":7}", "[]"
            })
    void pictureWithARequestThatMakesNoSenseIsRefused(String text) {
        byte[] png = PngFile.write(new BufferedImage(4, 4, BufferedImage.TYPE_3BYTE_BGR), text);
        assertThatThrownBy(() -> PictureRequests.read(png)).isInstanceOf(BadInputException.class);
    }

    @Test
    void requestWithAValueOutOfItsRangeIsRefusedByName() {
        String json = PictureRequests.write(List.of(turns(Settings.DEFAULTS).request()))
                .replace("\"cores\":1", "\"cores\":1000");
        byte[] png = PngFile.write(new BufferedImage(4, 4, BufferedImage.TYPE_3BYTE_BGR), json);
        assertThatThrownBy(() -> PictureRequests.read(png))
                .isInstanceOf(BadInputException.class)
                .hasMessage("cores must be 1 to 256, but was 1000");
    }

    @Test
    void sceneWithoutARunIsRefused() {
        ComparisonScene empty = ComparisonScene.of(List.of());
        assertThatThrownBy(() -> EXPORT.png(empty, PictureSpec.DEFAULTS)).isInstanceOf(IllegalArgumentException.class);
    }
}
