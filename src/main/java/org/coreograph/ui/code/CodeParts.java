package org.coreograph.ui.code;

import org.coreograph.model.Named;

/** Which texts of a program are in sight. */
enum CodeParts implements Named {
    JAVA("show-java", "Java"),
    GO("show-go", "Go"),
    BOTH("show-both", "Both");

    private final String id;
    private final String title;

    CodeParts(String id, String title) {
        this.id = id;
        this.title = title;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }
}
