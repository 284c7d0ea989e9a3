package org.coreograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.coreograph.gallery.Gallery;
import org.coreograph.gallery.GalleryProgram;
import org.coreograph.gallery.Parameter;
import org.coreograph.model.PolicyKind;
import org.coreograph.model.RuntimeKind;
import org.coreograph.model.SettingName;
import org.coreograph.testkit.Console;
import org.junit.jupiter.api.Test;

/** What the README says of the command line is so. */
class ReadmeTest {
    private static List<String> lines() throws IOException {
        return Files.readAllLines(Path.of("README.md"));
    }

    @Test
    void programsHaveARowWithAllTheirParameters() throws IOException {
        for (GalleryProgram program : new Gallery().programs()) {
            assertThat(lines())
                    .filteredOn(line -> line.startsWith("| `" + program.id() + "` |"))
                    .singleElement()
                    .asString()
                    .contains(program.parameters().stream()
                            .map(Parameter::name)
                            .map(name -> "`" + name + "`")
                            .toList());
        }
    }

    @Test
    void policiesHaveARowAndRuntimesAreNamed() throws IOException {
        for (PolicyKind policy : PolicyKind.values()) {
            assertThat(lines())
                    .filteredOn(line -> line.startsWith("| `" + policy.id() + "` |"))
                    .hasSize(1);
        }
        for (RuntimeKind runtime : RuntimeKind.values()) {
            assertThat(String.join("\n", lines())).contains("`" + runtime.id() + "`");
        }
    }

    @Test
    void settingsHaveARowWithTheirDefault() throws IOException {
        for (SettingName setting : SettingName.values()) {
            assertThat(lines())
                    .filteredOn(line -> line.startsWith("| `" + setting.id() + "` | `" + setting.defaultText() + "` |"))
                    .hasSize(1);
        }
    }

    @Test
    void commandsThatWriteNoFileRunAsTheyStandThere() throws IOException {
        List<String> commands = lines().stream()
                .filter(line -> line.matches("coreograph (run|sweep) .*"))
                .filter(line -> !line.contains("--trace"))
                .toList();

        assertThat(commands).hasSizeGreaterThan(3).allSatisfy(command -> {
            String[] words = command.substring("coreograph ".length()).split(" +");
            assertThat(new Console().call(words).status()).isEqualTo(ExitStatus.OK);
        });
    }
}
