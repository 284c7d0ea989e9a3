package org.coreograph.ui.control;

import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.coreograph.viewmodel.SliderScale;
import org.jspecify.annotations.Nullable;

/**
 * A slider of round values. Its own value is a position from 0 to 1; the arrow keys go from one round value to the
 * next, Page Up and Page Down from mark to mark.
 */
public final class ScaleSlider extends Slider {
    /** What to do when a person moves the slider. */
    public interface Moves {
        /** A drag begins. */
        void begin();

        /** There is another value. */
        void value(long value);

        /** The drag is over. */
        void end();
    }

    private final LongFunction<String> words;
    private final Moves moves;
    private SliderScale scale;
    private long shown;
    private boolean showing;
    private boolean pressed;

    /**
     * Makes a slider at the scale's first value.
     *
     * @param name for screen readers
     * @param words says a value for screen readers
     */
    public ScaleSlider(String name, SliderScale scale, LongFunction<String> words, Moves moves) {
        super(0, 1, 0);
        this.scale = scale;
        this.words = words;
        this.moves = moves;
        shown = scale.value(0);
        setAccessibleText(name);
        getStyleClass().add("scale-slider");
        valueProperty().addListener((property, before, now) -> moved(now.doubleValue()));
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> press());
        addEventFilter(MouseEvent.MOUSE_RELEASED, event -> release());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Makes what a slider does out of one action, for which drags are nothing special. */
    public static Moves to(LongConsumer action) {
        return new Moves() {
            @Override
            public void begin() {}

            @Override
            public void value(long value) {
                action.accept(value);
            }

            @Override
            public void end() {}
        };
    }

    /** Changes the scale; the value shown stays where it is on the new one. */
    public void setScale(SliderScale newScale) {
        scale = newScale;
        place();
    }

    public SliderScale scale() {
        return scale;
    }

    /** Shows a value; the thumb stays under the pointer while it is dragged. */
    public void show(long value) {
        if (value != shown) {
            shown = value;
            notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        }
        if (!pressed) {
            place();
        }
    }

    private void place() {
        showing = true;
        setValue(scale.position(shown));
        showing = false;
    }

    private void moved(double position) {
        if (!showing) {
            choose(scale.value(position));
        }
    }

    private void choose(long value) {
        if (value != shown) {
            shown = value;
            notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
            moves.value(value);
        }
    }

    private void press() {
        pressed = true;
        requestFocus();
        moves.begin();
    }

    private void release() {
        pressed = false;
        place();
        moves.end();
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        List<SliderScale.Mark> marks = scale.marks();
        Long next = switch (event.getCode()) {
            case LEFT, DOWN -> scale.previous(shown);
            case RIGHT, UP -> scale.next(shown);
            case HOME -> scale.value(0);
            case END -> scale.value(1);
            case PAGE_UP ->
                marks.stream()
                        .map(SliderScale.Mark::value)
                        .filter(mark -> mark > shown)
                        .findFirst()
                        .orElse(scale.value(1));
            case PAGE_DOWN ->
                marks.reversed().stream()
                        .map(SliderScale.Mark::value)
                        .filter(mark -> mark < shown)
                        .findFirst()
                        .orElse(scale.value(0));
            default -> null;
        };
        if (next != null) {
            choose(next);
            place();
            event.consume();
        }
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> (double) shown;
            case MIN_VALUE -> (double) scale.value(0);
            case MAX_VALUE -> (double) scale.value(1);
            case VALUE_STRING -> words.apply(shown);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
