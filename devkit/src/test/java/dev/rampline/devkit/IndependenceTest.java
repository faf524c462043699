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
  /** Otherwise one bug could be on both sides of the demo's comparison and remain undetected. */
  @ArchTest
  static final ArchRule emulatorAndDemo_shareNoCodeWithTheProduct =
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
