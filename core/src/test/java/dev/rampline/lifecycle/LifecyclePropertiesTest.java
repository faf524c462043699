package dev.rampline.lifecycle;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks every property of the production rules. {@code -Drampline.seed} replays a run. */
class LifecyclePropertiesTest {
  @BeforeAll
  static void printSeed() {
    System.out.println("Properties of the state transition rules: seed " + Property.SEED);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("properties")
  void production_rules_satisfy(Property property) {
    property.proof().accept(new LifecycleRules.Correct());
  }

  static List<Property> properties() {
    return Property.all();
  }
}
