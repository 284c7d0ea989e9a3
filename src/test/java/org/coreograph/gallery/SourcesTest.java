package org.coreograph.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SourcesTest {
    static List<GalleryProgram> programs() {
        return new Gallery().programs();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void javaIsTheFileThatRuns(GalleryProgram program) throws IOException {
        String name = program.getClass().getSimpleName();
        Path file = Path.of("src", "main", "java", "org", "coreograph", "gallery", name + ".java");
        Sources.Java java = Sources.java(program).orElseThrow();
        assertThat(java.text()).isEqualTo(Files.readString(file));
        assertThat(java.text().lines().skip(java.firstLine() - 1L).findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains("Program create("));
    }
}
