package dev.rampline.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The properties bite: a mistake planted in the rules breaks at least one of them. */
class LifecycleMutationTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("defects")
  void planted_defect_is_caught(RuleDefect defect) {
    assertThat(Property.all()).anyMatch(property -> !property.holdsFor(defect.rules()));
  }

  static List<RuleDefect> defects() {
    return RuleDefects.all();
  }
}
