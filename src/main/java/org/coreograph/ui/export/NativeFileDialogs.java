package org.coreograph.ui.export;

import java.io.File;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The platform's own dialogs. They ask before an existing file is chosen. */
public final class NativeFileDialogs implements FileDialogs {
    private final Window owner;
    /** Where a file of a kind was chosen last. */
    private final Map<FileKind, File> folders = new EnumMap<>(FileKind.class);

    public NativeFileDialogs(Window owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> whereToSave(FileKind kind, String suggestedName) {
        FileChooser chooser = chooser(kind, "Save " + kind.title());
        chooser.setInitialFileName(suggestedName);
        return chosen(kind, chooser.showSaveDialog(owner));
    }

    @Override
    public Optional<Path> whatToOpen(FileKind kind) {
        return chosen(kind, chooser(kind, "Open " + kind.title()).showOpenDialog(owner));
    }

    private FileChooser chooser(FileKind kind, String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind.plural(), kind.pattern()));
        File folder = folders.get(kind);
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }

    private Optional<Path> chosen(FileKind kind, @Nullable File file) {
        if (file != null && file.getParentFile() != null) {
            folders.put(kind, file.getParentFile());
        }
        return Optional.ofNullable(file).map(File::toPath);
    }

    @Override
    public boolean mayReplace(Path file) {
        return confirmed(file.getFileName() + " exists. Replace it?", "Replace");
    }

    @Override
    public boolean mayLose(String what) {
        return confirmed(what + " isn't saved. Go on without saving it?", "Don't save");
    }

    private boolean confirmed(String question, String yes) {
        ButtonType agreed = new ButtonType(yes, ButtonBar.ButtonData.OK_DONE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, question, agreed, ButtonType.CANCEL);
        alert.initOwner(owner);
        alert.setHeaderText(null);
        return alert.showAndWait().filter(agreed::equals).isPresent();
    }
}
