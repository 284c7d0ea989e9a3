package org.coreograph.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.coreograph.viewmodel.Look;

/** The theme of the whole program: its fonts, its base style sheet and its own. */
public final class Theme {
    private static final List<String> FONTS =
            List.of("Roboto-Regular", "Roboto-Medium", "Roboto-Bold", "DejaVuSansMono");

    private final String light = new PrimerLight().getUserAgentStylesheet();
    private final String dark = new PrimerDark().getUserAgentStylesheet();
    private String applied = "";

    /** Loads the fonts that come with the program. */
    public Theme() {
        for (String name : FONTS) {
            try (InputStream font = resource("/assets/fonts/" + name + ".ttf").openStream()) {
                Font.loadFont(font, 13);
            } catch (IOException e) {
                throw new UncheckedIOException("can't read the font " + name, e);
            }
        }
    }

    /** Gives a scene the program's own style. */
    void style(Scene scene) {
        scene.getStylesheets().add(resource("/org/coreograph/ui/window.css").toExternalForm());
    }

    /** Applies a look. A presentation is light: dark backgrounds project badly. */
    void apply(Look look) {
        String wanted = dark(look) ? dark : light;
        if (!wanted.equals(applied)) {
            applied = wanted;
            Application.setUserAgentStylesheet(wanted);
        }
    }

    static boolean dark(Look look) {
        return look.dark() && !look.presentation();
    }

    private static URL resource(String path) {
        URL found = Theme.class.getResource(path);
        if (found == null) {
            throw new IllegalStateException("the program is not whole: " + path + " is missing");
        }
        return found;
    }
}
