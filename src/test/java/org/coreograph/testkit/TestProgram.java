package org.coreograph.testkit;

import java.util.List;
import org.coreograph.gallery.Arguments;
import org.coreograph.gallery.GalleryProgram;
import org.coreograph.gallery.Parameter;
import org.coreograph.program.Program;

/** A program in a gallery for a test: an id and code, with no parameters. */
public record TestProgram(String id, Program program) implements GalleryProgram {
    @Override
    public String title() {
        return "Test program " + id;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public Program create(Arguments arguments) {
        return program;
    }
}
