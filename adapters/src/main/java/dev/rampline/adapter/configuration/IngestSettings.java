package dev.rampline.adapter.configuration;

import dev.rampline.decoding.Vocabulary;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * The settings of every component that processes events.
 *
 * @param table the name of the ledger's table
 * @param vocabulary the provider's terms
 * @param extraFields names of undocumented payload fields to keep
 * @param ledgerBudget time limit of the ledger for one event
 * @param publishing where messages are sent
 * @param firstVersion the version of a new record
 * @param canLookUp whether the provider's API can be asked what an event leaves open
 */
public record IngestSettings(
    String table,
    Vocabulary vocabulary,
    Set<String> extraFields,
    Duration ledgerBudget,
    PublishingSettings publishing,
    int firstVersion,
    boolean canLookUp) {
  private static final Duration MAX_BUDGET = Duration.ofMinutes(1);

  public IngestSettings {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(vocabulary, "vocabulary");
    extraFields = Set.copyOf(extraFields);
    Objects.requireNonNull(ledgerBudget, "ledgerBudget");
    Objects.requireNonNull(publishing, "publishing");
  }

  /**
   * Reads the settings.
   *
   * @throws ConfigurationException for the first variable that is missing or invalid
   */
  public static IngestSettings of(EnvironmentVariables variables) {
    return new IngestSettings(
        variables.matching("RAMPLINE_TABLE", "[A-Za-z0-9_.-]{3,255}", "a table's name"),
        VocabularySetting.of(variables),
        variables.names("RAMPLINE_EXTRA_FIELDS"),
        variables.duration("RAMPLINE_LEDGER_BUDGET", "PT3S", MAX_BUDGET),
        PublishingSettings.of(variables),
        variables.number("RAMPLINE_FIRST_VERSION", 1, Integer.MAX_VALUE),
        variables.find(ProviderSettings.URL).isPresent());
  }
}
