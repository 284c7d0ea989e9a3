package org.coreograph.ui.lesson;

import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.coreograph.model.Prose;

/** Text to read: paragraphs, lists and code, with emphasis and links. */
public final class ProseView extends VBox {
    private final Consumer<String> browser;

    /** @param browser opens the address of a link */
    public ProseView(Prose prose, Consumer<String> browser) {
        this.browser = browser;
        getStyleClass().add("prose");
        for (Prose.Block block : prose.blocks()) {
            getChildren()
                    .add(
                            switch (block.kind()) {
                                case PARAGRAPH -> flow(block);
                                case ITEM -> item(block);
                                case CODE -> code(block);
                            });
        }
    }

    private Node item(Prose.Block block) {
        Label bullet = new Label("•");
        bullet.setMinWidth(USE_PREF_SIZE);
        TextFlow flow = flow(block);
        HBox.setHgrow(flow, Priority.ALWAYS);
        HBox item = new HBox(bullet, flow);
        item.getStyleClass().add("prose-item");
        return item;
    }

    private static Node code(Prose.Block block) {
        Label label = new Label(block.plain());
        label.getStyleClass().add("prose-code-block");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private TextFlow flow(Prose.Block block) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("prose-block");
        flow.setAccessibleRole(AccessibleRole.TEXT);
        flow.setAccessibleText(block.plain());
        flow.setMinWidth(0);
        flow.setMinHeight(USE_PREF_SIZE);
        block.spans().forEach(span -> flow.getChildren().add(span.link().isEmpty() ? text(span) : link(span)));
        return flow;
    }

    private static Node text(Prose.Span span) {
        Text text = new Text(span.text());
        text.getStyleClass().add("prose-text");
        switch (span.style()) {
            case PLAIN -> {}
            case EMPHASIS -> text.getStyleClass().add("prose-emphasis");
            case STRONG -> text.getStyleClass().add("prose-strong");
            case CODE -> text.getStyleClass().add("prose-code");
        }
        return text;
    }

    private Node link(Prose.Span span) {
        Hyperlink link = new Hyperlink(span.text());
        link.getStyleClass().add("prose-link");
        link.setAccessibleHelp("Opens " + span.link());
        link.setOnAction(event -> browser.accept(span.link()));
        return link;
    }
}
