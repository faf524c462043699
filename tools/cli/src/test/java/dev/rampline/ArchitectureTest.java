package dev.rampline;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.event.Subject;
import dev.rampline.inspector.EventStore;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Tests the modules and the dependencies between them ({@code docs/architecture.md#modules}). */
@AnalyzeClasses(
    packages = "dev.rampline",
    importOptions = {
      ImportOption.DoNotIncludeTests.class,
      ArchitectureTest.DoNotIncludeTestArchives.class
    })
final class ArchitectureTest {
  private static final String[] CORE = {
    "dev.rampline.json..",
    "dev.rampline.time..",
    "dev.rampline.event..",
    "dev.rampline.failure..",
    "dev.rampline.verification..",
    "dev.rampline.decoding..",
    "dev.rampline.quarantine..",
    "dev.rampline.lifecycle..",
    "dev.rampline.ledger..",
    "dev.rampline.ingest..",
    "dev.rampline.message..",
    "dev.rampline.rotation..",
    "dev.rampline.erasure..",
    "dev.rampline.reconcile..",
  };

  /** The layers of a program that runs the whole system. */
  private static final String[] WHOLE_SYSTEM = {
    "provider emulator",
    "testkit",
    "embedded stores",
    "functions",
    "subscriber",
    "adapters",
    "resources",
    "core",
  };

  /** The inspector also shows an installation on AWS. */
  private static final String[] DEV_STACK =
      Stream.concat(Stream.of("operations"), Stream.of(WHOLE_SYSTEM)).toArray(String[]::new);

  private static final String[] ALLOWED_IN_CORE = {
    "java..", "javax.crypto..", "dev.rampline..", "com.fasterxml.jackson..", "org.jspecify..",
  };

  private static final String CONSUMER = "dev.rampline.consumer..";
  private static final String OPEN_TELEMETRY = "io.opentelemetry..";

  /**
   * The first seven layers are the product, which knows no tool. The provider emulator and the
   * demo's comparison know nothing of the product: otherwise one mistake could be on both sides.
   */
  @ArchTest
  static final ArchRule dependencies_pointInOneDirection =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("dev.rampline..")
          .layer("core")
          .definedBy(CORE)
          .layer("resources")
          .definedBy("dev.rampline.resources..")
          .layer("adapters")
          .definedBy("dev.rampline.adapter..")
          .layer("functions")
          .definedBy("dev.rampline.function..")
          .layer("subscriber")
          .definedBy("dev.rampline.subscriber..")
          .layer("consumer")
          .definedBy(CONSUMER)
          .layer("operations")
          .definedBy("dev.rampline.operations..")
          .layer("testkit")
          .definedBy("dev.rampline.testkit..")
          .layer("embedded stores")
          .definedBy("dev.rampline.embedded..")
          .layer("provider emulator")
          .definedBy(
              "dev.rampline.emulator..",
              "dev.rampline.samples..",
              "dev.rampline.send..",
              "dev.rampline.replay..",
              "dev.rampline.demo..")
          .layer("simulation")
          .definedBy("dev.rampline.simulation..")
          .layer("fuzzing")
          .definedBy("dev.rampline.fuzzing..")
          .optionalLayer("benchmarks")
          .definedBy("dev.rampline.benchmark..")
          .layer("dev stack")
          .definedBy(
              "dev.rampline.devstack..",
              "dev.rampline.inspector..",
              "dev.rampline.invoke..",
              "dev.rampline.listen..")
          .layer("command")
          .definedBy("dev.rampline.cli..")
          .ensureAllClassesAreContainedInArchitecture()
          .whereLayer("core")
          .mayNotAccessAnyLayer()
          .whereLayer("resources")
          .mayNotAccessAnyLayer()
          .whereLayer("adapters")
          .mayOnlyAccessLayers("core")
          .whereLayer("functions")
          .mayOnlyAccessLayers("adapters", "core")
          .whereLayer("subscriber")
          .mayOnlyAccessLayers("adapters", "core")
          .whereLayer("consumer")
          .mayNotAccessAnyLayer()
          .whereLayer("operations")
          .mayOnlyAccessLayers("functions", "adapters", "resources", "core")
          .whereLayer("testkit")
          .mayNotAccessAnyLayer()
          .whereLayer("embedded stores")
          .mayOnlyAccessLayers("resources")
          .whereLayer("provider emulator")
          .mayOnlyAccessLayers("testkit")
          .whereLayer("simulation")
          .mayOnlyAccessLayers("testkit", "functions", "subscriber", "adapters", "core")
          .whereLayer("fuzzing")
          .mayOnlyAccessLayers(
              "simulation", "testkit", "functions", "subscriber", "adapters", "core")
          .whereLayer("benchmarks")
          .mayOnlyAccessLayers(WHOLE_SYSTEM)
          .whereLayer("dev stack")
          .mayOnlyAccessLayers(DEV_STACK)
          .whereLayer("command")
          .mayOnlyAccessLayers(
              "operations",
              "dev stack",
              "simulation",
              "provider emulator",
              "testkit",
              "embedded stores",
              "functions",
              "subscriber",
              "adapters",
              "resources",
              "core");

  @ArchTest
  static final ArchRule core_dependsOnJavaAndTwoLibrariesOnly =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .dependOnClassesThat(areOfOtherLibraries())
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net..", "java.sql..")
          .orShould()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class);

  /** It is a library for other services, which must not inherit further dependencies. */
  @ArchTest
  static final ArchRule consumer_dependsOnJavaAndItsOwnLibrariesOnly =
      classes()
          .that()
          .resideInAPackage(CONSUMER)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.sql..",
              CONSUMER,
              "com.fasterxml.jackson..",
              "com.amazonaws.services.lambda.runtime..",
              "software.amazon.awssdk..",
              "org.jspecify..");

  /** Every copy of a snapshot would draw the same numbers from any other source. */
  @ArchTest
  static final ArchRule randomNumbersOfFunctions_comeFromTheSystem =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .or()
          .resideInAnyPackage("dev.rampline.adapter..", "dev.rampline.function..")
          .should()
          .callConstructor(Random.class)
          .orShould()
          .callConstructor(Random.class, long.class)
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(ThreadLocalRandom.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(SplittableRandom.class)
          .orShould()
          .callMethod(RandomGenerator.class, "getDefault")
          .orShould()
          .callMethod(RandomGenerator.class, "of", String.class);

  /** Other classes are loaded without an endpoint too (decision 30). */
  @ArchTest
  static final ArchRule openTelemetry_isUsedByTheExportOfSpansOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.rampline.subscriber.tracing..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(OPEN_TELEMETRY);

  /** A log entry or a span names a subject by its log id. */
  @ArchTest
  static final ArchRule logEntriesAndSpans_containNoTextOfASubject =
      noClasses()
          .that(
              DescribedPredicate.describe(
                  "write log entries or spans",
                  type ->
                      type.getMethodCallsFromSelf().stream()
                          .map(call -> call.getTargetOwner())
                          .anyMatch(
                              owner ->
                                  owner.isEquivalentTo(LogEntry.class)
                                      || resideInAPackage(OPEN_TELEMETRY).test(owner))))
          .and()
          .doNotHaveFullyQualifiedName(EventStore.class.getName())
          .should()
          .accessTargetWhere(
              DescribedPredicate.describe(
                  "it is Subject.text",
                  access ->
                      access.getTargetOwner().isEquivalentTo(Subject.class)
                          && access.getName().equals("text")));

  @ArchTest
  static final ArchRule packages_haveNoCyclicDependencies =
      slices().matching("dev.rampline.(**)").should().beFreeOfCycles();

  @ArchTest
  static void everyPackage_isNullMarked(JavaClasses classes) {
    Set<String> packages = classes.stream().map(JavaClass::getPackageName).collect(toSet());
    Set<String> marked =
        classes.stream()
            .filter(type -> type.getSimpleName().equals("package-info"))
            .filter(type -> type.isAnnotatedWith(NullMarked.class))
            .map(JavaClass::getPackageName)
            .collect(toSet());

    assertThat(marked).isNotEmpty().containsAll(packages);
  }

  @ArchTest
  static void scan_includesEveryModule(JavaClasses classes) {
    assertThat(classes.stream().map(JavaClass::getPackageName))
        .contains(
            "dev.rampline.lifecycle",
            "dev.rampline.adapter.dynamodb",
            "dev.rampline.function.webhook",
            "dev.rampline.subscriber.socket",
            "dev.rampline.consumer.example",
            "dev.rampline.operations.doctor",
            "dev.rampline.resources",
            "dev.rampline.embedded",
            "dev.rampline.testkit.check",
            "dev.rampline.emulator",
            "dev.rampline.devstack",
            "dev.rampline.simulation",
            "dev.rampline.fuzzing",
            "dev.rampline.cli.send");
  }

  /** One name must not have two meanings. */
  @ArchTest
  static void types_haveUniqueSimpleNames(JavaClasses classes) {
    Map<String, List<String>> byName =
        classes.stream()
            .filter(type -> type.getEnclosingClass().isEmpty())
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .collect(groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getName, toList())));

    assertThat(byName).hasSizeGreaterThan(500);
    assertThat(byName.values())
        .as("One thing has one name. Rename one type of each pair.")
        .allSatisfy(names -> assertThat(names).hasSize(1));
  }

  /** Modules share test code in archives. */
  static final class DoNotIncludeTestArchives implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  private static DescribedPredicate<JavaClass> areOfOtherLibraries() {
    return DescribedPredicate.describe(
        "are neither of Java nor of Jackson or JSpecify",
        type -> {
          JavaClass element = type.getBaseComponentType();
          return !element.isPrimitive() && !resideInAnyPackage(ALLOWED_IN_CORE).test(element);
        });
  }
}
