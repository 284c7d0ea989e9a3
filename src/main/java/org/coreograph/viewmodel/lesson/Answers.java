package org.coreograph.viewmodel.lesson;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.coreograph.gallery.Question;
import org.coreograph.model.BadInputException;
import org.coreograph.model.Durations;

/** Reads answers to questions, and says how far a guess is from what is right. */
final class Answers {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");
    private static final Set<String> TIMES = Set.of("ns", "us", "µs", "ms", "s");
    private static final int DIGITS = 4;

    private Answers() {}

    /**
     * Reads a guess.
     *
     * @throws BadInputException if it is none, in a line that says what one looks like
     */
    static Answer guess(Question question, String typed) {
        String text = typed.strip();
        return switch (question) {
            case Question.Amount amount -> amount(amount, text);
            case Question.Mark _ -> time(Durations.parseHuman("a guess", text, 0));
            case Question.Choice choice -> {
                if (!choice.choices().contains(text)) {
                    throw new BadInputException("a guess must be one of '" + String.join("', '", choice.choices())
                            + "', but was '" + text + "'");
                }
                yield new Answer(text, 0);
            }
        };
    }

    private static Answer amount(Question.Amount amount, String text) {
        String unit = amount.unit();
        String bare = !unit.isEmpty() && text.endsWith(unit)
                ? text.substring(0, text.length() - unit.length()).strip()
                : text;
        if (NUMBER.matcher(bare).matches()) {
            return number(amount, Double.parseDouble(bare));
        }
        if (TIMES.contains(unit) && !text.isEmpty()) {
            return number(amount, amount.inUnit((double) Durations.parseHuman("a guess", text, 0)));
        }
        throw new BadInputException("a guess must be a number such as 2.5, with no comma, but was '" + text + "'");
    }

    /** Makes an answer of a text that stands in a lesson. */
    static Answer given(Question question, String text) {
        return switch (question) {
            case Question.Amount amount -> number(amount, Double.parseDouble(text));
            case Question.Mark _ -> time(Durations.parseHuman("answer", text, 0));
            case Question.Choice _ -> new Answer(text, 0);
        };
    }

    /**
     * Makes an answer of a figure of a run.
     *
     * @throws BadInputException if the question can't be answered with it
     */
    static Answer ofFigure(Question question, Object figure) {
        return switch (question) {
            case Question.Amount amount -> number(amount, amount.inUnit(numeric(figure)));
            case Question.Mark _ -> time(Math.round(numeric(figure)));
            case Question.Choice _ -> new Answer(figure.toString(), 0);
        };
    }

    static double numeric(Object figure) {
        if (figure instanceof Number number) {
            return number.doubleValue();
        }
        throw new BadInputException("the figure must be a number, but was '" + figure + "': ask for another one");
    }

    private static Answer number(Question.Amount amount, double value) {
        return new Answer(withUnit(amount, value), value);
    }

    private static Answer time(long nanos) {
        return new Answer(Durations.human(nanos), (double) nanos);
    }

    private static String withUnit(Question.Amount amount, double value) {
        return words(value) + (amount.unit().isEmpty() ? "" : " " + amount.unit());
    }

    /** Writes a number for people: a whole one exactly, any other with four digits or so. */
    static String words(double value) {
        BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
        if (exact.scale() <= 0) {
            return String.format(Locale.ROOT, "%,d", exact.toBigInteger());
        }
        int whole = exact.abs().toBigInteger().toString().length();
        BigDecimal rounded = exact.setScale(Math.max(0, DIGITS - whole), RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** Returns whether a guess is right, as far as both are written. */
    static boolean right(Answer guess, Answer truth) {
        return guess.text().equals(truth.text());
    }

    /** Says how far a guess is from what is right. */
    static String difference(Question question, Answer guess, Answer truth) {
        if (right(guess, truth)) {
            return "right";
        }
        double off = guess.value() - truth.value();
        return switch (question) {
            case Question.Amount amount ->
                withUnit(amount, Math.abs(off)) + (off > 0 ? " too much" : " too little") + share(off, truth.value());
            case Question.Mark _ -> Durations.human(Math.round(Math.abs(off))) + (off > 0 ? " too late" : " too early");
            case Question.Choice _ -> "not right";
        };
    }

    private static String share(double off, double truth) {
        return truth == 0 ? "" : ", " + words(Math.rint(1_000 * Math.abs(off / truth)) / 10) + " % off";
    }
}
