package org.coreograph.ui;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.coreograph.picture.Palette;
import org.coreograph.ui.code.CodePane;
import org.coreograph.ui.export.Exports;
import org.coreograph.ui.lecture.LectureFiles;
import org.coreograph.ui.lecture.LecturePane;
import org.coreograph.ui.lesson.GalleryPane;
import org.coreograph.viewmodel.Workbench;
import org.coreograph.viewmodel.WorkbenchState;
import org.coreograph.viewmodel.code.CodeModel;
import org.coreograph.viewmodel.lesson.GalleryEntry;

/** What is beside the picture to be read: a tab for each kind of it. */
final class LeftPane extends TabPane {
    private final Workbench workbench;
    private final CodeModel code;
    private final LessonPane lesson;
    private final CodePane texts;
    private final GalleryPane gallery;
    private final LecturePane lecture;
    private final Tab lessonTab;
    private final Tab codeTab;
    private final Tab galleryTab;
    private final Tab lectureTab;
    private final Runnable chosen;

    /**
     * @param browser opens the address of a link
     * @param chosen is told when a person has chosen a lesson in the gallery
     * @param requestFrame asks for a frame
     */
    LeftPane(
            Workbench workbench,
            CodeModel code,
            Exports exports,
            LectureFiles lectures,
            Consumer<String> browser,
            Runnable chosen,
            Runnable requestFrame) {
        this.workbench = workbench;
        this.code = code;
        this.chosen = chosen;
        lesson = new LessonPane(workbench, exports, browser);
        texts = new CodePane(code, text -> exports.copyText(text, "Copied the Go twin."));
        gallery = new GalleryPane(workbench, this::choose);
        lecture = new LecturePane(workbench, lectures);
        setId("left-pane");
        getStyleClass().addAll("side-pane", "left-pane");
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        setTabDragPolicy(TabDragPolicy.FIXED);
        setTabMinWidth(0);
        setAccessibleText("Lesson, code, gallery and lecture");
        lessonTab = addTab("tab-lesson", "Lesson", lesson);
        codeTab = addTab("tab-code", "Code", texts);
        galleryTab = addTab("tab-gallery", "Gallery", gallery);
        lectureTab = addTab("tab-lecture", "Lecture", lecture);
        getSelectionModel().selectedItemProperty().addListener((property, before, now) -> requestFrame.run());
    }

    private Tab addTab(String id, String title, Node content) {
        Tab tab = new Tab(title, content);
        tab.setId(id);
        getTabs().add(tab);
        return tab;
    }

    /** Shows the gallery, to look for a lesson. */
    void openGallery() {
        getSelectionModel().select(galleryTab);
        gallery.begin();
    }

    /** Shows the lecture. */
    void openLecture() {
        getSelectionModel().select(lectureTab);
    }

    private void choose(GalleryEntry entry) {
        workbench.openLesson(entry);
        getSelectionModel().select(lessonTab);
        chosen.run();
    }

    /** Saves the lecture, with what is being typed into it. */
    void saveLecture() {
        lecture.save();
    }

    /** Shows a state of the window, which has some width. */
    void show(WorkbenchState state, Palette palette, double windowPx, long nowNanos) {
        lesson.show(state);
        gallery.show(state.lesson());
        lecture.show(state.lecture());
        boolean reading = getScene() != null && codeTab.isSelected();
        setStyle(reading ? "-fx-pref-width: " + Math.round(texts.widthPx(windowPx)) + "px;" : "");
        code.setVisible(reading);
        code.frame(
                state.shown().runs(),
                workbench.settled(),
                state.playback().playheadNanos(),
                state.playback().playing(),
                nowNanos);
        texts.show(code.state(), palette);
    }
}
