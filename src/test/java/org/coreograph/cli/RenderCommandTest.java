package org.coreograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
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
import org.coreograph.picture.PictureRequests;
import org.coreograph.testkit.Console;
import org.coreograph.testkit.TestProgram;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenderCommandTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("picture.png");
    }

    private Console.Answer render(String program, String... options) {
        String[] arguments = new String[options.length + 4];
        arguments[0] = "render";
        arguments[1] = program;
        arguments[2] = "--out";
        arguments[3] = file.toString();
        System.arraycopy(options, 0, arguments, 4, options.length);
        return new Console().call(arguments);
    }

    private List<RunRequest> requests() throws IOException {
        return PictureRequests.read(Files.readAllBytes(file));
    }

    @Test
    void defaultIsOneCoreAboveTwo() throws IOException {
        Console.Answer answer = render("two-loops");

        assertThat(answer).isEqualTo(new Console.Answer(ExitStatus.OK, "", ""));
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(1600);
        assertThat(image.getHeight()).isEqualTo(900);
        assertThat(requests()).extracting(request -> request.settings().cores()).containsExactly(1, 2);
    }

    /** The worksheet has nothing in the tasks' colours but what names them, and the key is the same sheet filled in. */
    @Test
    void worksheetIsEmptyAndItsAnswersAreBesideIt() throws IOException {
        Console.Answer answer = render("two-loops", "--blank", "--cores=2");

        assertThat(answer).isEqualTo(new Console.Answer(ExitStatus.OK, "", ""));
        String name = file.getFileName().toString();
        Path key = file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + "-key.png");
        BufferedImage blank = ImageIO.read(file.toFile());
        BufferedImage filled = ImageIO.read(key.toFile());
        int blue = 0xFF0072B2;
        assertThat(pixels(filled, blue)).isGreaterThan(20 * pixels(blank, blue));
        assertThat(pixels(blank, blue)).isPositive();
        assertThat(requests()).extracting(request -> request.settings().cores()).containsExactly(1, 2);
    }

    private static long pixels(BufferedImage image, int argb) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()) == argb)
                .count();
    }

    @Test
    void worksheetOfAChartWithoutLanesIsRefused() {
        assertThat(render("two-loops", "--blank", "--chart=running").err())
                .contains("blank goes with --chart comparison, timeline or tasks, but the chart was running");
    }

    @ParameterizedTest
    @CsvSource({"480, 270, 1, 480, 270", "480, 270, 2, 960, 540", "501, 301, 1.5, 752, 452", "800, 600, .5, 400, 300"})
    void pictureIsAsLargeAsAskedTimesItsScale(int width, int height, String scale, int filePxWide, int filePxHigh)
            throws IOException {
        render("jobs", "--width=" + width, "--height=" + height, "--scale=" + scale);

        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(filePxWide);
        assertThat(image.getHeight()).isEqualTo(filePxHigh);
    }

    @Test
    void comparisonGoesToTheCoresAsked() throws IOException {
        render("jobs", "--cores=5", "--quantum=4ms", "-P", "lengths=1,2");

        assertThat(requests()).extracting(request -> request.settings().cores()).containsExactly(1, 5);
        assertThat(requests()).allSatisfy(request -> {
            assertThat(request.arguments()).containsEntry("lengths", "1,2");
            assertThat(request.settings().quantumNanos()).isEqualTo(4_000_000);
        });
    }

    @Test
    void pictureCarriesEveryOption() throws IOException {
        render(
                "jobs",
                "--chart=timeline",
                "--cores=3",
                "--threads=platform",
                "--runtime=go",
                "--policy=mlfq",
                "--switch-cost=1us",
                "--ties=preempted-first",
                "--memory=distributed",
                "--seed=-5",
                "--jitter=12.5%",
                "--interleave=random",
                "--set=mlfq.quanta=1ms,2ms",
                "--set=bus.latency=3us",
                "-P",
                "bursts=3/2/3,8");

        Settings settings = Settings.DEFAULTS
                .withCores(3)
                .withThreads(ThreadKind.PLATFORM)
                .withRuntime(RuntimeKind.GO)
                .withPolicy(PolicyKind.MLFQ)
                .withSwitchCostNanos(1_000)
                .withTies(TieRule.PREEMPTED_FIRST)
                .withMemory(MemoryKind.DISTRIBUTED)
                .withSeed(-5)
                .withJitter(0.125)
                .withInterleave(Interleave.RANDOM)
                .with(SettingName.MLFQ_QUANTA, "1ms,2ms")
                .with(SettingName.BUS_LATENCY, "3us");
        assertThat(requests()).containsExactly(new RunRequest("jobs", Map.of("bursts", "3/2/3,8"), settings));
    }

    @Test
    void comparisonOfOneCoreWithItselfIsOneRun() throws IOException {
        render("jobs", "--cores=1");

        assertThat(requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"timeline, 1", "running, 1", "timeline, 3", "running, 3"})
    void otherChartsShowOneRun(String chart, int cores) throws IOException {
        render("jobs", "--chart", chart, "--cores=" + cores);

        assertThat(requests()).extracting(request -> request.settings().cores()).containsExactly(cores);
    }

    @Test
    void otherChartsHaveOneCoreUnlessAsked() throws IOException {
        render("jobs", "--chart=timeline");

        assertThat(requests()).extracting(request -> request.settings().cores()).containsExactly(1);
    }

    @Test
    void outcomesOfManySeedsAreOnePictureThatCarriesTheFirst() throws IOException {
        Console.Answer answer = render(
                "counter",
                "--chart=outcomes",
                "--over=seed=3..9",
                "--interleave=random",
                "--width=600",
                "--height=400",
                "-P",
                "increments=2");

        assertThat(answer).isEqualTo(new Console.Answer(ExitStatus.OK, "", ""));
        assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(600);
        assertThat(requests()).extracting(request -> request.settings().seed()).containsExactly(3L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "outcomes --seed=1           | missing --over: it must be seed=VALUES, such as seed=1..200",
                "outcomes --over=cores=1..2  | over must be seed=VALUES, such as seed=1..200, but was 'cores=1..2'",
                "outcomes --over=seed=one    | seed must be a whole number from -9223372036854775808 to "
                        + "9223372036854775807, but was 'one'",
                "timeline --over=seed=1..2   | over goes with --chart outcomes only, but the chart was timeline",
            })
    void seedsGoWithOutcomesAndOutcomesWithSeeds(String chart, String line) {
        String[] options = ("--chart=" + chart).split(" ");

        assertThat(render("jobs", options))
                .isEqualTo(new Console.Answer(ExitStatus.BAD_INPUT, "", "coreograph: " + line + "\n"));
        assertThat(file).doesNotExist();
    }

    @Test
    void measuredRunsAreDrawnToo() throws IOException {
        render("two-loops", "-P", "count=1000000", "--clock=measured");

        assertThat(requests())
                .extracting(request -> request.settings().clock())
                .containsExactly(Clock.MEASURED, Clock.MEASURED);
    }

    @Test
    void sameRequestGivesTheSamePicture() throws IOException {
        render("ping-pong", "-P", "rounds=3");
        byte[] first = Files.readAllBytes(file);
        render("ping-pong", "-P", "rounds=3");

        assertThat(Files.readAllBytes(file)).isEqualTo(first);
    }

    @Test
    void runThatFailsIsDrawnAndToldByTheStatus() {
        TestProgram fails = new TestProgram("fails", machine -> {
            throw new IllegalStateException("on purpose");
        });

        Console.Answer answer = Console.with(fails).call("render", "fails", "--out", file.toString());

        assertThat(answer.status()).isEqualTo(ExitStatus.NOT_COMPLETED);
        assertThat(file).isNotEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"picture.svg", "picture.pdf", "picture", "-"})
    void onlyPngIsWritten(String name) {
        Console.Answer answer = new Console().call("render", "jobs", "--out", name);

        assertThat(answer.err())
                .isEqualTo("coreograph: out must be a file that ends in .png, but was '" + name + "'\n");
        assertThat(answer.status()).isEqualTo(ExitStatus.BAD_INPUT);
    }

    @Test
    void outIsNeeded() {
        assertThat(new Console().call("render", "jobs").err())
                .isEqualTo("coreograph: missing --out: it must be a file that ends in .png\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--chart=pie   | unknown chart 'pie': choose one of comparison, timeline, tasks, running, outcomes",
                "--width=479   | width must be a whole number from 480 to 10000, but was '479'",
                "--height=1e3  | height must be a whole number from 270 to 10000, but was '1e3'",
                "--scale=0     | scale must be a number from 0.5 to 4, but was '0'",
                "--scale=-1    | scale must be a number from 0.5 to 4, but was '-1'",
                "--scale=5     | scale must be a number from 0.5 to 4, but was '5'",
                "--scale=NaN   | scale must be a number from 0.5 to 4, but was 'NaN'",
                "--cores=257   | cores must be a whole number from 1 to 256, but was '257'",
            })
    void valuesOutOfRangeAreRefused(String option, String line) {
        Console.Answer answer = render("jobs", option);

        assertThat(answer).isEqualTo(new Console.Answer(ExitStatus.BAD_INPUT, "", "coreograph: " + line + "\n"));
        assertThat(file).doesNotExist();
    }

    @Test
    void pictureTooLargeIsRefused() {
        assertThat(render("jobs", "--width=10000", "--height=10000", "--scale=2")
                        .status())
                .isEqualTo(ExitStatus.BAD_INPUT);
    }

    @Test
    void folderThatIsNotThereIsRefused() {
        file = folder.resolve("none").resolve("picture.png");

        assertThat(render("jobs").status()).isEqualTo(ExitStatus.FILE_ERROR);
        assertThat(file.getParent()).doesNotExist();
    }
}
