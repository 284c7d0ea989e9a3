package org.coreograph.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import org.coreograph.picture.Colour;
import org.coreograph.timeline.Box;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Walks through what is seen of a window in the order in which it is painted, and looks at every text with the colours
 * below it. Canvases paint their own: {@link ContrastSurface} is for these.
 */
final class ContrastWalk {
    private final Grounds grounds = new Grounds();
    private final List<String> faint = new ArrayList<>();
    private int texts;

    private ContrastWalk() {}

    /**
     * Returns the texts that can't be told well enough from their ground, with their contrast.
     *
     * <p>WCAG 2.2 asks nothing of controls that are disabled, and less of icons (3 to 1). Both are as it says.
     */
    static List<String> faint(Parent root) {
        ContrastWalk walk = new ContrastWalk();
        walk.visit(root, 1);
        if (walk.texts == 0) {
            throw new AssertionError("there is no text in " + root);
        }
        return walk.faint;
    }

    private void visit(Node node, double opacityAbove) {
        double opacity = opacityAbove * node.getOpacity();
        if (!node.isVisible() || opacity == 0) {
            return;
        }
        Node clip = node.getClip();
        if (clip == null) {
            paint(node, opacity);
        } else {
            grounds.clipped(box(node.localToScene(clip.getBoundsInParent())), () -> paint(node, opacity));
        }
    }

    private void paint(Node node, double opacity) {
        switch (node) {
            case Text text -> look(text, opacity);
            case Shape shape -> fill(box(shape.localToScene(shape.getBoundsInLocal())), shape.getFill(), opacity);
            case Region region -> region(region, opacity);
            default -> {}
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> visit(child, opacity));
        }
    }

    private void region(Region region, double opacity) {
        if (region.getBackground() == null) {
            return;
        }
        for (BackgroundFill fill : region.getBackground().getFills()) {
            Insets in = fill.getInsets();
            Box all = box(region.localToScene(region.getLayoutBounds()));
            fill(
                    new Box(
                            all.xPx() + in.getLeft(),
                            all.yPx() + in.getTop(),
                            all.widthPx() - in.getLeft() - in.getRight(),
                            all.heightPx() - in.getTop() - in.getBottom()),
                    fill.getFill(),
                    opacity);
        }
    }

    private void fill(Box box, Paint paint, double opacity) {
        if (paint != null) {
            Colour colour = colour(paint, opacity);
            if (colour.opacity() > 0) {
                grounds.fill(box, colour, false);
            }
        }
    }

    private void look(Text text, double opacity) {
        if (text.getText().isBlank() || text.isDisabled()) {
            return;
        }
        texts++;
        double contrast =
                grounds.contrast(box(text.localToScene(text.getLayoutBounds())), colour(text.getFill(), opacity));
        if (contrast < (text instanceof FontIcon ? 3 : ContrastSurface.READABLE)) {
            faint.add(String.format(
                    Locale.ROOT, "'%s' with a contrast of %.2f in %s", text.getText(), contrast, text.getParent()));
        }
    }

    private static Colour colour(Paint paint, double opacity) {
        if (!(paint instanceof Color color)) {
            throw new AssertionError("can't tell how light this is: " + paint);
        }
        int rgb = (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
        return new Colour(rgb, color.getOpacity() * opacity);
    }

    private static Box box(Bounds bounds) {
        return new Box(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    }
}
