package org.coreograph.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.coreograph.picture.WholeFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("out.json");
    }

    private static WholeFile.Content failingAfter(String part) {
        return stream -> {
            stream.write(part.getBytes(StandardCharsets.UTF_8));
            throw new IOException("no space left");
        };
    }

    @Test
    void nothingIsCreatedUntilItIsWritten() throws OutputException {
        OutputFile output = new OutputFile(file.toString());

        assertThat(folder).isEmptyDirectory();
        output.write("new");
        assertThat(file).hasContent("new");
    }

    @Test
    void oldFileIsReplaced() throws IOException {
        Files.writeString(file, "a longer old content");

        new OutputFile(file.toString()).write("new");

        assertThat(folder.toFile().list()).containsExactly("out.json");
        assertThat(file).hasContent("new");
    }

    @Test
    void oldFileIsWholeAfterAFailure() throws IOException {
        Files.writeString(file, "old");
        OutputFile output = new OutputFile(file.toString());

        assertThatExceptionOfType(OutputException.class)
                .isThrownBy(() -> output.write(failingAfter("half of the n")))
                .withMessage("can't write '" + file + "': no space left");

        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("out.json");
    }

    @Test
    void nothingIsLeftOfAFileThatFailed() throws IOException {
        OutputFile output = new OutputFile(file.toString());

        assertThatExceptionOfType(OutputException.class).isThrownBy(() -> output.write(failingAfter("half")));

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void fileBehindALinkIsReplacedAndTheLinkKept() throws IOException {
        Path real = Files.writeString(folder.resolve("real.json"), "old");
        Files.createSymbolicLink(file, real);

        new OutputFile(file.toString()).write("new");

        assertThat(file).isSymbolicLink();
        assertThat(real).hasContent("new");
    }

    @Test
    void fileBehindALinkIsMadeWhereItIsMissing() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Files.createSymbolicLink(inner.resolve("second.json"), Path.of("..", "real.json"));
        Files.createSymbolicLink(file, Path.of("inner", "second.json"));

        new OutputFile(file.toString()).write("new");

        assertThat(file).isSymbolicLink();
        assertThat(inner.resolve("second.json")).isSymbolicLink();
        assertThat(folder.resolve("real.json")).isRegularFile().hasContent("new");
    }

    @Test
    void linksThatLeadRoundAreRefused() throws IOException {
        Files.createSymbolicLink(file, file);

        assertThatExceptionOfType(OutputException.class)
                .isThrownBy(() -> new OutputFile(file.toString()))
                .withMessage("can't write '" + file + "': too many symbolic links");
    }

    @Test
    void folderThatTakesNoFilesIsReported() throws IOException {
        Path file = Path.of("/proc", "coreograph.json");
        assumeTrue(Files.isWritable(file.getParent()));
        OutputFile output = new OutputFile(file.toString());

        assertThatExceptionOfType(OutputException.class)
                .isThrownBy(() -> output.write("new"))
                .withMessage("can't write '" + file + "': can't create a file there");
    }

    @Test
    void permissionsOfTheOldFileAreKept() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Files.writeString(file, "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        new OutputFile(file.toString()).write("new");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void deviceIsWrittenToAndStaysADevice() throws IOException {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device));

        new OutputFile(device.toString()).write("gone");

        assertThat(Files.isRegularFile(device)).isFalse();
    }

    @Test
    void folderIsRefused() {
        assertThatExceptionOfType(OutputException.class)
                .isThrownBy(() -> new OutputFile(folder.toString()))
                .withMessage("can't write '" + folder + "': it is a folder");
    }

    @Test
    void fileInPlaceOfAFolderIsRefused() throws IOException {
        Files.writeString(file, "");

        assertThatExceptionOfType(OutputException.class)
                .isThrownBy(() -> new OutputFile(file.resolve("x.json").toString()))
                .withMessageEndingWith("the folder '" + file + "' is a file");
    }

    @Test
    void folderThatVanishedMeanwhileIsReported() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        OutputFile output = new OutputFile(inner.resolve("x.json").toString());
        Files.delete(inner);

        assertThatExceptionOfType(OutputException.class)
                .isThrownBy(() -> output.write("new"))
                .withMessageEndingWith("its folder is not there");
    }
}
