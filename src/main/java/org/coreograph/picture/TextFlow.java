package org.coreograph.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.coreograph.picture.Surface.Anchor;
import org.coreograph.timeline.Box;
import org.coreograph.trace.SpanKind;
import org.jspecify.annotations.Nullable;

/**
 * A row of texts and signs that goes on in the next line where the width is used up. The last chunks can stand at the
 * right end of the first line with room for them.
 */
final class TextFlow {
    /** What stands beside a text. */
    enum Sign {
        NONE,
        /** On a ground of its own. */
        BADGE,
        /** A triangle: something went wrong. */
        WARNING,
        /** A square: cut short. */
        STOPPED,
        /** The pattern of a state of tasks. */
        STATE
    }

    /**
     * @param ground of a badge, else null
     * @param state whose pattern stands beside it, else null
     */
    record Chunk(
            String text,
            TextStyle style,
            Colour colour,
            Sign sign,
            @Nullable Colour ground,
            @Nullable SpanKind state) {
        static Chunk of(String text, TextStyle style, Colour colour) {
            return new Chunk(text, style, colour, Sign.NONE, null, null);
        }

        Chunk withText(String newText) {
            return new Chunk(newText, style, colour, sign, ground, state);
        }
    }

    private record Placed(Chunk chunk, double xPx, int line) {}

    private final Typeface typeface;
    private final double widthPx;
    private final double spacePx;
    private final List<Placed> placed = new ArrayList<>();
    private int line;
    private double x;
    /** Where the right end of the first line is taken from. */
    private double rightPx;

    private int rightLine;

    /**
     * @param widthPx of a line
     * @param spacePx between chunks
     */
    TextFlow(Typeface typeface, double widthPx, double spacePx) {
        this.typeface = typeface;
        this.widthPx = widthPx;
        this.spacePx = spacePx;
        this.rightPx = widthPx;
    }

    /** Puts chunks at the right end of the first line, before anything else is added. */
    void addAtRight(List<Chunk> chunks, double roomPx) {
        double width = -spacePx;
        for (Chunk chunk : chunks) {
            width += widthOf(chunk) + spacePx;
        }
        if (width > widthPx - roomPx) {
            rightLine = -1;
            chunks.forEach(this::add);
            return;
        }
        double at = widthPx - Math.max(0, width);
        rightPx = at - 2 * spacePx;
        for (Chunk chunk : chunks) {
            placed.add(new Placed(chunk, at, 0));
            at += widthOf(chunk) + spacePx;
        }
    }

    /** Adds a chunk after the others; a text that is wider than a line is broken between words. */
    void add(Chunk chunk) {
        double width = widthOf(chunk);
        if (x + width > limit() && x > 0 && width <= widthPx) {
            nextLine();
        }
        if (x + width <= limit()) {
            placed.add(new Placed(chunk, x, line));
            x += width + spacePx;
            return;
        }
        addInPieces(chunk);
    }

    /** Adds a chunk at the right end of the line if there is room, else after the others. */
    void addRightOrBelow(Chunk chunk) {
        double width = widthOf(chunk);
        if (x + width <= limit() && limit() == rightPx) {
            placed.add(new Placed(chunk, rightPx - width, line));
            rightPx -= width + 2 * spacePx;
        } else {
            add(chunk);
        }
    }

