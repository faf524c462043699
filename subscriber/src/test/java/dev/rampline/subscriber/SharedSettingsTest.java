package dev.rampline.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.adapter.configuration.ConfigurationException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SharedSettingsTest {
  private static final String VARIABLE = "RAMPLINE_SETTINGS";

  @Test
  void sharedSettings_areAdded_withEverySignOfTheirValues() {
    String shared = "RAMPLINE_NAME=staging\nRAMPLINE_VOCABULARY={\"a\": \"=\"}\nRAMPLINE_TABLE=";

    assertThat(SharedSettings.addTo(Map.of(VARIABLE, shared)))
        .containsEntry("RAMPLINE_NAME", "staging")
        .containsEntry("RAMPLINE_VOCABULARY", "{\"a\": \"=\"}")
        .containsEntry("RAMPLINE_TABLE", "");
  }

  @Test
  void ownVariable_takesPrecedence_unlessItIsBlank() {
    Map<String, String> environment =
        Map.of(VARIABLE, "A=shared\nB=shared", "A", "own", "B", " ", "C", "own");

    assertThat(SharedSettings.addTo(environment))
        .containsEntry("A", "own")
        .containsEntry("B", "shared")
        .containsEntry("C", "own");
  }

  @Test
  void environmentWithoutSharedSettings_staysAsItIs() {
    assertThat(SharedSettings.addTo(Map.of("A", "own"))).isEqualTo(Map.of("A", "own"));
  }

  @Test
  void lineWithoutValue_isRefused() {
    assertThatThrownBy(() -> SharedSettings.addTo(Map.of(VARIABLE, "A=1\nB")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("RAMPLINE_SETTINGS has a line that is not NAME=value");
  }
}
