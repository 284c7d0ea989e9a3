package org.coreograph.ui.timeline;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.coreograph.analysis.RunReport;
import org.coreograph.picture.ComparisonScene;
import org.coreograph.picture.Placement;
import org.coreograph.timeline.Viewport;
import org.jspecify.annotations.Nullable;

/** Makes of gestures on a timeline what a person wants to see. */
final class TimelineGestures {
    /** A press that moves less than this is a click. */
    private static final double CLICK_PX = 4;

    private static final double ZOOM_PER_SCROLL_PX = 1.004;
    private static final double ZOOM_PER_KEY = 1.5;
    private static final double PAN_PER_KEY = 0.1;

    private final TimelineView view;

    /** What the press that goes on is for. */
    private enum Press {
        NONE,
        UNDECIDED,
        PANNING,
        SCRUBBING
    }

    private Press press = Press.NONE;
    private double pressedXPx;
    private @Nullable Viewport pressedAt;

    /** What was wanted last, and where from: gestures between two frames build on each other. */
    private @Nullable Viewport wanted;

    private @Nullable Viewport wantedFrom;

    TimelineGestures(TimelineView view) {
        this.view = view;
    }

    void install() {
        view.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void scrolled(ScrollEvent event) {
        Placement placement = view.placement();
        if (placement == null || event.isInertia()) {
            return;
        }
        Viewport viewport = viewport(placement);
        // A wheel with Shift held scrolls sideways.
        if (event.getDeltaX() != 0) {
            want(viewport.panned(event.getDeltaX()));
        } else if (event.getDeltaY() != 0) {
            double x = Math.clamp(event.getX(), viewport.leftPx(), viewport.rightPx());
            want(viewport.zoomedAround(x, Math.pow(ZOOM_PER_SCROLL_PX, event.getDeltaY())));
        }
        event.consume();
    }

    private void pressed(MouseEvent event) {
        Placement placement = view.placement();
        if (placement == null || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        view.requestFocus();
        pressedXPx = event.getX();
        pressedAt = viewport(placement);
        press = event.getY() >= placement.axis().yPx() ? Press.SCRUBBING : Press.UNDECIDED;
        if (press == Press.SCRUBBING && pointed(placement, event.getX())) {
            press = Press.NONE;
        } else if (press == Press.SCRUBBING) {
            scrub(placement, event.getX());
        }
    }

    private void dragged(MouseEvent event) {
        Placement placement = view.placement();
        if (placement == null) {
            return;
        }
        if (press == Press.UNDECIDED && Math.abs(event.getX() - pressedXPx) >= CLICK_PX) {
            press = Press.PANNING;
        }
        switch (press) {
            case NONE, UNDECIDED -> {}
            case PANNING -> {
                if (pressedAt != null) {
                    want(pressedAt.panned(event.getX() - pressedXPx));
                }
            }
            case SCRUBBING -> scrub(placement, event.getX());
        }
    }

    private void released(MouseEvent event) {
        Placement placement = view.placement();
        boolean click = press == Press.UNDECIDED;
        press = Press.NONE;
        if (placement == null || !click) {
            return;
        }
        ComparisonScene scene = view.shown();
        if (event.getClickCount() == 2 && scene != null) {
            want(placement.viewport().ofAll(lastNanos(scene)));
        } else if (event.getX() >= placement.viewport().leftPx() && !pointed(placement, event.getX())) {
            scrub(placement, event.getX());
            select(placement, event);
        }
    }

    private void select(Placement placement, MouseEvent event) {
        TimelineListener listener = view.listener();
        if (listener != null) {
            placement.taskAt(event.getX(), event.getY()).ifPresent(listener::onTask);
            placement
                    .sliceAt(event.getX(), event.getY())
                    .ifPresent(slice -> listener.onSlice(slice.run(), slice.task(), slice.nanos()));
        }
    }

    private void key(KeyEvent event) {
        Placement placement = view.placement();
        ComparisonScene scene = view.shown();
        if (placement == null || scene == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        int rows = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        TimelineListener listener = view.listener();
        if (rows != 0 && listener != null) {
            listener.onNextTask(rows);
            event.consume();
            return;
        }
        if (event.getCode() == KeyCode.ENTER && listener != null && listed(scene)) {
            listener.onSlice(scene.runs().getLast(), scene.selectedTask(), scene.playheadNanos());
            event.consume();
            return;
        }
        Viewport viewport = viewport(placement);
        double step = viewport.widthPx() * PAN_PER_KEY;
        Viewport wish = switch (event.getCode()) {
            // Without Shift the arrows step through the run, which is not the view's business.
            case LEFT -> event.isShiftDown() ? viewport.panned(step) : null;
            case RIGHT -> event.isShiftDown() ? viewport.panned(-step) : null;
            case PLUS, ADD, EQUALS -> viewport.zoomedAround(centre(viewport, scene), ZOOM_PER_KEY);
            case MINUS, SUBTRACT -> viewport.zoomedAround(centre(viewport, scene), 1 / ZOOM_PER_KEY);
            case DIGIT0, NUMPAD0 -> viewport.ofAll(lastNanos(scene));
            default -> null;
        };
        if (wish != null) {
            want(wish);
            event.consume();
        }
    }

    /** A lecture may select a task that the run doesn't have. */
    private static boolean listed(ComparisonScene scene) {
        return scene.runs().getLast().trace().listedTasks().contains(scene.selectedTask());
    }

    /** Keys zoom around the playhead if it is in sight. */
    private static double centre(Viewport viewport, ComparisonScene scene) {
        long playhead = scene.playheadNanos();
        boolean inSight = playhead >= viewport.startNanos() && playhead <= viewport.endNanos();
        return inSight ? viewport.xPx(playhead) : viewport.leftPx() + viewport.widthPx() / 2;
    }

    private boolean pointed(Placement placement, double xPx) {
        TimelineListener listener = view.listener();
        return listener != null
                && listener.onPointed(Math.max(0, placement.viewport().nanosAt(xPx)));
    }

    private void scrub(Placement placement, double xPx) {
        TimelineListener listener = view.listener();
        ComparisonScene scene = view.shown();
        if (listener != null && scene != null) {
            listener.onPlayhead(Math.clamp(placement.viewport().nanosAt(xPx), 0, lastNanos(scene)));
        }
    }

    private void want(Viewport viewport) {
        ComparisonScene scene = view.shown();
        Placement placement = view.placement();
        TimelineListener listener = view.listener();
        if (scene != null && placement != null && listener != null) {
            Viewport within = viewport.clampedTo(Math.max(lastNanos(scene), scene.endNanos()));
            wanted = within;
            wantedFrom = placement.viewport();
            listener.onRange(within.startNanos(), within.endNanos());
        }
    }

    private Viewport viewport(Placement placement) {
        return wanted != null && placement.viewport().equals(wantedFrom) ? wanted : placement.viewport();
    }

    /** Returns where the longest of the runs ends. */
    private static long lastNanos(ComparisonScene scene) {
        return scene.runs().stream().mapToLong(RunReport::endNanos).max().orElse(0);
    }
}
