package dev.rampline.adapter.assembly;

import dev.rampline.adapter.aws.Clients;
import dev.rampline.adapter.ozzobit.ProviderApi;
import dev.rampline.adapter.telemetry.Journal;
import dev.rampline.time.SchedulerFactory;
import dev.rampline.time.Sleeper;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Everything through which a process of Rampline touches the world: what stands behind these can be
 * simulated, and nothing else has to be.
 *
 * @param clients how AWS is called
 * @param http makes what the provider's API is called with
 * @param journal where lines go
 * @param clock what tells the present
 * @param random where ids and jitter come from; in production a {@code SecureRandom}
 * @param pause how time is let pass
 * @param workforce where those come from who work beside each other
 */
public record Surroundings(
    Clients clients,
    Supplier<HttpClient> http,
    Journal journal,
    InstantSource clock,
    RandomGenerator random,
    Sleeper pause,
    SchedulerFactory workforce) {
  public Surroundings {
    Objects.requireNonNull(clients, "clients");
    Objects.requireNonNull(http, "http");
    Objects.requireNonNull(journal, "journal");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(random, "random");
    Objects.requireNonNull(pause, "pause");
    Objects.requireNonNull(workforce, "workforce");
  }

  /** The world itself, with those clients, lines and time. */
  public static Surroundings real(Clients clients, Journal journal, InstantSource clock) {
    return new Surroundings(
        clients,
        ProviderApi::http,
        journal,
        clock,
        new SecureRandom(),
        Sleeper.system(),
        SchedulerFactory.threadPool());
  }
}
