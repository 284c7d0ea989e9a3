package org.coreograph.model;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the values of a setting look like; each reads a text as whole numbers. */
public enum SettingType {
    /** 1 to 64. */
    LEVELS {
        @Override
        List<Long> numbers(String what, String text) {
            return List.of(WholeNumbers.parse(what, text, 1, MAX_LEVELS));
        }
    },
    /** A duration, in nanoseconds. */
    DURATION {
        @Override
        List<Long> numbers(String what, String text) {
            return List.of(Durations.parse(what, text, 0));
        }
    },
    /** Durations with commas between them, in nanoseconds, none of them 0. */
    DURATIONS {
        @Override
        List<Long> numbers(String what, String text) {
            return parts(what, text, MAX_LEVELS).stream()
                    .map(part -> Durations.parse("each of " + what, part, 1))
                    .toList();
        }

        @Override
        List<Long> defaults(SettingName name) {
            return List.of();
        }
    },
    /** {@code true} as 1 or {@code false} as 0. */
    FLAG {
        @Override
        List<Long> numbers(String what, String text) {
            return switch (text) {
                case "true" -> List.of(1L);
                case "false" -> List.of(0L);
                default -> throw new BadInputException(what + " must be true or false, but was '" + text + "'");
            };
        }
    },
    /** Whole numbers from 1 to a million with commas between them. */
    WEIGHTS {
        @Override
        List<Long> numbers(String what, String text) {
            return parts(what, text, MAX_WEIGHTS).stream()
                    .map(part -> WholeNumbers.parse("each of " + what, part, 1, MAX_WEIGHT))
                    .toList();
        }

        @Override
        List<Long> defaults(SettingName name) {
            return List.of();
        }
    },
    /** A decimal number with B/s, kB/s, MB/s or GB/s, in bytes a second. */
    BANDWIDTH {
        @Override
        List<Long> numbers(String what, String text) {
            Matcher matcher = RATE.matcher(text);
            BigDecimal rate = matcher.matches()
                    ? new BigDecimal(matcher.group(1))
                            .scaleByPowerOfTen(3
                                    * ("kMG".indexOf(matcher.group(2))
                                            + (matcher.group(2).isEmpty() ? 0 : 1)))
                    : BigDecimal.ZERO;
            if (rate.compareTo(BigDecimal.ONE) < 0 || rate.compareTo(BigDecimal.valueOf(MAX_BYTES_A_SECOND)) > 0) {
                throw new BadInputException(
                        what + " must be unlimited or 1B/s to 1000000GB/s, such as 100MB/s, but was '" + text + "'");
            }
            return List.of(rate.longValue());
        }

        @Override
        List<Long> defaults(SettingName name) {
            return List.of(0L);
        }
    };

    private static final int MAX_LEVELS = 64;
    private static final int MAX_WEIGHTS = 10_000;
    private static final long MAX_WEIGHT = 1_000_000;
    private static final long MAX_BYTES_A_SECOND = 1_000_000_000_000_000L;
    private static final Pattern RATE = Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{0,9})?)([kMG]?)B/s");

    /**
     * Reads a text.
     *
     * @param what the setting's name, for the message
     * @throws BadInputException if the text is no such value
     */
    abstract List<Long> numbers(String what, String text);

    /** Reads the default of a setting; one that takes over another setting's value has no numbers of its own. */
    List<Long> defaults(SettingName name) {
        return numbers(name.id(), name.defaultText());
    }

    private static List<String> parts(String what, String text, int most) {
        List<String> parts = Arrays.asList(text.split(",", -1));
        if (parts.size() > most) {
            throw new BadInputException(what + " must have at most " + most + " values, but had " + parts.size());
        }
        return parts;
    }
}
