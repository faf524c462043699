package dev.rampline.subscriber;

import dev.rampline.adapter.assembly.Assembly;
import dev.rampline.adapter.assembly.Surroundings;
import dev.rampline.adapter.settings.ConfigurationException;
import dev.rampline.adapter.settings.IngestSettings;
import dev.rampline.adapter.settings.ProviderSettings;
import dev.rampline.ingest.Ingest;
import dev.rampline.reconcile.ProviderLookup;
import dev.rampline.reconcile.Reconciliation;
import dev.rampline.subscriber.intake.Crews;
import dev.rampline.subscriber.intake.Intake;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one place that puts together what stands behind the subscription. It makes clients and calls
 * nothing.
 */
public final class Composition {
  private final Surroundings surroundings;
  private final Assembly assembly;

  /** In those surroundings. */
  public Composition(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.assembly = new Assembly("subscriber", surroundings);
  }

  /**
   * What takes in what the socket says.
   *
   * @param onDeath told of what the process cannot go on with
   * @throws ConfigurationException if keys are given that cannot be used
   */
  public Listening listening(SubscriberSettings settings, Consumer<Throwable> onDeath) {
    IngestSettings shared = settings.ingest();
    ApiKeys keys = ApiKeys.of(settings, assembly);
    Reconciliation.LedgerStores books = assembly.books(shared);
    Ingest ingest = assembly.ingest(shared, books.ledger());
    Intake.Parts parts =
        new Intake.Parts(
            ingest,
            books.ledger(),
            api(settings, keys, books, ingest),
            surroundings.journal(),
            surroundings.clock(),
            new Crews(surroundings.workforce(), surroundings.random()),
            onDeath);
    return new Listening(
        keys.credentials(shared.outlet().environment()),
        new Intake(parts, settings.buffer()),
        books.ledger());
  }

  private Intake.@Nullable Api api(
      SubscriberSettings settings, ApiKeys keys, Reconciliation.LedgerStores books, Ingest ingest) {
    ProviderSettings provider = settings.provider();
    if (provider == null) {
      return null;
    }
    ProviderLookup readBack = assembly.readBack(settings.ingest(), provider, keys.ring(), ingest);
    return new Intake.Api(
        readBack, new Reconciliation(readBack, books, provider.reach(), surroundings.clock()));
  }
}
