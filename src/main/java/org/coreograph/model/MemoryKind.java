package org.coreograph.model;

/** What memory the cores have. */
public enum MemoryKind implements Named {
    /** One memory for all, in lines of 64 bytes that cores hold copies of. */
    SHARED("shared", "Shared memory"),
    /** Each core has a memory and a queue of its own; what is shared is sent. */
    DISTRIBUTED("distributed", "Distributed memory");

    private final String id;
    private final String title;

    MemoryKind(String id, String title) {
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
