package dev.rampline.simulation.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.rampline.adapter.wiring.SharedWiring;
import dev.rampline.ingest.Ingest;
import dev.rampline.reconcile.Reconciliation;
import dev.rampline.subscriber.SubscriberModule;
import dev.rampline.subscriber.processing.SocketEventProcessor;

/** The subscriber module creates the simulated subscriber. */
@AnalyzeClasses(
    packages = {"dev.rampline.subscriber", "dev.rampline.simulation"},
    importOptions = ImportOption.DoNotIncludeTests.class)
class SubscriberWiringTest {
  @ArchTest
  static final ArchRule THE_COMPOSITION_ALONE_PUTS_THE_SUBSCRIBER_TOGETHER =
      noClasses()
          .that()
          .areNotAssignableTo(SubscriberModule.class)
          .and()
          .resideInAnyPackage("dev.rampline.subscriber..", "dev.rampline.simulation")
          .should()
          .callConstructorWhere(
              target(
                  owner(
                      belongToAnyOf(
                          SharedWiring.class,
                          Ingest.class,
                          Reconciliation.class,
                          SocketEventProcessor.class))));
}
