package org.coreograph.app;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import javafx.application.HostServices;
import javafx.stage.Stage;
import org.coreograph.engine.Engine;
import org.coreograph.gallery.Gallery;
import org.coreograph.gallery.Lectures;
import org.coreograph.gallery.Lessons;
import org.coreograph.picture.PictureExport;
import org.coreograph.picture.Typeface;
import org.coreograph.ui.Theme;
import org.coreograph.ui.WindowView;
import org.coreograph.ui.export.Exports;
import org.coreograph.ui.export.FileDialogs;
import org.coreograph.ui.export.NativeFileDialogs;
import org.coreograph.ui.export.SystemClipboard;
import org.coreograph.ui.frame.Background;
import org.coreograph.ui.frame.FrameLoop;
import org.coreograph.viewmodel.EngineRuns;
import org.coreograph.viewmodel.RunWorker;
import org.coreograph.viewmodel.Workbench;
import org.coreograph.viewmodel.code.CodeModel;
import org.coreograph.viewmodel.code.LineWorker;
import org.coreograph.viewmodel.lecture.LectureDesk;
import org.coreograph.viewmodel.lesson.LessonDesk;

/** Puts the window together. */
final class WindowModule extends AbstractModule {
    private final Stage stage;
    private final HostServices host;

    WindowModule(Stage stage, HostServices host) {
        this.stage = stage;
        this.host = host;
    }

    @Provides
    @Singleton
    LongSupplier ticker() {
        return System::nanoTime;
    }

    @Provides
    @Singleton
    FrameLoop frames(LongSupplier ticker) {
        return new FrameLoop(ticker);
    }

    @Provides
    @Singleton
    Gallery gallery() {
        return new Gallery();
    }

    @Provides
    @Singleton
    EngineRuns runs(Gallery gallery) {
        return new EngineRuns(new Engine(), gallery);
    }

    @Provides
    @Singleton
    CodeModel code(Gallery gallery, EngineRuns runs, FrameLoop frames) {
        return new CodeModel(gallery, LineWorker.start(runs, frames::requestFrame), frames::requestFrame);
    }

    @Provides
    @Singleton
    RunWorker worker(EngineRuns runs, FrameLoop frames, LongSupplier ticker) {
        return RunWorker.start(runs, frames, ticker);
    }

    @Provides
    @Singleton
    LessonDesk lessons(Gallery gallery, EngineRuns runs, FrameLoop frames) {
        return new LessonDesk(gallery, () -> Lessons.load(gallery), runs::start, frames::requestFrame);
    }

    @Provides
    @Singleton
    Workbench workbench(Gallery gallery, LessonDesk lessons, RunWorker worker, FrameLoop frames, LongSupplier ticker) {
        LectureDesk lecture = new LectureDesk(new Lectures(gallery), frames::requestFrame);
        return new Workbench(gallery, lessons, lecture, worker, frames, ticker);
    }

    @Provides
    @Singleton
    ExecutorService exporter() {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("coreograph-export").factory());
    }

    @Provides
    @Singleton
    Typeface typeface() {
        return new Typeface();
    }

    @Provides
    @Singleton
    PictureExport pictures(Typeface typeface) {
        return new PictureExport(typeface, Runtime.getRuntime().availableProcessors());
    }

    @Provides
    @Singleton
    Background background(ExecutorService exporter, FrameLoop frames) {
        return new Background(exporter, frames);
    }

    @Provides
    @Singleton
    FileDialogs dialogs() {
        return new NativeFileDialogs(stage);
    }

    @Provides
    @Singleton
    Exports exports(Workbench workbench, PictureExport pictures, FileDialogs dialogs, Background background) {
        SystemClipboard clipboard = new SystemClipboard();
        return new Exports(workbench, pictures, dialogs, clipboard, clipboard, background);
    }

    @Provides
    @Singleton
    WindowView view(
            Workbench workbench,
            CodeModel code,
            Exports exports,
            FileDialogs dialogs,
            Background background,
            Typeface typeface,
            FrameLoop frames) {
        return new WindowView(
                workbench,
                code,
                exports,
                dialogs,
                background,
                new Theme(),
                typeface,
                Runtime.getRuntime().availableProcessors(),
                frames,
                host::showDocument);
    }
}
