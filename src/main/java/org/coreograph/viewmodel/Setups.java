package org.coreograph.viewmodel;

import java.util.List;
import java.util.Map;
import org.coreograph.gallery.Arguments;
import org.coreograph.gallery.Gallery;
import org.coreograph.gallery.GalleryProgram;
import org.coreograph.gallery.Parameter;
import org.coreograph.model.BadInputException;
import org.coreograph.model.RunRequest;
import org.coreograph.model.Settings;
import org.jspecify.annotations.Nullable;

/** Makes setups of the gallery's programs, and checks what is typed into their fields. Immutable. */
final class Setups {
    private final Gallery gallery;

    Setups(Gallery gallery) {
        this.gallery = gallery;
    }

    /** Returns what the window opens with: the gallery's first program. */
    Setup first() {
        GalleryProgram program = gallery.programs().getFirst();
        return of(program, Settings.DEFAULTS.withCores(2).withQuantumNanos(program.quantumNanos()));
    }

    /** Returns another program with its defaults; the quantum is the one that suits it, unless a person changed it. */
    Setup instead(Setup setup, String id) {
        GalleryProgram program = gallery.find(id);
        Settings settings = setup.settings();
        boolean untouched =
                settings.quantumNanos() == gallery.find(setup.program().id()).quantumNanos();
        return of(program, untouched ? settings.withQuantumNanos(program.quantumNanos()) : settings);
    }

    /** Returns a program as its lesson supposes: all by default, but for the cores, the clock and the threads there are. */
    Setup fresh(Setup setup, String id) {
        GalleryProgram program = gallery.find(id);
        Settings settings = setup.settings();
        return of(
                program,
                Settings.DEFAULTS
                        .withQuantumNanos(program.quantumNanos())
                        .withCores(settings.cores())
                        .withClock(settings.clock())
                        .withThreads(settings.threads()));
    }

    private Setup of(GalleryProgram program, Settings settings) {
        List<ParameterField> fields =
                program.parameters().stream().map(Setups::field).toList();
        return new Setup(ProgramCard.of(program), fields, settings, null);
    }

    private static ParameterField field(Parameter parameter) {
        return new ParameterField(
                parameter.name(),
                parameter.title(),
                parameter.unit(),
                parameter.type().options(),
                parameter.defaultText(),
                false,
                null);
    }

    /**
     * Returns what a request asks for.
     *
     * @throws BadInputException if there is no such program, or it can't take the arguments
     */
    Setup of(RunRequest request) {
        gallery.create(request);
        Setup setup = of(gallery.find(request.program()), request.settings());
        for (Map.Entry<String, String> argument : request.arguments().entrySet()) {
            setup = typed(setup, argument.getKey(), argument.getValue());
        }
        return setup;
    }

    /** Returns a setup with a text typed into a parameter's field. */
    Setup typed(Setup setup, String name, String text) {
        GalleryProgram program = gallery.find(setup.program().id());
        List<ParameterField> fields = setup.fields().stream()
                .map(field -> field.name().equals(name) ? typed(program, field, text) : field)
                .toList();
        Setup typed = new Setup(setup.program(), fields, setup.settings(), null);
        String misfit = typed.usable() ? complaint(() -> gallery.create(typed.request())) : null;
        return new Setup(setup.program(), fields, setup.settings(), misfit);
    }

    private static ParameterField typed(GalleryProgram program, ParameterField field, String text) {
        String trouble = complaint(() -> new Arguments(program, Map.of(field.name(), text)));
        return field.typed(text, trouble);
    }

    private static @Nullable String complaint(Runnable check) {
        try {
            check.run();
            return null;
        } catch (BadInputException e) {
            return e.getMessage();
        }
    }
}
