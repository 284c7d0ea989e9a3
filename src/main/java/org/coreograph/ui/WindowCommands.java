package org.coreograph.ui;

/** What keys ask of the window itself, beyond what the workbench does. */
interface WindowCommands {
    /** Exports the picture. */
    void export();

    /** Copies the command line that makes the run. */
    void copyCommandLine();

    /** Shows or hides the list of keys. */
    void toggleHelp();

    void toggleSettings();

    /** Shows or hides how long frames take. */
    void toggleFrameTimes();

    /** Shows or hides what goes on at the playhead. */
    void togglePlayheadFacts();

    /** Shows what can be chosen. */
    void openGallery();

    /** Asks for a lecture, and shows it. */
    void openLecture();

    void saveLecture();
}
