package dev.rampline.consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Stores handled states in a table of PostgreSQL, one row for each subject ({@code
 * docs/handled-states.md#postgresql}). Each message takes one query; each newer message takes one
 * update as well, in transactions of their own. Thread-safe if the data source is.
 *
 * <p>Read from the primary server: a replica may not have the last state yet.
 */
public final class PostgresHandledStates implements HandledStates {
  private static final Pattern TABLE = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)?");
  private static final String TERMINAL_STATES = "terminalStates";
  private static final String RESOLVED_STATE = "resolvedState";
  private static final JsonMapper JSON = new JsonMapper();

  private final DataSource dataSource;
  private final String select;
  private final String insert;
  private final String update;

  /**
   * Uses a table.
   *
   * @param table the name, with or without a schema
   * @throws IllegalArgumentException if this is no plain name
   */
  public PostgresHandledStates(DataSource dataSource, String table) {
    if (!TABLE.matcher(table).matches()) {
      throw new IllegalArgumentException("Not a plain name of a table: " + table);
    }
    this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
    this.select =
        "SELECT sequence, state, conflict, confirmed FROM " + table + " WHERE subject = ?";
    this.insert =
        "INSERT INTO "
            + table
            + " (sequence, state, conflict, confirmed, subject) VALUES (?, ?, ?::jsonb, ?, ?)"
            + " ON CONFLICT (subject) DO NOTHING";
    this.update =
        "UPDATE "
            + table
            + " SET sequence = ?, state = ?, conflict = ?::jsonb, confirmed = ?"
            + " WHERE subject = ? AND sequence = ?";
  }

  @Override
  public Optional<HandledState> find(String subject) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(select)) {
      query.setString(1, subject);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? Optional.of(handled(rows)) : Optional.empty();
      }
    }
  }

  /**
   * Replaces the state if the stored sequence is still the expected one. A write whose response is
   * lost counts as failed: its message is delivered again and skipped.
   */
  @Override
  public boolean replace(String subject, @Nullable HandledState expected, HandledState next)
      throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement write = connection.prepareStatement(expected == null ? insert : update)) {
      write.setLong(1, next.sequence());
      write.setString(2, next.state());
      write.setString(3, json(next.conflict()));
      write.setBoolean(4, next.confirmed());
      write.setString(5, subject);
      if (expected != null) {
        write.setLong(6, expected.sequence());
      }
      boolean replaced = write.executeUpdate() == 1;
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
      return replaced;
    }
  }

  private static HandledState handled(ResultSet row) throws SQLException {
    return new HandledState(
        row.getLong("sequence"),
        row.getString("state"),
        conflict(row.getString("conflict")),
        row.getBoolean("confirmed"));
  }

  private static @Nullable Conflict conflict(@Nullable String json) {
    if (json == null) {
      return null;
    }
    try {
      JsonNode conflict = JSON.readTree(json);
      List<String> terminalStates = new ArrayList<>();
      conflict.path(TERMINAL_STATES).forEach(state -> terminalStates.add(state.asText()));
      return new Conflict(terminalStates, conflict.path(RESOLVED_STATE).textValue());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("The row contains no JSON", impossible);
    }
  }

  private static @Nullable String json(@Nullable Conflict conflict) {
    if (conflict == null) {
      return null;
    }
    ObjectNode json = JSON.createObjectNode();
    conflict.terminalStates().forEach(json.putArray(TERMINAL_STATES)::add);
    if (conflict.resolvedState() != null) {
      json.put(RESOLVED_STATE, conflict.resolvedState());
    }
    return json.toString();
  }
}
