package dev.rampline.adapter.dynamodb;

import dev.rampline.event.Field;
import dev.rampline.ledger.FieldValue;
import dev.rampline.ledger.LedgerRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The key attributes of the indexes: {@code open} and {@code nextCheckAt} of an item with a
 * scheduled due check, and the partner's order id. An item without them is not in the index. Open
 * conflicts have a partition of their own, so that they are found first.
 */
final class IndexKeys {
  static final String OPEN = "open";
  static final String NEXT_CHECK_AT = "nextCheckAt";
  static final String PARTNER_ORDER_ID = Field.PARTNER_ORDER_ID.text();

  /** DynamoDB rejects an item whose index key is empty or longer. */
  private static final int MAX_PARTITION_KEY_BYTES = 2048;

  static final int OPEN_PARTITIONS = 16;

  /** The partition of open conflicts. */
  static final String CONFLICTS = "conflict";

  private static final int NANO_DIGITS = 9;

  private IndexKeys() {}

  static void write(LedgerRecord record, MapWriter item) {
    Instant nextCheckAt = record.pendingChecks().nextCheckAt();
    if (nextCheckAt != null) {
      item.text(OPEN, partition(record)).number(NEXT_CHECK_AT, epochSeconds(nextCheckAt));
    }
    FieldValue partnerOrderId = record.fields().values().get(PARTNER_ORDER_ID);
    if (partnerOrderId != null && fitsKey(partnerOrderId.value())) {
      item.text(PARTNER_ORDER_ID, partnerOrderId.value());
    }
  }

  static @Nullable Instant nextCheckAt(MapReader item) {
    String seconds = item.numberOrNull(NEXT_CHECK_AT);
    return seconds == null ? null : instant(new BigDecimal(seconds));
  }

  /**
   * Returns one of 16 partitions, always the same for a subject without an open conflict: {@code
   * String.hashCode} is specified.
   */
  private static String partition(LedgerRecord record) {
    int hash = record.subject().text().hashCode();
    return record.terminalStates().hasOpenConflict()
        ? CONFLICTS
        : Integer.toString(Math.floorMod(hash, OPEN_PARTITIONS));
  }

  static BigDecimal epochSeconds(Instant instant) {
    BigDecimal nanos = BigDecimal.valueOf(instant.getNano(), NANO_DIGITS);
    return BigDecimal.valueOf(instant.getEpochSecond()).add(nanos).stripTrailingZeros();
  }

  private static Instant instant(BigDecimal epochSeconds) {
    BigDecimal whole = epochSeconds.setScale(0, RoundingMode.FLOOR);
    long nanos = epochSeconds.subtract(whole).movePointRight(NANO_DIGITS).longValue();
    return Instant.ofEpochSecond(whole.longValue(), nanos);
  }

  private static boolean fitsKey(String text) {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    return bytes > 0 && bytes <= MAX_PARTITION_KEY_BYTES;
  }
}
