package org.fitmesh;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.fitmesh.catalog.EntityTracking;
import org.junit.jupiter.api.Test;

/** What each package of the WAR may know of. */
@AnalyzeClasses(packages = "org.fitmesh", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest static final ArchRule ERROR = uses("error", "every package may throw its exception");

    @ArchTest static final ArchRule CONFIG = uses("config", "settings are read before all else");

    @ArchTest
    static final ArchRule LIFECYCLE =
            uses("lifecycle", "how a node stops is the same whatever it does", "config");

    @ArchTest
    static final ArchRule CONCURRENT =
            uses("concurrent", "what a task does is none of its thread's business");

    @ArchTest
    static final ArchRule CACHE = uses("cache", "whoever keeps something may show that it does");

    @ArchTest
    static final ArchRule SQL = uses("sql", "it mimics PostgreSQL, which knows nothing of GraphQL");

    @ArchTest
    static final ArchRule GRAPHQL =
            uses("graphql", "the language has no meaning of its own", "error");

    @ArchTest
    static final ArchRule GRAPHQL_TYPE =
            classes()
                    .that()
                    .resideInAPackage("org.fitmesh.graphql.type..")
                    .should()
                    .onlyDependOnClassesThat(
                            resideOutsideOfPackage("org.fitmesh..")
                                    .or(resideInAPackage("org.fitmesh.graphql.type..")))
                    .because("types are what every source builds");

    @ArchTest
    static final ArchRule AUTH =
            uses(
                    "auth",
                    "who asks does not depend on what is asked",
                    "cache",
                    "config",
                    "error",
                    "session");

    @ArchTest static final ArchRule SESSION = uses("session", "applications import it");

    @ArchTest
    static final ArchRule CATALOG =
            uses(
                    "catalog",
                    "the database is there before any metadata",
                    "config",
                    "metadata",
                    "naming");

    @ArchTest
    static final ArchRule CATALOG_WITHOUT_METADATA =
            noClasses()
                    .that()
                    .resideInAPackage("org.fitmesh.catalog..")
                    .and(are(DescribedPredicate.not(type(EntityTracking.class))))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.fitmesh.metadata..")
                    .because("only the entities' mappings are told in the words of the metadata");

    @ArchTest
    static final ArchRule METADATA =
            uses("metadata", "a format is read before it is checked", "catalog", "naming");

    @ArchTest
    static final ArchRule NAMING = uses("naming", "a spelling does not depend on what is spelled");

    @ArchTest static final ArchRule HTTP = uses("http", "it serves whoever asks another server");

    @ArchTest
    static final ArchRule REMOTE =
            uses(
                    "remote",
                    "a remote knows nothing of tables, SQL or HTTP serving",
                    "auth",
                    "concurrent",
                    "config",
                    "error",
                    "graphql",
                    "http",
                    "metadata",
                    "naming",
                    "telemetry");

    @ArchTest
    static final ArchRule CODE =
            uses(
                    "code",
                    "Java code is called the same way whoever asks, and for whatever schema",
                    "auth",
                    "cache",
                    "catalog",
                    "config",
                    "error",
                    "graphql",
                    "metadata");

    @ArchTest
    static final ArchRule EVENT =
            uses(
                    "event",
                    "a change of a row is told whoever made it, and however",
                    "catalog",
                    "concurrent",
                    "config",
                    "error",
                    "http",
                    "lifecycle",
                    "metadata",
                    "telemetry");

    @ArchTest
    static final ArchRule VALIDATION =
            uses(
                    "validation",
                    "a handler is asked the same way whatever is written",
                    "auth",
                    "config",
                    "error",
                    "http",
                    "metadata",
                    "telemetry");

    @ArchTest
    static final ArchRule SCHEMA =
            uses(
                    "schema",
                    "what a role may see does not depend on how it is fetched",
                    "auth",
                    "code",
                    "catalog",
                    "error",
                    "graphql",
                    "metadata",
                    "naming",
                    "remote");

    @ArchTest
    static final ArchRule PLAN =
            uses(
                    "plan",
                    "a plan does not depend on who runs it",
                    "code",
                    "catalog",
                    "error",
                    "graphql",
                    "metadata",
                    "remote",
                    "schema",
                    "sql");

    @ArchTest
    static final ArchRule EXECUTE =
            uses(
                    "execute",
                    "a plan holds all that its execution needs to know of the schema",
                    "auth",
                    "code",
                    "concurrent",
                    "config",
                    "error",
                    "event",
                    "graphql",
                    "plan",
                    "remote",
                    "sql",
                    "telemetry",
                    "validation");

    @ArchTest
    static final ArchRule COMMAND =
            uses(
                    "command",
                    "a command changes what is in force, however it came",
                    "auth",
                    "catalog",
                    "config",
                    "error",
                    "event",
                    "execute",
                    "graphql",
                    "metadata",
                    "naming",
                    "plan",
                    "schema",
                    "state");

    @ArchTest
    static final ArchRule STATE =
            noClasses()
                    .that()
                    .resideInAPackage("org.fitmesh.state..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.fitmesh.api..", "org.fitmesh.command..", "org.fitmesh.execute..")
                    .because("what is in force does not depend on who asks for it");

    @ArchTest
    static final ArchRule TELEMETRY =
            uses(
                    "telemetry",
                    "it must not depend on what it watches",
                    "cache",
                    "concurrent",
                    "config");

    @ArchTest
    static final ArchRule HEALTH =
            uses("health", "a probe asks nobody", "config", "lifecycle", "state");

    @ArchTest
    static final ArchRule FIT =
            uses(
                    "fit",
                    "the application has the engine's settings and pool, and is told of events; how"
                            + " requests are answered is none of its business",
                    "cache",
                    "config",
                    "event",
                    "http",
                    "lifecycle",
                    "session");

    @ArchTest
    static final ArchRule NOBODY_USES_API =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.fitmesh.api..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.fitmesh.api..")
                    .because("the door leads inwards");

    @ArchTest
    static final ArchRule NOBODY_USES_JMX =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.fitmesh.management.jmx..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.fitmesh.management.jmx..")
                    .because("it looks at all others, and none of them needs to be looked at");

    @ArchTest
    static final ArchRule NOBODY_USES_FIT =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.fitmesh.fit..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.fitmesh.fit..")
                    .because("the engine knows nothing of users, sessions or workouts");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("org.fitmesh.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .ignoreDependency(
                            are(type(EntityTracking.class)),
                            resideInAPackage("org.fitmesh.metadata.."))
                    .because(
                            "packages are read one after the other; only the reader of the"
                                    + " entities, which needs EclipseLink, speaks of the metadata");

    /** A package-info without annotations leaves no class: the sources are asked. */
    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        for (String root : List.of("src/main/java", "src/dev/java")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                List<Path> packages =
                        files.filter(f -> f.toString().endsWith(".java"))
                                .map(Path::getParent)
                                .distinct()
                                .toList();
                assertThat(packages)
                        .isNotEmpty()
                        .allSatisfy(p -> assertThat(p.resolve("package-info.java")).exists());
            }
        }
    }

    /** A package depends on nothing of Fitmesh but itself and those. */
    private static ArchRule uses(String name, String reason, String... others) {
        String[] allowed =
                Stream.concat(Stream.of(name), Arrays.stream(others))
                        .map(p -> "org.fitmesh." + p + "..")
                        .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage("org.fitmesh." + name + "..")
                .should()
                .onlyDependOnClassesThat(
                        resideOutsideOfPackage("org.fitmesh..").or(resideInAnyPackage(allowed)))
                .because(reason);
    }
}
