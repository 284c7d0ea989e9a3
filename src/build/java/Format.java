import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Formats the project's Java sources, or checks that they are formatted.
 *
 * <p>The formatter parses with the compiler of the JDK it runs on, so it can't read Java 25 inside a Maven that runs on
 * an older one. That is why the build starts this file on the JDK 25 it found instead of using a formatter plugin.
 */
final class Format {
    private Format() {}

    public static void main(String[] args) throws IOException {
        boolean apply = List.of(args).equals(List.of("apply"));
        if (!apply && !List.of(args).equals(List.of("check"))) {
            System.err.println("usage: Format check|apply");
            System.exit(2);
        }
        Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .build());
        List<String> complaints = new ArrayList<>();
        int count = 0;
        for (Path file : sources()) {
            count++;
            String before = Files.readString(file);
            try {
                String after = formatter.formatSourceAndFixImports(before);
                if (!after.equals(before)) {
                    if (apply) {
                        Files.writeString(file, after);
                        System.out.println("formatted " + file);
                    } else {
                        complaints.add(file + " is not formatted");
                    }
                }
            } catch (FormatterException e) {
                complaints.add(file + " can't be read as Java: " + e.getMessage());
            }
        }
        complaints.forEach(System.err::println);
        if (!complaints.isEmpty()) {
            System.err.println("Run: mvn -q validate exec:exec@format");
            System.exit(1);
        }
        if (!apply) {
            System.out.println("format: " + count + " files as they should be");
        }
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
