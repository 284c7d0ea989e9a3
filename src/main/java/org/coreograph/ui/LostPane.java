package org.coreograph.ui;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.coreograph.analysis.RunReport;
import org.coreograph.picture.RunWords;

/** How much time measured runs lost through no doing of the program. */
final class LostPane extends VBox {
    private final Label one = new Label();
    private final Label many = new Label();

    LostPane() {
        getStyleClass().add("lost");
        Label title = new Label("Lost, not by the program");
        title.setTooltip(new Tooltip("Tasks had a core, but no processor worked for them: it collected garbage, or was "
                + "busy with something else on this machine"));
        one.setId("lost-one");
        many.setId("lost");
        for (Label label : new Label[] {one, many}) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        getChildren().addAll(title, one, many);
        show(false);
    }

    /** Shows it of both runs; of one alone where they are the same, and nothing of simulated ones. */
    void show(RunReport ofOne, RunReport ofMany) {
        boolean measured = !ofMany.request().settings().simulated();
        show(measured);
        if (measured) {
            one.setText(words(ofOne));
            boolean both = !ofOne.equals(ofMany);
            many.setText(both ? words(ofMany) : "");
            many.setVisible(both);
            many.setManaged(both);
        }
    }

    private static String words(RunReport run) {
        boolean begun = run.endNanos() > 0 || run.end() != null;
        return run.coresTitle() + ": " + (begun ? RunWords.lost(run, run.stalls()) : "–");
    }

    private void show(boolean visible) {
        setVisible(visible);
        setManaged(visible);
    }
}
