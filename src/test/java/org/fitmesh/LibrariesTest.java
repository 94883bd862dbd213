package org.fitmesh;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Timer;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;

/** Which libraries and habits have a place, and where. */
@AnalyzeClasses(packages = "org.fitmesh", importOptions = ImportOption.DoNotIncludeTests.class)
class LibrariesTest {

    @ArchTest
    static final ArchRule PURE =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "org.fitmesh.sql..",
                            "org.fitmesh.plan..",
                            "org.fitmesh.graphql..",
                            "org.fitmesh.schema..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "jakarta..",
                            "java.sql..",
                            "javax.sql..",
                            "java.net..",
                            "java.nio.file..")
                    .because("what is pure can be tested with tables of cases and reused freely");

    @ArchTest
    static final ArchRule NO_SERVER =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "fish.payara..", "com.ibm..", "io.openliberty..", "org.glassfish..")
                    .because("one WAR runs on both servers");

    @ArchTest
    static final ArchRule ECLIPSELINK =
            onlyIn(
                    "org.fitmesh.catalog..",
                    "another JPA provider needs one place",
                    "org.eclipse.persistence..");

    @ArchTest
    static final ArchRule POSTGRESQL =
            onlyIn(
                    "org.fitmesh.config..",
                    "a connection may come from the server's copy of the driver",
                    "org.postgresql..");

    @ArchTest
    static final ArchRule SIGNALS =
            onlyIn("org.fitmesh.lifecycle..", "the JDK offers it under no other name", "sun..");

    @ArchTest
    static final ArchRule JOSE =
            onlyIn("org.fitmesh.auth.jwt..", "keys and signatures are one concern", "org.jose4j..");

    @ArchTest
    static final ArchRule GRAPHQL_JAVA =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "org.fitmesh.graphql..", "org.fitmesh.remote..", "org.fitmesh.code..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("graphql..")
                    .because(
                            "it parses and prints documents, and nothing else here is a document;"
                                    + " Java code is run by it");

    @ArchTest
    static final ArchRule SMALLRYE =
            onlyIn(
                    "org.fitmesh.code..",
                    "another engine of MicroProfile GraphQL needs one place",
                    "io.smallrye..",
                    "org.jboss.jandex..");

    @ArchTest
    static final ArchRule SETTINGS =
            onlyIn(
                    "org.fitmesh.config..",
                    "there is one reader of the settings",
                    "org.eclipse.microprofile.config..");

    @ArchTest
    static final ArchRule STREAMS =
            NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because("the server keeps the log");

    @ArchTest
    static final ArchRule LOGGING =
            NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.because(
                    "System.Logger leads to whatever the server uses");

    @ArchTest
    static final ArchRule NO_THREADS =
            noClasses()
                    .should()
                    .callConstructorWhere(target(owner(assignableTo(Thread.class))))
                    .orShould()
                    .dependOnClassesThat(
                            are(
                                    type(Executors.class)
                                            .or(type(ThreadPoolExecutor.class))
                                            .or(type(ForkJoinPool.class))
                                            .or(type(Timer.class))))
                    .because("threads are the container's");

    @ArchTest
    static final ArchRule NAMES =
            noClasses()
                    .should()
                    .haveNameMatching(".*(Utils?|Helper|Manager|Impl)")
                    .because("such a name does not tell what the class is");

    @ArchTest
    static final ArchRule OPENTELEMETRY =
            onlyIn(
                    "org.fitmesh.telemetry.trace..",
                    "spans are made in one place",
                    "io.opentelemetry..");

    @ArchTest
    static final ArchRule JMX =
            onlyIn(
                    "org.fitmesh.management.jmx..",
                    "all MBeans are registered, described and removed in one place",
                    "javax.management..",
                    "java.lang.management..");

    private static ArchRule onlyIn(String place, String reason, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(place)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .because(reason);
    }
}
