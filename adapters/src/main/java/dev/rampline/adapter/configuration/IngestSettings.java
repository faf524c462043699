package dev.rampline.adapter.configuration;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * The settings of every component that processes events.
 *
 * @param table the name of the ledger's table
 * @param extraFields names of undocumented payload fields to keep
 * @param ledgerBudget time limit of the ledger for one event
 * @param publishing where messages are sent
 * @param canLookUp whether the provider's API can be asked what an event leaves open
 */
public record IngestSettings(
    String table,
    Set<String> extraFields,
    Duration ledgerBudget,
    PublishingSettings publishing,
    boolean canLookUp) {
  private static final Duration MAX_BUDGET = Duration.ofMinutes(1);

  public IngestSettings {
    Objects.requireNonNull(table, "table");
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
        variables.names("RAMPLINE_EXTRA_FIELDS"),
        variables.duration("RAMPLINE_LEDGER_BUDGET", "PT3S", MAX_BUDGET),
        PublishingSettings.of(variables),
        variables.find(ProviderSettings.URL).isPresent());
  }
}
