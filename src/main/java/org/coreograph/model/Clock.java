package org.coreograph.model;

/** Which clock a run goes by. A picture always says which: a modelled time is never shown as a measured one. */
public enum Clock implements Named {
    /** Time moves only through declared costs: exact, and the same on every machine. */
    SIMULATED("simulated", "Simulated"),
    /** {@code System.nanoTime} of this machine, just now. */
    MEASURED("measured", "Measured");

    private final String id;
    private final String title;

    Clock(String id, String title) {
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
