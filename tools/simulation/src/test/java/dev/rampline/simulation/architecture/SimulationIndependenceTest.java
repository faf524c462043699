package dev.rampline.simulation.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.rampline.adapter.wiring.RuntimeEnvironment;
import dev.rampline.subscriber.SubscriberModule;
import dev.rampline.subscriber.socket.SocketEvent;

@AnalyzeClasses(
    packages = "dev.rampline.simulation",
    importOptions = ImportOption.DoNotIncludeTests.class)
class SimulationIndependenceTest {
  private static final String[] WHAT_IS_PUT_TOGETHER = {
    "dev.rampline.verification..",
    "dev.rampline.decoding..",
    "dev.rampline.ledger..",
    "dev.rampline.ingest..",
    "dev.rampline.message..",
    "dev.rampline.rotation..",
    "dev.rampline.reconcile..",
    "dev.rampline.adapter..",
    "dev.rampline.subscriber..",
  };

  /** The checks share no code with the system, so that one bug cannot be on both sides. */
  @ArchTest
  static final ArchRule PROVIDER_AND_CHECKS_SHARE_NOTHING_WITH_WHAT_THEY_CHECK =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.rampline.simulation.provider..", "dev.rampline.simulation.check..")
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
              "dev.rampline.function..",
              "dev.rampline.subscriber..");

  /** The production wiring creates the simulated parts, in a simulated environment. */
  @ArchTest
  static final ArchRule SIMULATION_PUTS_NOTHING_TOGETHER_ITSELF =
      noClasses()
          .that()
          .resideInAPackage("dev.rampline.simulation")
          .should()
          .callConstructorWhere(
              target(owner(resideInAnyPackage(WHAT_IS_PUT_TOGETHER)))
                  .and(
                      not(
                          target(
                              owner(
                                  belongToAnyOf(
                                      RuntimeEnvironment.class,
                                      SubscriberModule.class,
                                      SocketEvent.class))))));
}
