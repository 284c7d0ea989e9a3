package org.coreograph.ui.code;

import javafx.scene.control.Label;
import org.coreograph.picture.Colour;
import org.coreograph.picture.Palette;
import org.coreograph.picture.RunWords;
import org.coreograph.trace.SpanKind;
import org.coreograph.viewmodel.code.TaskAtLine;

/** The name of a task at the end of a line: filled with its colour while it runs, else framed, with what it does. */
final class TaskChip extends Label {
    /** Longer names are told by their initials, as on the stage: they would cover the code. */
    private static final int LONG_NAME = 5;

    TaskChip(TaskAtLine at, Palette palette) {
        Colour colour = palette.task(at.task());
        String name = at.name().length() > LONG_NAME ? RunWords.initials(at.name()) : at.name();
        getStyleClass().add("task-chip");
        if (at.running()) {
            setText(name);
            setStyle("-fx-background-color: " + web(colour) + "; -fx-text-fill: " + web(Palette.textOn(colour)) + ";");
        } else {
            setText(name + " " + doing(at.state()));
            getStyleClass().add("waiting-chip");
            setStyle("-fx-border-color: " + web(colour) + ";");
        }
    }

    /** Makes a chip that only says how many more there are. */
    TaskChip(int more) {
        super("+" + more);
        getStyleClass().addAll("task-chip", "waiting-chip");
    }

    private static String web(Colour colour) {
        return String.format("#%06x", colour.rgb());
    }

    /** Says in a word what a task does. */
    static String doing(SpanKind kind) {
        return switch (kind) {
            case RUNNING -> "running";
            case SWITCHING, READY -> "ready";
            case OFF -> "off";
            case SLEEPING -> "sleeping";
            case IO -> "in I/O";
            case JOINING -> "waiting";
            case BLOCKED -> "blocked";
        };
    }
}
