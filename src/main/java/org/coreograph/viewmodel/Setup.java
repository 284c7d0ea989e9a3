package org.coreograph.viewmodel;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.coreograph.gallery.Arguments;
import org.coreograph.gallery.GalleryProgram;
import org.coreograph.model.BadInputException;
import org.coreograph.model.RunRequest;
import org.coreograph.model.Settings;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for: a program, its parameters as they stand in their fields, and settings, whose cores are those of
 * the slider. Immutable.
 *
 * @param trouble why the parameters don't go together though each is right by itself, in one line, or null
 */
public record Setup(
        GalleryProgram program,
        List<ParameterField> fields,
        Settings settings,
        @Nullable String trouble) {
    public Setup {
        fields = List.copyOf(fields);
    }

    /** Returns a program with its defaults. */
    static Setup of(GalleryProgram program, Settings settings) {
        List<ParameterField> fields = program.parameters().stream()
                .map(parameter -> new ParameterField(parameter, parameter.defaultText(), null))
                .toList();
        return new Setup(program, fields, settings, null);
    }

    /** Returns the same with other settings. */
    Setup with(Settings newSettings) {
        return new Setup(program, fields, newSettings, trouble);
    }

    /** Returns the same with a text typed into a parameter's field. */
    Setup withText(String name, String text) {
        List<ParameterField> checked = fields.stream()
                .map(field -> field.parameter().name().equals(name) ? check(field, text) : field)
                .toList();
        Setup typed = new Setup(program, checked, settings, null);
        return new Setup(program, checked, settings, typed.usable() ? typed.misfit() : null);
    }

    private ParameterField check(ParameterField field, String text) {
        return new ParameterField(
                field.parameter(),
                text,
                complaint(() -> new Arguments(program, Map.of(field.parameter().name(), text))));
    }

    private @Nullable String misfit() {
        return complaint(() -> program.create(new Arguments(program, texts())));
    }

    private static @Nullable String complaint(Runnable check) {
        try {
            check.run();
            return null;
        } catch (BadInputException e) {
            return e.getMessage();
        }
    }

    private Map<String, String> texts() {
        return fields.stream()
                .collect(Collectors.toMap(field -> field.parameter().name(), ParameterField::text));
    }

    /** Returns whether this can be run. */
    public boolean usable() {
        return trouble == null && fields.stream().allMatch(field -> field.trouble() == null);
    }

    /** Returns the request for the run on the slider's cores. */
    public RunRequest request() {
        return new RunRequest(program.id(), texts(), settings);
    }
}
