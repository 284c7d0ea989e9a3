package org.coreograph.cli;

import com.google.gson.annotations.SerializedName;
import java.util.Arrays;
import java.util.List;
import org.coreograph.gallery.Gallery;
import org.coreograph.gallery.GalleryProgram;
import org.coreograph.gallery.Parameter;
import org.coreograph.model.PolicyKind;
import org.coreograph.model.SettingName;
import org.jspecify.annotations.Nullable;

/** All that can be chosen, component by component as {@code list --json} writes it. */
record Catalogue(List<Program> programs, List<String> policies, List<Setting> settings) {
    record Program(String id, String title, List<Value> parameters) {}

    /** A parameter of a program; the limits of a list hold for each of its values, and a choice has none. */
    record Value(
            String name,
            @SerializedName("default") String defaultText,
            String unit,
            @Nullable Long min,
            @Nullable Long max) {}

    record Setting(String name, @SerializedName("default") String defaultText) {}

    static Catalogue of(Gallery gallery) {
        return new Catalogue(
                gallery.programs().stream().map(Catalogue::program).toList(),
                Arrays.stream(PolicyKind.values()).map(PolicyKind::id).toList(),
                Arrays.stream(SettingName.values())
                        .map(name -> new Setting(name.id(), name.defaultText()))
                        .toList());
    }

    private static Program program(GalleryProgram program) {
        return new Program(
                program.id(),
                program.title(),
                program.parameters().stream().map(Catalogue::value).toList());
    }

    private static Value value(Parameter parameter) {
        return new Value(
                parameter.name(),
                parameter.defaultText(),
                parameter.unit(),
                parameter.type().min(),
                parameter.type().max());
    }
}
