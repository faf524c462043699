package dev.rampline.operations.doctor;

import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.adapter.configuration.EnvironmentVariables;
import dev.rampline.adapter.configuration.VocabularySetting;
import dev.rampline.operations.doctor.CheckFinding.Failed;
import dev.rampline.operations.doctor.CheckFinding.Passed;
import java.util.List;

/** Checks the setting with further terms of the provider, and shows what it adds. */
record VocabularyCheck(EnvironmentVariables variables) implements Check {
  @Override
  public String name() {
    return "vocabulary";
  }

  @Override
  public List<CheckFinding> run() {
    try {
      return List.of(new Passed(VocabularySetting.of(variables).additions().summary()));
    } catch (ConfigurationException invalid) {
      return List.of(
          new Failed(
              String.valueOf(invalid.getMessage()),
              "Correct the value: docs/settings.md#vocabulary."));
    }
  }
}
