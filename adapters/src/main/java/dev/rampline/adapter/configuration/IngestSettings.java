package dev.rampline.adapter.configuration;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * What everyone needs who takes words in, whatever the channel.
 *
 * @param table the name of the ledger's table
 * @param extraFields names of further payload fields that may be kept
 * @param ledgerBudget how long the ledger may take for one word
 * @param publishing where messages go
 */
public record IngestSettings(
    String table, Set<String> extraFields, Duration ledgerBudget, PublishingSettings publishing) {
  private static final Duration MAX_BUDGET = Duration.ofMinutes(1);

  public IngestSettings {
    Objects.requireNonNull(table, "table");
    extraFields = Set.copyOf(extraFields);
    Objects.requireNonNull(ledgerBudget, "ledgerBudget");
    Objects.requireNonNull(publishing, "outlet");
  }

  /**
   * Reads the settings.
   *
   * @throws ConfigurationException for the first variable that is missing or makes no sense
   */
  public static IngestSettings of(EnvironmentVariables variables) {
    return new IngestSettings(
        variables.matching("RAMPLINE_TABLE", "[A-Za-z0-9_.-]{3,255}", "a table's name"),
        variables.names("RAMPLINE_EXTRA_FIELDS"),
        variables.duration("RAMPLINE_LEDGER_BUDGET", "PT3S", MAX_BUDGET),
        PublishingSettings.of(variables));
  }
}
