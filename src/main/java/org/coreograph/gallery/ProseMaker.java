package org.coreograph.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.coreograph.model.Prose;
import org.coreograph.model.Prose.Block;
import org.coreograph.model.Prose.Kind;
import org.coreograph.model.Prose.Span;
import org.coreograph.model.Prose.Style;

/** Turns Markdown into text that can be drawn by who knows no Markdown. */
final class ProseMaker {
    private static final String ALLOWED =
            "use paragraphs, lists, code, *emphasis*, **strong emphasis** and links, and nothing else";

    private final String file;

    ProseMaker(String file) {
        this.file = file;
    }

    /** Returns blocks. */
    Prose of(List<Node> nodes) throws LessonException {
        List<Block> blocks = new ArrayList<>();
        for (Node node : nodes) {
            add(node, Kind.PARAGRAPH, blocks);
        }
        return new Prose(blocks);
    }

    /** Returns the blocks within an item of a list, as paragraphs. */
    Prose of(Node item) throws LessonException {
        return of(children(item));
    }

    /** Returns the text of a heading. */
    String text(Node heading) throws LessonException {
        return spans(heading).stream().map(Span::text).collect(Collectors.joining());
    }

    private void add(Node node, Kind kind, List<Block> to) throws LessonException {
        switch (node) {
            case Paragraph paragraph -> to.add(new Block(kind, spans(paragraph)));
            case FencedCodeBlock code -> to.add(code(code.getLiteral()));
            case IndentedCodeBlock code -> to.add(code(code.getLiteral()));
            case BulletList list -> addItems(list, to);
            case OrderedList list -> addItems(list, to);
            case ListItem item -> {
                for (Node child : children(item)) {
                    add(child, Kind.ITEM, to);
                }
            }
            default -> throw new LessonException(file, Blocks.line(node), ALLOWED);
        }
    }

    private void addItems(Node list, List<Block> to) throws LessonException {
        for (Node item : children(list)) {
            add(item, Kind.ITEM, to);
        }
    }

    private static Block code(String literal) {
        return new Block(Kind.CODE, List.of(new Span(Style.CODE, literal.stripTrailing())));
    }

    private List<Span> spans(Node block) throws LessonException {
        List<Span> spans = new ArrayList<>();
        addSpans(block, new Look(block, Style.PLAIN, ""), spans);
        // Where words were taken away from the end of a line, the space before them is left over.
        if (!spans.isEmpty()) {
            Span last = spans.removeLast();
            spans.add(new Span(last.style(), last.text().stripTrailing(), last.link()));
        }
        return spans;
    }

    /**
     * What holds of a stretch of text.
     *
     * @param block that it stands in
     * @param link the address that it leads to; empty for none
     */
    private record Look(Node block, Style style, String link) {
        Look with(Style other) {
            return new Look(block, other, link);
        }

        Span span(Style shown, String text) {
            return new Span(shown, text, link);
        }
    }

    private void addSpans(Node parent, Look look, List<Span> to) throws LessonException {
        for (Node node : children(parent)) {
            switch (node) {
                case Text text -> to.add(look.span(look.style, text.getLiteral()));
                case Code code -> to.add(look.span(Style.CODE, code.getLiteral()));
                case SoftLineBreak _, HardLineBreak _ -> to.add(look.span(look.style, " "));
                case Emphasis emphasis -> addSpans(emphasis, look.with(Style.EMPHASIS), to);
                case StrongEmphasis strong -> addSpans(strong, look.with(Style.STRONG), to);
                case Link link -> addSpans(link, new Look(look.block, look.style, address(link, look.block)), to);
                default -> throw new LessonException(file, Blocks.line(look.block), ALLOWED);
            }
        }
    }

    /** A file from anywhere may not lead to more than a page: what opens it would also open programs. */
    private String address(Link link, Node block) throws LessonException {
        String address = link.getDestination();
        if (!address.startsWith("https://") && !address.startsWith("http://")) {
            throw new LessonException(
                    file, Blocks.line(block), "a link must begin with https:// or http://, but was '" + address + "'");
        }
        return address;
    }

    private static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }
}
