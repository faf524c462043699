package dev.rampline.adapter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Pins the names of log fields. A change of a name breaks queries and alarms. */
class LogFieldTest {

  @Test
  void names_areAsDocumented() throws IllegalAccessException {
    Map<String, Object> names = new TreeMap<>();
    for (Field field : LogField.class.getDeclaredFields()) {
      if (Modifier.isPublic(field.getModifiers())) {
        names.put(field.getName(), field.get(null));
      }
    }

    assertThat(names)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("SUBJECT", "subject"),
                Map.entry("LIST_SCAN", "listScan"),
                Map.entry("OLDEST_OPEN_SUBJECT", "oldestOpenSubject"),
                Map.entry("OLDEST_UNCONFIRMED_SUBJECT", "oldestUnconfirmedSubject"),
                Map.entry("OLDEST_CONFLICT_SUBJECT", "oldestConflictSubject"),
                Map.entry("PART", "part"),
                Map.entry("STOPPED_AT", "stoppedAt"),
                Map.entry("PRIMING", "priming"),
                Map.entry("KEYS_EXPIRE_AT", "keysExpireAt"),
                Map.entry("PROBLEM", "problem"),
                Map.entry("DISCONNECT_REASON", "disconnectReason"),
                Map.entry("SHUTDOWN", "shutdown"),
                Map.entry("SHAPE", "shape"),
                Map.entry("VIEWER_ADDRESS", "viewerAddress"),
                Map.entry("CAUSE", "cause"),
                Map.entry("STATUS", "status"),
                Map.entry("FAULT", "fault"),
                Map.entry("DELAY_FAULT", "delayFault")));
  }
}
