package org.coreograph.ui.control;

import atlantafx.base.theme.Styles;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.coreograph.model.BadInputException;
import org.coreograph.model.Durations;

/**
 * A field for an exact duration, such as {@code 12.5 ms}. Taken over on Enter or when the field is left; Escape brings
 * the value back. What can't be used is marked, and complained about.
 */
public final class DurationField extends TextField {
    private final String what;
    private final long leastNanos;
    private final LongConsumer action;
    private final Consumer<String> complaints;
    private long shownNanos = -1;

    /**
     * Makes a field.
     *
     * @param what what the duration is for, such as {@code quantum}
     * @param leastNanos the smallest that is allowed
     * @param action takes a new duration
     * @param complaints takes what is wrong with the text in one line, or an empty text when nothing is any more
     */
    public DurationField(String what, long leastNanos, LongConsumer action, Consumer<String> complaints) {
        this.what = what;
        this.leastNanos = leastNanos;
        this.action = action;
        this.complaints = complaints;
        getStyleClass().add("duration-field");
        setAccessibleText(what + ", a duration such as 10 ms");
        setTooltip(new Tooltip("A duration such as 10 ms, 5 us or 1 s; Enter takes it over"));
        setOnAction(event -> take());
        focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                take();
            }
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !getText().equals(text(shownNanos))) {
                restore();
                event.consume();
            }
        });
    }

    /** Shows a duration, unless another is being typed. */
    public void show(long nanos) {
        if (nanos != shownNanos) {
            shownNanos = nanos;
            restore();
        }
    }

    private void restore() {
        setText(text(shownNanos));
        complain("");
    }

    private static String text(long nanos) {
        String human = Durations.human(nanos);
        return Durations.parseHuman("duration", human, 0) == nanos ? human : Durations.exact(nanos);
    }

    private void take() {
        if (getText().equals(text(shownNanos))) {
            complain("");
            return;
        }
        try {
            long nanos = Durations.parseHuman(what, getText(), leastNanos);
            complain("");
            shownNanos = nanos;
            setText(text(nanos));
            action.accept(nanos);
        } catch (BadInputException e) {
            complain(Objects.requireNonNull(e.getMessage()));
        }
    }

    private void complain(String trouble) {
        pseudoClassStateChanged(Styles.STATE_DANGER, !trouble.isEmpty());
        complaints.accept(trouble);
    }
}
