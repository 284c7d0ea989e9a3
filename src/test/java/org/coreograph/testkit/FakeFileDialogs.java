package org.coreograph.testkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coreograph.ui.export.FileDialogs;
import org.coreograph.ui.export.FileKind;
import org.jspecify.annotations.Nullable;

/** A person who always gives the same answers. */
public final class FakeFileDialogs implements FileDialogs {
    private final List<String> suggested = new ArrayList<>();
    private final List<Path> askedToReplace = new ArrayList<>();
    private @Nullable Path answer;
    private final List<String> askedToLose = new ArrayList<>();
    private boolean mayReplace;
    private boolean mayLose;

    /** Chooses a file from now on; null for none. */
    public void choose(@Nullable Path file) {
        answer = file;
    }

    /** Says whether files may be replaced. */
    public void allowReplacing(boolean allowed) {
        mayReplace = allowed;
    }

    /** Says whether what isn't saved may be lost. */
    public void allowLosing(boolean allowed) {
        mayLose = allowed;
    }

    public List<String> askedToLose() {
        return askedToLose;
    }

    public List<String> suggested() {
        return suggested;
    }

    public List<Path> askedToReplace() {
        return askedToReplace;
    }

    @Override
    public Optional<Path> whereToSave(FileKind kind, String suggestedName) {
        suggested.add(suggestedName);
        return Optional.ofNullable(answer);
    }

    @Override
    public boolean mayReplace(Path file) {
        askedToReplace.add(file);
        return mayReplace;
    }

    @Override
    public Optional<Path> whatToOpen(FileKind kind) {
        return Optional.ofNullable(answer);
    }

    @Override
    public boolean mayLose(String what) {
        askedToLose.add(what);
        return mayLose;
    }
}
