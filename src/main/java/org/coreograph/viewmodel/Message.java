package org.coreograph.viewmodel;

/** A line that tells the person what was done or what failed. */
public record Message(Kind kind, String text) {
    public enum Kind {
        DONE,
        TROUBLE
    }

    public static Message done(String text) {
        return new Message(Kind.DONE, text);
    }

    public static Message trouble(String text) {
        return new Message(Kind.TROUBLE, text);
    }
}
