package dev.rampline.adapter.configuration;

import dev.rampline.decoding.InvalidVocabularyException;
import dev.rampline.decoding.Vocabulary;
import dev.rampline.decoding.VocabularyReader;

/** Reads the setting with further terms of the provider ({@code docs/settings.md#vocabulary}). */
public final class VocabularySetting {
  /** The variable that contains the JSON. */
  public static final String VARIABLE = "RAMPLINE_VOCABULARY";

  private VocabularySetting() {}

  /**
   * Returns the documented vocabulary with the additions of the variable, if it is set.
   *
   * @throws ConfigurationException if the value is invalid
   */
  public static Vocabulary of(EnvironmentVariables variables) {
    try {
      return variables
          .find(VARIABLE)
          .map(VocabularyReader::read)
          .map(Vocabulary::new)
          .orElse(Vocabulary.DOCUMENTED);
    } catch (InvalidVocabularyException invalid) {
      throw new ConfigurationException(VARIABLE + ":", invalid.getMessage());
    }
  }
}
