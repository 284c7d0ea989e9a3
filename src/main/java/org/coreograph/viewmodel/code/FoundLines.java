package org.coreograph.viewmodel.code;

import org.coreograph.trace.CodeLines;

/** What came of looking for the lines of a run. */
public sealed interface FoundLines {
    /** They are known. */
    record Known(CodeLines lines) implements FoundLines {}

    /** They can't be known; the reason is one line. */
    record Unknown(String reason) implements FoundLines {}

    /** Another run was wanted first; they may be looked for again. */
    record GaveWay() implements FoundLines {}
}
