package org.coreograph.ui.code;

import java.util.Collection;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.fxmisc.richtext.Caret;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.fxmisc.richtext.util.UndoUtils;

/** A program's text to be read: with its lines numbered, and a caret to go through it with the keyboard. */
final class CodeText extends CodeArea {
    /** So many lines at the lower edge may be covered by a scroll bar, or cut. */
    private static final int EDGE_LINES = 2;

    private final Highlighter highlighter;
    private IntConsumer onLine = line -> {};
    /** The line in which the mouse was pressed while the caret was in it already; 0 where it was elsewhere. */
    private int pressedAgain;

    private boolean moving;

    CodeText(Highlighter highlighter, String name) {
        this.highlighter = highlighter;
        getStyleClass().add("code");
        setEditable(false);
        setUndoManager(UndoUtils.noOpUndoManager());
        setShowCaret(Caret.CaretVisibility.OFF);
        // By itself a text that can't be changed shows no caret.
        focusedProperty()
                .addListener((property, before, now) ->
                        setShowCaret(now ? Caret.CaretVisibility.ON : Caret.CaretVisibility.OFF));
        setParagraphGraphicFactory(CodeText::number);
        setAccessibleText(name);
        // The Tab key goes on to the next control: there is nothing to indent.
        addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> pressedAgain = lineAt(event) == line() ? line() : 0);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        currentParagraphProperty().addListener((property, before, now) -> {
            if (!moving) {
                onLine.accept(line());
            }
        });
    }

    private static Node number(int paragraph) {
        Label number = new Label(Integer.toString(paragraph + 1));
        number.getStyleClass().add("line-number");
        return number;
    }

    /** Sets who hears of the line, counted from 1, that a person went to. */
    void setOnLine(IntConsumer listener) {
        onLine = listener;
    }

    /** Shows a text from a line on, counted from 1. */
    void setText(String text, int firstLine) {
        moving = true;
        replaceText(text);
        if (!text.isEmpty()) {
            setStyleSpans(0, highlighter.spans(text));
            moveTo(firstLine - 1, 0);
            showParagraphAtTop(firstLine - 1);
        }
        moving = false;
    }

    /** Puts the caret into a line, counted from 1, without telling anybody. */
    void goTo(int line) {
        if (line != line() && line <= getParagraphs().size()) {
            moving = true;
            moveTo(line - 1, 0);
            moving = false;
        }
    }

    /** Returns the line that the caret is in, counted from 1. */
    int line() {
        return getCurrentParagraph() + 1;
    }

    /** Returns whether a line, counted from 1, is in sight, and not just at the lower edge. */
    boolean inSight(int line) {
        return !getVisibleParagraphs().isEmpty()
                && line - 1 >= firstVisibleParToAllParIndex()
                && line - 1 <= lastVisibleParToAllParIndex() - EDGE_LINES;
    }

    /** Sets the looks of a line, counted from 1. */
    void mark(int line, Collection<String> styles) {
        if (line <= getParagraphs().size() && !List.copyOf(styles).equals(List.copyOf(styles(line)))) {
            setParagraphStyle(line - 1, styles);
        }
    }

    private Collection<String> styles(int line) {
        return getParagraph(line - 1).getParagraphStyle();
    }

    private int lineAt(MouseEvent event) {
        int character = hit(event.getX(), event.getY()).getInsertionIndex();
        return offsetToPosition(character, Bias.Forward).getMajor() + 1;
    }

    /** The line that the caret is in already can be told of again. */
    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress() && pressedAgain == line()) {
            onLine.accept(pressedAgain);
        }
    }

    private void leave(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isShortcutDown()) {
            requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        }
    }
}
