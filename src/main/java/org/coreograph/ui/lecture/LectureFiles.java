package org.coreograph.ui.lecture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.coreograph.picture.WholeFile;
import org.coreograph.ui.export.FileDialogs;
import org.coreograph.ui.export.FileKind;
import org.coreograph.ui.frame.Background;
import org.coreograph.viewmodel.Message;
import org.coreograph.viewmodel.Workbench;
import org.coreograph.viewmodel.lecture.LectureDesk;
import org.coreograph.viewmodel.lecture.LectureFile;

/** Opens and saves lectures. Used by the JavaFX thread. */
public final class LectureFiles {
    private static final String SUGGESTED = "lecture" + LectureFile.ENDING;

    private final Workbench workbench;
    private final LectureDesk desk;
    private final FileDialogs dialogs;
    private final Background background;

    public LectureFiles(Workbench workbench, FileDialogs dialogs, Background background) {
        this.workbench = workbench;
        this.dialogs = dialogs;
        this.background = background;
        desk = workbench.lecture();
    }

    /** Returns whether the lecture may be put away: it is saved, or a person agrees to lose it. */
    public boolean mayPutAway() {
        return !desk.unsaved() || dialogs.mayLose("The lecture " + desk.state().name());
    }

    /** Begins a new lecture. */
    void begin() {
        if (mayPutAway()) {
            desk.begin();
        }
    }

    /** Opens the lecture that comes with Coreograph. */
    void openShipped() {
        if (mayPutAway()) {
            read(desk::shipped);
        }
    }

    /** Asks for a file, and opens the lecture in it. */
    public void open() {
        if (mayPutAway()) {
            dialogs.whatToOpen(FileKind.LECTURE).ifPresent(this::read);
        }
    }

    /** Opens a file; a lecture that isn't saved is asked for before. */
    public void open(Path file) {
        if (mayPutAway()) {
            read(file);
        }
    }

    private void read(Path file) {
        read(() -> {
            try {
                return desk.read(file);
            } catch (IOException e) {
                throw new IOException(file.getFileName() + ": " + WholeFile.reason(e), e);
            }
        });
    }

    private void read(Callable<LectureFile> source) {
        background.run(
                source,
                lecture -> {
                    desk.open(lecture);
                    int states = lecture.states();
                    workbench.say(Message.done("Opened " + lecture.name() + ": " + states
                            + (states == 1 ? " state" : " states") + ". Page Down shows the next one."));
                },
                why -> workbench.say(Message.trouble("Could not open the lecture: " + why)));
    }

    /** Saves the lecture to its file; where it has none, asks for one. */
    public void save() {
        if (desk.state().isEmpty()) {
            workbench.say(Message.trouble("There is nothing to save: record a state first."));
            return;
        }
        desk.path().or(this::ask).ifPresent(this::write);
    }

    /** Asks for a file, and saves the lecture to it. */
    void saveAs() {
        ask().ifPresent(this::write);
    }

    private Optional<Path> ask() {
        String name =
                desk.path().map(path -> String.valueOf(path.getFileName())).orElse(SUGGESTED);
        return dialogs.fileToSave(FileKind.LECTURE, name);
    }

    private void write(Path file) {
        LectureFile lecture = desk.toSave(file);
        byte[] content = lecture.content();
        background.run(
                () -> {
                    WholeFile.write(file, stream -> stream.write(content));
                    return lecture;
                },
                written -> {
                    desk.saved(written);
                    workbench.say(Message.done("Saved " + file.toAbsolutePath() + "."));
                },
                why -> workbench.say(Message.trouble("Could not save " + file + ": " + why)));
    }
}
