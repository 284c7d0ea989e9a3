package org.coreograph.picture;

/**
 * How a text is set.
 *
 * @param sizePx the size of the type, more than 0
 */
public record TextStyle(Weight weight, double sizePx) {
    /** The weights that come with the program. */
    public enum Weight {
        REGULAR,
        MEDIUM,
        BOLD
    }

    public static TextStyle regular(double sizePx) {
        return new TextStyle(Weight.REGULAR, sizePx);
    }

    public static TextStyle medium(double sizePx) {
        return new TextStyle(Weight.MEDIUM, sizePx);
    }

    public static TextStyle bold(double sizePx) {
        return new TextStyle(Weight.BOLD, sizePx);
    }
}
