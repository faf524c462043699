package dev.rampline.cli.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.devstack.DevKeys;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests which keys the doctor checks beside a running {@code ./rampline dev}. */
class DoctorKeysTest {
  private static final String OWN = "{\"accessTokens\":[\"rampline-sample-events-access-token\"]}";

  private final DevKeys keys = DevKeys.random();
  private final Map<String, String> variables = new HashMap<>();

  @Test
  void keysOfDev_mayBeTheSamples() {
    DoctorCommand.addKeys(variables, keys);

    assertThat(variables)
        .isEqualTo(Map.of("RAMPLINE_KEYS", keys.document(), "RAMPLINE_SAMPLE_KEYS", "accept"));
  }

  @Test
  void keysOfTheEnvironment_areCheckedAsInProduction() {
    variables.put("RAMPLINE_KEYS", OWN);

    DoctorCommand.addKeys(variables, keys);

    assertThat(variables).isEqualTo(Map.of("RAMPLINE_KEYS", OWN));
  }
}
