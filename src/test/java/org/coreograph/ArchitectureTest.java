package org.coreograph;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A folder is a room with one purpose, and the imports between the rooms point one way. */
class ArchitectureTest {
    private static final String ROOT = "org.coreograph";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    /** The rooms that a room may import, and why it may import no others. {@code app} may import every room. */
    private static final Map<String, Door> DOORS = Map.ofEntries(
            room("model", "it is the vocabulary everyone shares, and knows nobody"),
            room("program", "it is what programs are written in, whoever runs them", "model"),
            room("scheduler", "a policy is pure: it chooses among tasks and is handed its randomness", "model"),
            room("trace", "a trace is kept the same way whoever wrote it", "model"),
            room(
                    "engine",
                    "it writes events to a sink and never knows who reads them",
                    "scheduler",
                    "program",
                    "model"),
            room("timeline", "it folds a trace to a draw list, and is tested without a screen", "trace", "model"),
            room("analysis", "it makes numbers out of a trace", "trace", "model"),
            room("gallery", "it holds programs and their lessons, and runs nothing", "program", "model"),
            room(
                    "viewmodel",
                    "it holds what the views show, without knowing the views",
                    "engine",
                    "gallery",
                    "trace",
                    "analysis",
                    "timeline",
                    "model"),
            room(
                    "picture",
                    "the same painter draws for the window and for files",
                    "timeline",
                    "analysis",
                    "trace",
                    "model"),
            room(
                    "ui",
                    "views read their view model; only it talks to the engine",
                    "viewmodel",
                    "picture",
                    "timeline",
                    "trace",
                    "analysis",
                    "model"),
            room(
                    "cli",
                    "the command line works where there is no window",
                    "engine",
                    "gallery",
                    "trace",
                    "analysis",
                    "timeline",
                    "picture",
                    "model"));

    private record Door(Set<String> imports, String because) {}

    private static Map.Entry<String, Door> room(String name, String because, String... imports) {
        return Map.entry(name, new Door(Set.of(imports), because));
    }

    private static Stream<Arguments> doors() {
        return DOORS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(door -> Arguments.of(door.getKey(), door.getValue()));
    }

    @Test
    void everyRoomWasSeenAndNoOtherExists() {
        Set<String> seen = CLASSES.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(ArchitectureTest::roomOf)
                .collect(Collectors.toSet());
        assertThat(seen)
                .as("rooms with classes in them: a rule about an empty room could not fail")
                .containsExactlyInAnyOrder(
                        "app",
                        "cli",
                        "ui",
                        "picture",
                        "viewmodel",
                        "gallery",
                        "analysis",
                        "timeline",
                        "engine",
                        "trace",
                        "scheduler",
                        "program",
                        "model");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("doors")
    void importsPointOneWay(String room, Door door) {
        List<String> allowed = new ArrayList<>(List.of(inside(room)));
        door.imports().forEach(other -> allowed.add(inside(other)));
        noClasses()
                .that()
                .resideInAPackage(inside(room))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..")
                        .and(resideOutsideOfPackages(allowed.toArray(String[]::new)))
                        .as("reside in another room than " + door.imports()))
                .because(door.because())
                .check(CLASSES);
    }

    @Test
    void roomsAreFreeOfCycles() {
        slices().matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a room that needs a room that needs it is one room")
                .check(CLASSES);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching(ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("two packages that need each other can't be understood one at a time")
                .check(CLASSES);
    }

    @Test
    void onlyAppKnowsGuice() {
        noClasses()
                .that()
                .resideOutsideOfPackage(inside("app"))
                .should()
                .dependOnClassesThat(resideInAPackage("com.google.inject.."))
                .because("how objects are wired is decided in one place; the rest gets them by constructor")
                .check(CLASSES);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("com.google.inject.Inject")
                .because("an object is whole when its constructor ends, also in a test without Guice")
                .check(CLASSES);
    }

    @Test
    void coreKnowsNoScreen() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        inside("timeline"),
                        inside("trace"),
                        inside("engine"),
                        inside("scheduler"),
                        inside("program"),
                        inside("model"),
                        inside("analysis"),
                        inside("gallery"),
                        inside("cli"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("javafx..", "com.sun.javafx..", "org.controlsfx.."))
                .because("they run and are tested without a screen, and start without loading JavaFX")
                .check(CLASSES);
    }

    @Test
    void viewModelKnowsOnlyPropertiesAndCollectionsOfJavaFx() {
        noClasses()
                .that()
                .resideInAPackage(inside("viewmodel"))
                .should()
                .dependOnClassesThat(resideInAPackage("javafx..")
                        .and(resideOutsideOfPackages("javafx.beans..", "javafx.collections.."))
                        .as("reside in JavaFX outside of javafx.beans and javafx.collections"))
                .because("a view model is tested without a toolkit")
                .check(CLASSES);
    }

    @Test
    void pictureOpensNoWindowAndHoldsNoControls() {
        noClasses()
                .that()
                .resideInAPackage(inside("picture"))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "javafx.stage..", "javafx.scene.control..", "javafx.application..", "org.controlsfx.."))
                .because("it draws on a surface that it is given, so that the command line can render too")
                .check(CLASSES);
    }

    @Test
    void oneDoorLeadsToTheUiThread() {
        assertThat(CLASSES.stream()
                        .flatMap(type -> Stream.concat(
                                type.getMethodCallsFromSelf().stream()
                                        .filter(ArchitectureTest::isRunLater)
                                        .map(JavaMethodCall::getOriginOwner),
                                type.getMethodReferencesFromSelf().stream()
                                        .filter(reference ->
                                                reference.getTarget().getOwner().isEquivalentTo(Platform.class)
                                                        && reference
                                                                .getTarget()
                                                                .getName()
                                                                .equals("runLater"))
                                        .map(reference -> reference.getOriginOwner())))
                        .map(ArchitectureTest::outermost)
                        .distinct()
                        .sorted(Comparator.comparing(JavaClass::getName))
                        .toList())
                .as("classes that call Platform.runLater: what crosses to the UI thread does so in one place")
                .hasSize(1);
    }

    @Test
    void mainClassIsNoApplication() {
        classes()
                .that()
                .haveFullyQualifiedName(ROOT + ".app.Coreograph")
                .should()
                .notBeAssignableTo("javafx.application.Application")
                .because("on a class path the JVM refuses to start a main class that extends Application")
                .check(CLASSES);
    }

    private static boolean isRunLater(JavaMethodCall call) {
        return call.getTarget().getOwner().isEquivalentTo(Platform.class)
                && call.getTarget().getName().equals("runLater");
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    private static String inside(String room) {
        return ROOT + "." + room + "..";
    }

    private static String roomOf(JavaClass type) {
        String inRoot = type.getPackageName().substring(ROOT.length());
        return inRoot.isEmpty() ? "(root)" : inRoot.split("\\.")[1];
    }
}
