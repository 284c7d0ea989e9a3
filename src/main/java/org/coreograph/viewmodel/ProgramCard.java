package org.coreograph.viewmodel;

import org.coreograph.gallery.GalleryProgram;

/** A program as the window offers it. */
public record ProgramCard(String id, String title) {
    static ProgramCard of(GalleryProgram program) {
        return new ProgramCard(program.id(), program.title());
    }
}
