package org.coreograph.ui;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.coreograph.model.BadInputException;
import org.coreograph.model.RunRequest;
import org.coreograph.picture.PictureRequests;
import org.coreograph.viewmodel.Message;
import org.coreograph.viewmodel.Workbench;

/** Opens a picture that is dropped on the window: what it shows is asked for again. */
final class PictureDrop {
    /** No picture of ours is larger. */
    private static final long MAX_BYTES = 500_000_000;

    private final Workbench workbench;

    PictureDrop(Workbench workbench) {
        this.workbench = workbench;
    }

    void install(Node target) {
        target.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        target.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            List<File> files = event.getDragboard().getFiles();
            if (!files.isEmpty()) {
                open(files.getFirst());
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    /** Opens a file, or says why not. */
    void open(File file) {
        try {
            if (file.length() > MAX_BYTES) {
                throw new BadInputException("it is too large");
            }
            List<RunRequest> requests = PictureRequests.read(Files.readAllBytes(file.toPath()));
            workbench.reopen(requests.getLast());
        } catch (BadInputException | IOException e) {
            workbench.say(Message.trouble("Could not open " + file.getName() + ": " + e.getMessage()));
        }
    }
}
