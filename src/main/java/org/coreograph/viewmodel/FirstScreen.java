package org.coreograph.viewmodel;

import org.coreograph.analysis.RunReport;
import org.coreograph.gallery.Gallery;
import org.coreograph.model.RunRequest;

/** What the window opens with, for where there is no window. */
public final class FirstScreen {
    private final Gallery gallery;
    private final RunStarter starter;

    public FirstScreen(Gallery gallery, RunStarter starter) {
        this.gallery = gallery;
        this.starter = starter;
    }

    /** Runs what the window shows first, and waits for it. */
    public Shown run() throws InterruptedException {
        RunRequest request = new Setups(gallery).first().request();
        RunReport one = starter.start(request.withSettings(request.settings().withCores(1)))
                .await();
        return new Shown(one, starter.start(request).await(), null);
    }
}
