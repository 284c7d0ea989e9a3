package org.coreograph.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.coreograph.model.Clock;
import org.coreograph.model.Named;
import org.coreograph.model.PolicyKind;
import org.coreograph.model.Settings;
import org.coreograph.model.ThreadKind;
import org.coreograph.model.TieRule;
import org.coreograph.picture.ChartKind;
import org.coreograph.picture.PictureSpec;

/** What can be given as an option's value, in a few words, for whoever gave none. */
final class AllowedValues {
    private AllowedValues() {}

    /** @throws IllegalArgumentException if there is no such option, or it takes no value */
    static String of(String option) {
        return switch (option) {
            case "--cores" -> "a whole number from 1 to " + Settings.MAX_CORES;
            case "--clock" -> oneOf(Clock.values());
            case "--threads" -> oneOf(ThreadKind.values());
            case "--runtime" -> oneOf(RuntimePreset.values());
            case "--policy" -> oneOf(PolicyKind.values());
            case "--quantum" -> "a duration from 1ns to 86400s, such as 10ms";
            case "--switch-cost" -> "a duration from 0 to 86400s, such as 5us";
            case "--ties" -> oneOf(TieRule.values());
            case "--seed" -> "a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE;
            case "-P" -> "NAME=VALUE";
            case "--summary" -> "a file or '-'";
            case "--trace" -> "a file that ends in .csv or .json";
            case "--out" -> "a file that ends in .png";
            case "--chart" -> oneOf(ChartKind.values());
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
