package org.coreograph.ui;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.coreograph.model.Clock;
import org.coreograph.model.Durations;
import org.coreograph.model.ThreadKind;
import org.coreograph.ui.control.Segments;
import org.coreograph.viewmodel.RunStatus;
import org.coreograph.viewmodel.Workbench;
import org.coreograph.viewmodel.WorkbenchState;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is special to runs that take their time: how far one is, and a stop; under the measured clock, the threads. */
final class RunStrip extends HBox {
    private final Segments<ThreadKind> threads;
    private final ProgressBar progress = new ProgressBar();
    private final Label words = new Label();
    private final Button stop = new Button("Stop", new FontIcon(Feather.SQUARE));
    private final Button again = new Button("Measure again", new FontIcon(Feather.REFRESH_CW));

    RunStrip(Workbench workbench) {
        getStyleClass().add("run-strip");
        setAlignment(Pos.CENTER_LEFT);
        threads = new Segments<>("Threads", ThreadKind.class, workbench::setThreads);
        threads.setMinWidth(USE_PREF_SIZE);
        progress.setPrefWidth(60);
        progress.setMinWidth(20);
        progress.setMaxWidth(60);
        HBox.setHgrow(progress, Priority.ALWAYS);
        progress.setAccessibleText("Progress of the run");
        // Where there is little room, the progress gets shorter before the words do, and nothing lies over its
        // neighbour.
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.SOMETIMES);
        words.setId("run-words");
        stop.setId("stop");
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setOnAction(event -> workbench.stop());
        again.setId("again");
        again.setMinWidth(USE_PREF_SIZE);
        again.setOnAction(event -> workbench.run());
        getChildren().addAll(threads, progress, stop, words, again);
    }

    void show(WorkbenchState state) {
        boolean measured = !state.setup().settings().simulated();
        threads.show(state.setup().settings().threads());
        only(threads, measured);
        switch (state.run()) {
            case RunStatus.Idle idle -> {
                only(again, measured);
                only(progress, false);
                only(stop, false);
                only(words, false);
                only(this, measured);
            }
            case RunStatus.Running running -> {
                only(this, true);
                only(again, false);
                only(progress, true);
                only(stop, true);
                only(words, true);
                stop.setDisable(running.stopping());
                words.setText(words(running));
                double done = running.boundNanos().isPresent()
                        ? Math.min(
                                1,
                                (double) running.elapsedNanos()
                                        / Math.max(1, running.boundNanos().getAsLong()))
                        : ProgressBar.INDETERMINATE_PROGRESS;
                progress.setProgress(done);
            }
        }
    }

    private static String words(RunStatus.Running running) {
        String cores = running.cores() == 1 ? "1 core" : running.cores() + " cores";
        String elapsed = String.format(Locale.ROOT, "%.1f s", running.elapsedNanos() / (double) Durations.SECOND);
        String doing = running.clock() == Clock.MEASURED ? cores : "Simulating";
        String bound = running.boundNanos().isPresent()
                ? String.format(
                        Locale.ROOT, " (1 core: %.1f s)", running.boundNanos().getAsLong() / (double) Durations.SECOND)
                : "";
        return running.stopping() ? "Stopping…" : doing + ": " + elapsed + bound;
    }

    private static void only(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
