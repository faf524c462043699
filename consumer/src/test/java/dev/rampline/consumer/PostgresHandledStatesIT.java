package dev.rampline.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Runs on the server that {@code .ci/consumers} starts and names in the variables of libpq. */
final class PostgresHandledStatesIT extends HandledStatesContract {
  private final PGSimpleDataSource dataSource = dataSource();
  private final String table = "handled_" + UUID.randomUUID().toString().replace('-', '_');
  private final PostgresHandledStates states = new PostgresHandledStates(dataSource, table);

  PostgresHandledStatesIT() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE " + table + " (LIKE handled_states INCLUDING ALL)");
    }
  }

  private static PGSimpleDataSource dataSource() {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setServerNames(new String[] {System.getenv("PGHOST")});
    dataSource.setPortNumbers(new int[] {Integer.parseInt(System.getenv("PGPORT"))});
    dataSource.setUser(System.getenv("PGUSER"));
    dataSource.setDatabaseName(System.getenv("PGDATABASE"));
    return dataSource;
  }

  @Override
  HandledStates states() {
    return states;
  }

  static Stream<JsonNode> vectors() throws IOException {
    return HandledStateVectors.read("handled-states.json", "states");
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void row_isTheSameInEveryLanguage(JsonNode vector) throws Exception {
    states.replace(MessageBodies.ORDER, null, HandledStateVectors.state(vector.path("state")));

    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT row_to_json(r) FROM " + table + " r")) {
      assertThat(rows.next()).isTrue();
      assertThat(HandledStateVectors.JSON.readTree(rows.getString(1)))
          .isEqualTo(vector.path("row"));
    }
  }

  @Test
  void dataSourceWithoutAutoCommit_isCommitted() throws Exception {
    HandledState first = new HandledState(1, "processing", null, false);
    PostgresHandledStates manual =
        new PostgresHandledStates(
            new PGSimpleDataSource() {
              @Override
              public Connection getConnection() throws SQLException {
                Connection connection = dataSource.getConnection();
                connection.setAutoCommit(false);
                return connection;
              }
            },
            table);

    assertThat(manual.replace(MessageBodies.ORDER, null, first)).isTrue();
    assertThat(states.find(MessageBodies.ORDER)).contains(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a;b", "a.b.c", "1a"})
  void tableWithoutAPlainName_isRejected(String name) {
    assertThatThrownBy(() -> new PostgresHandledStates(dataSource, name))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
