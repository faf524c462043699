package dev.rampline.adapter.settings;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * What everyone needs who takes words in, whatever the channel.
 *
 * @param table the name of the ledger's table
 * @param extraFields names of further payload fields that may be kept
 * @param ledgerBudget how long the ledger may take for one word
 * @param outlet where messages go
 */
public record IngestSettings(
    String table, Set<String> extraFields, Duration ledgerBudget, Outlet outlet) {
  private static final Duration LONGEST_BUDGET = Duration.ofMinutes(1);

  public IngestSettings {
    Objects.requireNonNull(table, "table");
    extraFields = Set.copyOf(extraFields);
    Objects.requireNonNull(ledgerBudget, "ledgerBudget");
    Objects.requireNonNull(outlet, "outlet");
  }

  /**
   * Reads the settings.
   *
   * @throws ConfigurationException for the first variable that is missing or makes no sense
   */
  public static IngestSettings of(Variables variables) {
    return new IngestSettings(
        variables.matching("RAMPLINE_TABLE", "[A-Za-z0-9_.-]{3,255}", "a table's name"),
        variables.names("RAMPLINE_EXTRA_FIELDS"),
        variables.duration("RAMPLINE_LEDGER_BUDGET", "PT3S", LONGEST_BUDGET),
        Outlet.of(variables));
  }
}
