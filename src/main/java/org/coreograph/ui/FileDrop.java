package org.coreograph.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.coreograph.model.BadInputException;
import org.coreograph.model.RunRequest;
import org.coreograph.picture.PictureRequests;
import org.coreograph.ui.export.FileKind;
import org.coreograph.ui.frame.Background;
import org.coreograph.ui.lecture.LectureFiles;
import org.coreograph.viewmodel.Message;
import org.coreograph.viewmodel.Workbench;

/** Opens a file that is dropped on the window: what a picture shows is asked for again, and a lecture is opened. */
final class FileDrop {
    /** No picture of ours is larger. */
    private static final long MAX_BYTES = 500_000_000;

    private final Workbench workbench;
    private final LectureFiles lectures;
    private final Background background;

    FileDrop(Workbench workbench, LectureFiles lectures, Background background) {
        this.workbench = workbench;
        this.lectures = lectures;
        this.background = background;
    }

    void install(Node target) {
        target.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        target.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            if (event.getDragboard().hasFiles()) {
                open(event.getDragboard().getFiles().getFirst().toPath());
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    /** Opens a file, or says why not. */
    void open(Path file) {
        if (FileKind.LECTURE.names(file)) {
            lectures.open(file);
        } else {
            background.run(
                    () -> requests(file), requests -> reopen(requests.getLast(), file), why -> complain(file, why));
        }
    }

    private static List<RunRequest> requests(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new BadInputException("it is too large");
        }
        return PictureRequests.read(Files.readAllBytes(file));
    }

    private void reopen(RunRequest request, Path file) {
        try {
            workbench.reopen(request);
        } catch (BadInputException e) {
            complain(file, String.valueOf(e.getMessage()));
        }
    }

    private void complain(Path file, String why) {
        workbench.say(Message.trouble("Could not open " + file.getFileName() + ": " + why));
    }
}
