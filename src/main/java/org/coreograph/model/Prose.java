package org.coreograph.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Text to read, in blocks one below the other, for whoever draws or speaks it. Immutable.
 *
 * @param blocks from top to bottom
 */
public record Prose(List<Block> blocks) {
    public static final Prose EMPTY = new Prose(List.of());

    public Prose {
        blocks = List.copyOf(blocks);
    }

    /** What a block is. */
    public enum Kind {
        PARAGRAPH,
        /** A line of a list. */
        ITEM,
        /** Code whose line breaks count. */
        CODE
    }

    /** How a stretch of text stands out. */
    public enum Style {
        PLAIN,
        EMPHASIS,
        STRONG,
        CODE
    }

    /** A block of text, in stretches one behind the other. */
    public record Block(Kind kind, List<Span> spans) {
        public Block {
            spans = List.copyOf(spans);
        }

        /** Returns the text alone. */
        public String plain() {
            return spans.stream().map(Span::text).collect(Collectors.joining());
        }
    }

    /**
     * A stretch of text that looks the same.
     *
     * @param link the address that it leads to; empty for none
     */
    public record Span(Style style, String text, String link) {
        public Span(Style style, String text) {
            this(style, text, "");
        }
    }

    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** Returns the text alone, with an empty line between blocks. */
    public String plain() {
        return blocks.stream().map(Block::plain).collect(Collectors.joining("\n\n"));
    }
}
