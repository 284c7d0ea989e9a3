package org.coreograph.gallery;

import org.coreograph.model.Named;

/** The values of a parameter that is on or off. */
enum Toggle implements Named {
    OFF("off", "Off"),
    ON("on", "On");

    private final String id;
    private final String title;

    Toggle(String id, String title) {
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
