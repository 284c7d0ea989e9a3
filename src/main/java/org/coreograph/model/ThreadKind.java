package org.coreograph.model;

/** What kind of Java thread carries each task. */
public enum ThreadKind implements Named {
    /** A thread of the operating system. */
    PLATFORM("platform", "Platform threads"),
    /** A thread of the JDK, carried by a few platform threads. */
    VIRTUAL("virtual", "Virtual threads");

    private final String id;
    private final String title;

    ThreadKind(String id, String title) {
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
