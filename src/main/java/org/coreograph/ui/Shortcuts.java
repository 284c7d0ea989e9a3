package org.coreograph.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.coreograph.viewmodel.Workbench;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the window. A key that means something to the control that has the focus is left to it: letters to a text
 * field, the arrows to a slider, the space bar to a button.
 */
final class Shortcuts {
    private static final double ZOOM = 1.5;

    private final Workbench workbench;
    private final WindowCommands window;

    Shortcuts(Workbench workbench, WindowCommands window) {
        this.workbench = workbench;
        this.window = window;
    }

    /** Returns the keys and what they do, for people. */
    static Map<String, String> list() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("Space", "play or pause");
        keys.put("Left, Right", "step to the event before, or the next one");
        keys.put("Home, End", "to the start, or the end");
        keys.put("+  −  0", "zoom in, zoom out, show all");
        keys.put("Shift+Left, Shift+Right", "see earlier, or later, with the timelines in focus");
        keys.put("[  ]", "one core less, or more");
        keys.put("S, Shift+S", "next seed, seed before");
        keys.put("I", "what goes on at the playhead");
        keys.put("T", "a row for each task, or for each core");
        keys.put("Up, Down", "select a task with the timelines in focus, a line with the code");
        keys.put("Enter", "line of the selected task, with the timelines in focus");
        keys.put("L", "time lens");
        keys.put("Ctrl+G", "gallery of lessons");
        keys.put("N  P", "next lesson, lesson before");
        keys.put("Page Down, Page Up", "next state of the lecture, state before");
        keys.put("Ctrl+R", "record a state of the lecture");
        keys.put("Ctrl+O, Ctrl+S", "open, save the lecture");
        keys.put("F5", "read the lessons' files again");
        keys.put("Ctrl+,", "settings");
        keys.put("Ctrl+E", "export the picture");
        keys.put("Ctrl+Shift+C", "copy as command line");
        keys.put("Ctrl++, Ctrl+−, Ctrl+0", "everything larger, smaller, as it was");
        keys.put("Ctrl+D", "dark or light theme");
        keys.put("F11, Esc", "present, and back");
        keys.put("F1", "these keys");
        keys.put("F12", "how long frames take");
        return keys;
    }

    void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (anywhere(event)) {
                event.consume();
            }
        });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (!taken(event, scene.getFocusOwner()) && unlessTaken(event)) {
                event.consume();
            }
        });
    }

    private boolean anywhere(KeyEvent event) {
        KeyCode code = event.getCode();
        boolean presenting = workbench.state().look().presentation();
        if (code == KeyCode.F11) {
            workbench.setPresentation(!presenting);
        } else if (code == KeyCode.ESCAPE && presenting) {
            workbench.setPresentation(false);
        } else if (presenting && (code == KeyCode.PAGE_DOWN || code == KeyCode.PAGE_UP)) {
            step(code);
        } else if (code == KeyCode.F1) {
            window.toggleHelp();
        } else if (code == KeyCode.F12) {
            window.toggleFrameTimes();
        } else if (code == KeyCode.F5) {
            workbench.lessons().reload();
        } else {
            return event.isShortcutDown() && withShortcut(event, presenting);
        }
        return true;
    }

    private boolean withShortcut(KeyEvent event, boolean presenting) {
        switch (event.getCode()) {
            case E -> window.export();
            case COMMA -> window.toggleSettings();
            case D -> workbench.view().setDark(!workbench.state().look().dark());
            case R -> workbench.recordState();
            case PLUS, ADD, EQUALS -> workbench.view().enlarge(1);
            case MINUS, SUBTRACT -> workbench.view().enlarge(-1);
            case DIGIT0, NUMPAD0 -> workbench.view().resetScale();
            case O -> window.openLecture();
            case S -> window.saveLecture();
            case G -> {
                if (presenting) {
                    return false;
                }
                window.openGallery();
            }
            case C -> {
                if (!event.isShiftDown()) {
                    return false;
                }
                window.copyCommandLine();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void step(KeyCode code) {
        workbench.showNextState(code == KeyCode.PAGE_DOWN ? 1 : -1);
    }

    private static boolean taken(KeyEvent event, @Nullable Node focus) {
        return switch (event.getCode()) {
            case SPACE ->
                focus instanceof TextInputControl || focus instanceof ButtonBase || focus instanceof ComboBoxBase;
            case LEFT, RIGHT, HOME, END -> focus instanceof TextInputControl || focus instanceof Slider;
            case PAGE_DOWN, PAGE_UP ->
                focus instanceof TextInputControl || focus instanceof ScrollPane || focus instanceof ListView;
            default -> focus instanceof TextInputControl;
        };
    }

    private boolean unlessTaken(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        int cores = workbench.state().setup().settings().cores();
        switch (event.getCode()) {
            case SPACE -> workbench.view().togglePlay();
            case LEFT -> workbench.view().stepBack();
            case RIGHT -> workbench.view().stepForward();
            case HOME -> workbench.view().toStart();
            case END -> workbench.view().toEnd();
            case PLUS, ADD, EQUALS -> workbench.view().zoomBy(ZOOM);
            case MINUS, SUBTRACT -> workbench.view().zoomBy(1 / ZOOM);
            case DIGIT0, NUMPAD0 -> workbench.view().fit();
            case OPEN_BRACKET -> workbench.setCores(cores - 1);
            case CLOSE_BRACKET -> workbench.setCores(cores + 1);
            case PAGE_DOWN, PAGE_UP -> step(event.getCode());
            case I -> window.togglePlayheadFacts();
            case N -> workbench.nextLesson();
            case P -> workbench.previousLesson();
            case S -> workbench.stepSeed(event.isShiftDown() ? -1 : 1);
            case T -> workbench.view().setByTask(!workbench.state().look().byTask());
            case L -> workbench.view().setLensOn(!workbench.state().lens().on());
            default -> {
                return false;
            }
        }
        return true;
    }
}
