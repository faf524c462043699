package dev.rampline.devkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = {"dev.rampline.devkit", "dev.rampline.emulator"},
    importOptions = ImportOption.DoNotIncludeTests.class)
class IndependenceTest {
  /** Else one mistake could stand on both sides of the demo's comparison, and none would see it. */
  @ArchTest
  static final ArchRule EMULATOR_AND_DEMO_KNOW_THE_WIRE_ALONE =
      noClasses()
          .that()
          .resideInAnyPackage("dev.rampline.emulator..", "..devkit.demo..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.rampline.event..",
              "dev.rampline.verification..",
              "dev.rampline.decoding..",
              "dev.rampline.lifecycle..",
              "dev.rampline.ledger..",
              "dev.rampline.ingest..",
              "dev.rampline.message..",
              "dev.rampline.rotation..",
              "dev.rampline.json..",
              "dev.rampline.time..",
              "dev.rampline.reconcile..",
              "dev.rampline.adapter..",
              "dev.rampline.function..");
}
