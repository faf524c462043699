package dev.rampline.lifecycle;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules as they are, put to every property; {@code -Drampline.seed} replays a run. */
class LifecyclePropertiesTest {
  @BeforeAll
  static void printSeed() {
    System.out.println("Properties of the life cycle: seed " + Property.SEED);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("properties")
  void sound_rules_hold(Property property) {
    property.proof().accept(new LifecycleRules.Correct());
  }

  static List<Property> properties() {
    return Property.all();
  }
}
