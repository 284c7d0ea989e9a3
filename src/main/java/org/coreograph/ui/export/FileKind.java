package org.coreograph.ui.export;

import java.nio.file.Path;
import java.util.Locale;
import org.coreograph.viewmodel.lecture.LectureFile;

/** What a person may be asked for a file of. */
public enum FileKind {
    PICTURE("picture", "PNG pictures", ".png"),
    LECTURE("lecture", "Lectures", LectureFile.ENDING);

    private final String title;
    private final String plural;
    private final String ending;

    FileKind(String title, String plural, String ending) {
        this.title = title;
        this.plural = plural;
        this.ending = ending;
    }

    /** Returns what it is called in a sentence. */
    String title() {
        return title;
    }

    String plural() {
        return plural;
    }

    /** Returns which files are of this kind. */
    String pattern() {
        return "*" + ending;
    }

    /** Returns whether a file's name ends as those of this kind do. */
    public boolean names(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /** Returns a file with the ending of this kind. */
    public Path withEnding(Path file) {
        return names(file) ? file : file.resolveSibling(file.getFileName() + ending);
    }
}
