package org.coreograph.cli;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.coreograph.model.Named;
import org.coreograph.model.RunOption;
import org.coreograph.picture.PictureSpec;

/** What can be given as an option's value, in a few words, for whoever gave none. */
final class AllowedValues {
    private AllowedValues() {}

    /** @throws IllegalArgumentException if there is no such option, or it takes no value */
    static String of(String option) {
        Optional<RunOption> ofRun = RunOption.find(option.substring(2));
        return ofRun.isPresent() ? ofRun.get().allowed() : ofCommand(option);
    }

    private static String ofCommand(String option) {
        return switch (option) {
            case "-P", "--set" -> "NAME=VALUE";
            case "--over" -> "NAME=VALUES, such as cores=1..16 or policy=fcfs,sjf";
            case "--summary" -> "a file or '-'";
            case "--trace" -> "a file that ends in .csv or .json";
            case "--out" -> "a file that ends in .png";
            case "--chart" -> oneOf(RenderedChart.values());
            case "--width" -> "a whole number from " + PictureSpec.MIN_WIDTH_PX + " to " + PictureSpec.MAX_SIDE_PX;
            case "--height" -> "a whole number from " + PictureSpec.MIN_HEIGHT_PX + " to " + PictureSpec.MAX_SIDE_PX;
            case "--scale" ->
                "a number from " + DecimalNumbers.plain(PictureSpec.MIN_SCALE) + " to "
                        + DecimalNumbers.plain(PictureSpec.MAX_SCALE);
            default -> throw new IllegalArgumentException("no option with a value: " + option);
        };
    }

    private static String oneOf(Named... choices) {
        return "one of " + Arrays.stream(choices).map(Named::id).collect(Collectors.joining(", "));
    }
}