    private void addInPieces(Chunk chunk) {
        List<String> lines = wrapped(chunk.text(), chunk.style(), limit() - x - signPx(chunk), widthPx);
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                nextLine();
            }
            Chunk piece = i == 0 ? chunk.withText(lines.get(0)) : Chunk.of(lines.get(i), chunk.style(), chunk.colour());
            if (!lines.get(i).isEmpty()) {
                placed.add(new Placed(piece, x, line));
                x += widthOf(piece) + spacePx;
            }
        }
    }

    private double limit() {
        return line == rightLine ? rightPx : widthPx;
    }

    private void nextLine() {
        line++;
        x = 0;
    }

    private List<String> wrapped(String text, TextStyle style, double firstPx, double otherPx) {
        return wrap(typeface, text, style, firstPx, otherPx);
    }

    /** Breaks a text between words, and words that are wider than a line between letters. */
    static List<String> wrap(Typeface typeface, String text, TextStyle style, double firstPx, double otherPx) {
        List<String> lines = new ArrayList<>();
        StringBuilder now = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            double limit = lines.isEmpty() ? firstPx : otherPx;
            String longer = now.isEmpty() ? word : now + " " + word;
            if (typeface.widthPx(longer, style) <= limit) {
                now.setLength(0);
                now.append(longer);
                continue;
            }
            if (!now.isEmpty() || (lines.isEmpty() && firstPx < otherPx)) {
                lines.add(now.toString());
                now.setLength(0);
            }
            now.append(brokenOff(typeface, word, style, otherPx, lines));
        }
        lines.add(now.toString());
        return lines;
    }

    private static String brokenOff(Typeface typeface, String word, TextStyle style, double px, List<String> lines) {
        String rest = word;
        while (rest.length() > 1 && typeface.widthPx(rest, style) > px) {
            int length = rest.length() - 1;
            while (length > 1 && typeface.widthPx(rest.substring(0, length), style) > px) {
                length--;
            }
            lines.add(rest.substring(0, length));
            rest = rest.substring(length);
        }
        return rest;
    }

    int lines() {
        return line + 1;
    }

    private double widthOf(Chunk chunk) {
        double padding = chunk.sign() == Sign.BADGE ? badgePaddingPx(chunk.style()) * 2 : 0;
        return typeface.widthPx(chunk.text(), chunk.style()) + signPx(chunk) + padding;
    }

    private static double signPx(Chunk chunk) {
        return switch (chunk.sign()) {
            case NONE, BADGE -> 0;
            case WARNING, STOPPED -> chunk.style().sizePx() * 1.25;
            case STATE -> chunk.style().sizePx() * 2.4;
        };
    }

    private static double badgePaddingPx(TextStyle style) {
        return style.sizePx() * 0.45;
    }

    /**
     * Draws the flow.
     *
     * @param leftPx where lines begin
     * @param topPx the top of the first line
     * @param linePx from a line to the next
     */
    void draw(Surface surface, double leftPx, double topPx, double linePx) {
        for (Placed one : placed) {
            draw(surface, one.chunk, leftPx + one.xPx, topPx + (one.line + 0.5) * linePx);
        }
    }

    private void draw(Surface surface, Chunk chunk, double xPx, double middlePx) {
        TextStyle style = chunk.style();
        double size = style.sizePx();
        double textX = xPx + signPx(chunk);
        Colour ground = chunk.ground();
        switch (chunk.sign()) {
            case NONE -> {}
            case BADGE -> {
                double height = size * 1.5;
                Box box = new Box(xPx, middlePx - height / 2, widthOf(chunk), height);
                surface.fillRound(box, size * 0.25, ground == null ? chunk.colour() : ground);
                textX += badgePaddingPx(style);
            }
            case WARNING -> {
                double half = size * 0.5;
                double base = middlePx + size * 0.4;
                surface.fillPolygon(chunk.colour(), xPx, base, xPx + 2 * half, base, xPx + half, base - 1.75 * half);
            }
            case STATE -> {
                double height = size * 1.05;
                Box box = new Box(xPx, middlePx - height / 2, size * 2, height);
                new StatePattern(surface, size)
                        .draw(box, Objects.requireNonNull(chunk.state()), chunk.colour(), chunk.colour());
            }
            case STOPPED -> {
                double side = size * 0.75;
                surface.fillRect(new Box(xPx, middlePx - side / 2, side, side), chunk.colour());
            }
        }
        surface.text(chunk.text(), textX, TypeSizes.baseline(middlePx, style), Anchor.START, style, chunk.colour());
    }
}
