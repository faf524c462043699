package dev.rampline.emulator;

import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sort keys of the order list, in descending order ({@code docs/provider-api.md#list-orders}).
 */
enum OrderListSort {
  CREATED_AT("createdAt"),
  UPDATED_AT("updatedAt");

  private final String text;

  OrderListSort(String text) {
    this.text = text;
  }

  /** The sort key of a request; without one, the documented default. */
  static OrderListSort ofQuery(@Nullable String text) {
    return UPDATED_AT.text.equals(text) ? UPDATED_AT : CREATED_AT;
  }

  /** Sorts orders of which the last updated is the first. */
  Stream<ProviderOrder> of(Stream<ProviderOrder> lastUpdatedFirst) {
    return this == UPDATED_AT
        ? lastUpdatedFirst
        : lastUpdatedFirst.sorted(Comparator.comparing(ProviderOrder::createdAt).reversed());
  }
}
