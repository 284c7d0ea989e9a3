package org.coreograph.gallery;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.coreograph.model.Prose;
import org.jspecify.annotations.Nullable;

/** The blocks of a lesson's file, taken from the first to the last. */
final class Blocks {
    private final String file;
    private @Nullable Node next;
    private int line = 1;

    Blocks(String file, Node document) {
        this.file = file;
        next = document.getFirstChild();
    }

    boolean more() {
        return next != null;
    }

    /** Returns the line of the next block, from 1; behind the last block, that block's line. */
    int line() {
        return next == null ? line : line(next);
    }

    static int line(Node node) {
        return node.getSourceSpans().isEmpty()
                ? 1
                : node.getSourceSpans().getFirst().getLineIndex() + 1;
    }

    /** Takes the next block; null behind the last one. */
    @Nullable
    Node next() {
        Node taken = next;
        line = line();
        next = taken == null ? null : taken.getNext();
        return taken;
    }

    /** Takes a heading and returns its text. */
    String heading(int level, String expected) throws LessonException {
        int at = line();
        if (next() instanceof Heading heading && heading.getLevel() == level) {
            return new ProseMaker(file).text(heading);
        }
        throw new LessonException(file, at, "here must be " + expected);
    }

    /** Takes a list of keys with their values. */
    LessonKeys keys(String expected) throws LessonException {
        int at = line();
        if (next() instanceof BulletList list) {
            return new LessonKeys(file, at, list);
        }
        throw new LessonException(file, at, "here must be a list such as '- " + expected + "'");
    }

    /** Takes all blocks up to the next heading. */
    Prose prose() throws LessonException {
        List<Node> taken = new ArrayList<>();
        while (next != null && !(next instanceof Heading)) {
            taken.add(next);
            next();
        }
        return new ProseMaker(file).of(taken);
    }

    /** Takes all blocks up to the list that stands before the next heading. */
    Prose proseBeforeKeys() throws LessonException {
        List<Node> taken = new ArrayList<>();
        while (next != null && !(next instanceof Heading) && !isLastList(next)) {
            taken.add(next);
            next();
        }
        return new ProseMaker(file).of(taken);
    }

    private static boolean isLastList(Node node) {
        return node instanceof BulletList && (node.getNext() == null || node.getNext() instanceof Heading);
    }
}
