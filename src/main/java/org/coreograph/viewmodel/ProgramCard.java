package org.coreograph.viewmodel;

import org.coreograph.gallery.GalleryProgram;

/**
 * A program as the window offers it.
 *
 * @param draws whether the program itself draws by the seed
 */
public record ProgramCard(String id, String title, boolean draws) {
    static ProgramCard of(GalleryProgram program) {
        return new ProgramCard(program.id(), program.title(), program.draws());
    }
}
