package org.coreograph.gallery;

import java.util.List;
import java.util.stream.Collectors;
import org.coreograph.model.BadInputException;
import org.coreograph.model.RunRequest;
import org.coreograph.program.Program;

/** All built-in programs, in the order in which a class meets them. Immutable. */
public final class Gallery {
    private final List<GalleryProgram> programs;

    /** Makes the gallery that comes with Coreograph. */
    public Gallery() {
        this(List.of(
                new TwoLoops(),
                new Multitasking(),
                new Context(),
                new Race(),
                new ArraySplit(),
                new Counter(),
                new Unbuffered(),
                new Buffered(),
                new FanIn(),
                new Pipeline(),
                new WebServer(),
                new Philosophers(),
                new Amdahl(),
                new Jobs(),
                new PingPong()));
    }

    /** Makes a gallery of other programs. */
    public Gallery(List<GalleryProgram> programs) {
        this.programs = List.copyOf(programs);
    }

    public List<GalleryProgram> programs() {
        return programs;
    }

    /** @throws BadInputException if no program has that id; the message lists them */
    public GalleryProgram find(String id) {
        return programs.stream()
                .filter(program -> program.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new BadInputException("unknown program '" + id + "': choose one of "
                        + programs.stream().map(GalleryProgram::id).collect(Collectors.joining(", "))));
    }

    /** @throws BadInputException if there is no such program or it can't take the arguments */
    public Program create(RunRequest request) {
        GalleryProgram program = find(request.program());
        return program.create(new Arguments(program, request.arguments()));
    }

    /** @throws BadInputException if there is no such program, or a parameter or its value is not one of it */
    void check(RunRequest request) {
        new Arguments(find(request.program()), request.arguments());
    }
}
