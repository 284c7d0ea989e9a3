package org.coreograph.ui.control;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Gives buttons their icons, and a name to those that have no text. */
public final class Icons {
    private Icons() {}

    /** Makes a button of an icon alone; its name is in its tooltip, and for screen readers. */
    public static <B extends ButtonBase> B only(B button, Feather icon, String name) {
        button.setGraphic(new FontIcon(icon));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().add("icon-button");
        rename(button, name);
        return button;
    }

    /** Changes the icon and name of a button of an icon alone. */
    public static void change(ButtonBase button, Feather icon, String name) {
        if (button.getGraphic() instanceof FontIcon shown && shown.getIconCode() != icon) {
            shown.setIconCode(icon);
            rename(button, name);
        }
    }

    private static void rename(ButtonBase button, String name) {
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
    }
}
