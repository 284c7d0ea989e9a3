package org.coreograph.ui.lesson;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.coreograph.analysis.Outcomes;
import org.coreograph.model.RequestWords;
import org.coreograph.model.RunRequest;
import org.coreograph.model.Settings;
import org.coreograph.picture.ChartKind;
import org.coreograph.picture.OutcomesScene;
import org.coreograph.picture.PictureSpec;
import org.coreograph.ui.export.Exports;
import org.coreograph.viewmodel.Setup;
import org.coreograph.viewmodel.lesson.SeedCount;
import org.coreograph.viewmodel.lesson.SeedDesk;
import org.jspecify.annotations.Nullable;

/** What a program comes to with many seeds: how far that is, and then a bar for each result. */
public final class SeedsPopover {
    private static final int WIDTH_PX = 720;
    private static final int HEIGHT_PX = 405;

    private final SeedDesk seeds;
    private final Exports exports;
    private final PopOver popOver = new PopOver();
    private final ProgressBar progress = new ProgressBar(0);
    private final Label words = new Label();
    private final Button stop = new Button("Stop");
    private final Button copy = new Button("Copy as command line");
    private final ImageView chart = new ImageView();
    private @Nullable Drawn drawn;

    /** What the picture shows, or will show. */
    private record Drawn(SeedCount count, boolean dark) {}

    public SeedsPopover(SeedDesk seeds, Exports exports) {
        this.seeds = seeds;
        this.exports = exports;
        progress.setAccessibleText("Runs that are over");
        progress.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(progress, Priority.ALWAYS);
        words.setId("seeds-words");
        words.setMinWidth(Region.USE_PREF_SIZE);
        stop.setId("stop-seeds");
        stop.setMinWidth(Region.USE_PREF_SIZE);
        stop.setOnAction(event -> seeds.stop());
        copy.setId("copy-seeds");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(event -> copy());
        HBox tools = new HBox(progress, words, stop, copy);
        tools.setAlignment(Pos.CENTER_LEFT);
        tools.getStyleClass().add("predict-row");
        chart.setId("seeds-chart");
        chart.setFitWidth(WIDTH_PX);
        chart.setFitHeight(HEIGHT_PX);
        chart.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        VBox content = new VBox(tools, chart);
        content.getStyleClass().add("seeds");
        popOver.setContentNode(content);
        popOver.setArrowLocation(PopOver.ArrowLocation.LEFT_TOP);
        popOver.setDetachable(false);
        popOver.setTitle("Many seeds");
        popOver.setOnHidden(event -> seeds.stop());
    }

    /** Begins with the runs of what is asked for, and opens beside a button. */
    void open(Node button, Setup setup) {
        drawn = null;
        chart.setImage(null);
        seeds.begin(setup.request(), setup.program().title());
        popOver.show(button);
    }

    /** Shows how far it is, or what came of it. */
    void show(boolean dark) {
        if (!popOver.isShowing()) {
            return;
        }
        SeedCount count = seeds.state();
        progress.setProgress(count.of() == 0 ? 0 : (double) count.done() / count.of());
        PredictBox.only(progress, count.underWay());
        PredictBox.only(stop, count.underWay());
        PredictBox.only(copy, !count.underWay() && count.done() > 0);
        words.setText(count.trouble().isEmpty() ? count.done() + " of " + count.of() + " seeds" : count.trouble());
        RunRequest first = count.first();
        Drawn wanted = new Drawn(count, dark);
        if (first != null && !count.underWay() && count.done() > 0 && !wanted.equals(drawn)) {
            drawn = wanted;
            draw(first, wanted);
        }
    }

    private void draw(RunRequest first, Drawn wanted) {
        SeedCount count = wanted.count;
        OutcomesScene scene = new OutcomesScene(count.title(), first, count.seeds(), count.outcomes());
        double scale =
                popOver.getOwnerWindow() == null ? 1 : popOver.getOwnerWindow().getRenderScaleX();
        // Its chart doesn't count: outcomes are no chart of one run.
        PictureSpec spec = new PictureSpec(ChartKind.COMPARISON, WIDTH_PX, HEIGHT_PX, scale, wanted.dark);
        exports.draw(scene, spec, picture -> {
            if (wanted.equals(drawn)) {
                chart.setImage(SwingFXUtils.toFXImage(picture, null));
                chart.setAccessibleText(spoken(count.outcomes()));
            }
        });
    }

    private static String spoken(Outcomes outcomes) {
        return outcomes.bars().stream()
                .filter(bar -> bar.count() > 0)
                .map(bar -> (outcomes.what() + " " + bar.label()).strip() + ": " + bar.count() + " runs")
                .collect(Collectors.joining(", "));
    }

    private void copy() {
        SeedCount count = seeds.state();
        RunRequest first = count.first();
        if (first != null) {
            RunRequest plain = first.withSettings(first.settings().withSeed(Settings.DEFAULTS.seed()));
            List<String> all = Stream.of(
                            List.of("coreograph", "render"),
                            RequestWords.of(plain),
                            List.of("--chart", "outcomes", "--over", "seed=" + count.seeds(), "--out", "outcomes.png"))
                    .flatMap(List::stream)
                    .toList();
            String line = RequestWords.line(all);
            exports.copyText(line, "Copied: " + line);
        }
    }
}
