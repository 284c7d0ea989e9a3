package org.coreograph.model;

/**
 * An object that tasks share, as it was made.
 *
 * @param name its own, without its kind; may be empty
 * @param capacity how many values, permits, tasks or parties it has room for, by its kind; 0 where that means nothing
 */
public record ObjectInfo(ObjectKind kind, String name, long capacity) {
    /** @throws IllegalArgumentException if the capacity is below 0 */
    public ObjectInfo {
        if (capacity < 0) {
            throw new IllegalArgumentException(
                    "a " + kind.title() + "'s capacity must be 0 or more, but was " + capacity);
        }
    }

    /** Makes one that has no capacity. */
    public static ObjectInfo of(ObjectKind kind, String name) {
        return new ObjectInfo(kind, name, 0);
    }

    /** Returns what it is called wherever it is named, such as {@code mutex score}. */
    public String title() {
        return name.isEmpty() ? kind.title() : kind.title() + " " + name;
    }
}
