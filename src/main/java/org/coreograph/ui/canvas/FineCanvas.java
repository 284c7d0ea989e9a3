package org.coreograph.ui.canvas;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.transform.Affine;
import javafx.scene.transform.Scale;
import javafx.stage.Window;

/**
 * A canvas that is as fine as the screen also where all of the window is scaled: it has as many pixels as are seen, and
 * is drawn on in those of the node that it is in.
 */
public final class FineCanvas extends Canvas {
    private final Scale fit = new Scale(1, 1);

    public FineCanvas() {
        getTransforms().add(fit);
    }

    /** Returns how many real pixels make a pixel of a node; 1 for one that is in no window. */
    public static double pixels(Node node) {
        Scene scene = node.getScene();
        Window window = scene == null ? null : scene.getWindow();
        return window == null ? 1 : window.getRenderScaleX() * scale(node);
    }

    private static double scale(Node node) {
        return node.getLocalToSceneTransform().getMxx();
    }

    /** Gets ready to be drawn on, in a size in pixels of the node that it is in. */
    public void begin(double widthPx, double heightPx) {
        double scale = scale(getParent());
        setWidth(Math.ceil(widthPx * scale));
        setHeight(Math.ceil(heightPx * scale));
        fit.setX(1 / scale);
        fit.setY(1 / scale);
        GraphicsContext graphics = getGraphicsContext2D();
        graphics.setTransform(new Affine());
        // Where the last pixel is drawn on in part, what was there before must not show through.
        graphics.clearRect(0, 0, getWidth(), getHeight());
        graphics.setTransform(new Affine(new Scale(scale, scale)));
    }

    /** Returns how many pixels of its own make one of the node that it is in. */
    public double scale() {
        return 1 / fit.getX();
    }
}
