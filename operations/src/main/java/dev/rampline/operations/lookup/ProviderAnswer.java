package dev.rampline.operations.lookup;

import dev.rampline.event.State;
import dev.rampline.failure.CallFailure;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the provider's API says about a subject. */
public sealed interface ProviderAnswer {
  /**
   * The API knows the subject.
   *
   * @param state the state; {@link State#UNKNOWN} if the status is not documented
   * @param rawStatus the status as written
   * @param fields values by field name, as in {@link dev.rampline.event.EventFields}
   * @param updatedAt when the provider last updated it; null if the answer does not say
   */
  record Known(
      State state,
      @Nullable String rawStatus,
      SortedMap<String, String> fields,
      @Nullable Instant updatedAt)
      implements ProviderAnswer {
    public Known {
      Objects.requireNonNull(state, "state");
      fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /** Returns the status as written, else the state. */
    public String statusText() {
      return rawStatus == null ? state.text() : rawStatus;
    }
  }

  /** The API does not know the subject. */
  record NotKnown() implements ProviderAnswer {}

  /** The installation has no provider URL. */
  record NoUrl() implements ProviderAnswer {}

  /** The API can be asked about a customer by the partner's customer id only, which is unknown. */
  record NoId() implements ProviderAnswer {}

  /** The API did not answer. */
  record Failed(CallFailure failure) implements ProviderAnswer {
    public Failed {
      Objects.requireNonNull(failure, "failure");
    }
  }
}
