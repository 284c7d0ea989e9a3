package org.coreograph.viewmodel;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
        ProgramCard program,
        List<ParameterField> fields,
        Settings settings,
        @Nullable String trouble) {
    public Setup {
        fields = List.copyOf(fields);
    }

    /** Returns the same with other settings. */
    Setup with(Settings newSettings) {
        return new Setup(program, fields, newSettings, trouble);
    }

    /** Returns whether this can be run. */
    public boolean usable() {
        return trouble == null && fields.stream().allMatch(field -> field.trouble() == null);
    }

    /** Returns whether another seed can give another run: nothing is drawn under the measured clock. */
    public boolean seeded() {
        return settings.simulated() && (program.draws() || settings.draws());
    }

    /** Returns the request for the run on the slider's cores. Parameters at their defaults are not named in it. */
    public RunRequest request() {
        Map<String, String> texts = fields.stream()
                .filter(ParameterField::given)
                .collect(Collectors.toMap(ParameterField::name, ParameterField::text));
        return new RunRequest(program.id(), texts, settings);
    }
}
