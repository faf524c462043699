package dev.rampline.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that every injected defect violates a property. */
class LifecycleMutationTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("defects")
  void injected_defect_is_detected(RuleDefect defect) {
    assertThat(Property.all()).anyMatch(property -> !property.holdsFor(defect.rules()));
  }

  static List<RuleDefect> defects() {
    return RuleDefects.all();
  }
}
