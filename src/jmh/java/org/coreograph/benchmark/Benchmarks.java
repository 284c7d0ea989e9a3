package org.coreograph.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;

/** Runs the benchmarks as JMH's own main does, and then prints how the figures compare. */
public final class Benchmarks {
    private Benchmarks() {}

    /** @param args those of JMH; the file named after {@code -rff} is where the table is read from */
    public static void main(String[] args) throws IOException {
        Instant start = Instant.now();
        org.openjdk.jmh.Main.main(args);
        int option = Arrays.asList(args).indexOf("-rff");
        if (option < 0) {
            return;
        }
        Path file = Path.of(args[option + 1]);
        // JMH writes no figures when it was only asked for a list.
        if (Files.exists(file) && Files.getLastModifiedTime(file).compareTo(FileTime.from(start)) >= 0) {
            System.out.println();
            System.out.print(new BenchmarkTable(BenchmarkResults.read(file)).markdown());
        }
    }
}
