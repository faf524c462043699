package dev.rampline.adapter.wiring;

import dev.rampline.adapter.aws.Clients;
import dev.rampline.adapter.ozzobit.ProviderApi;
import dev.rampline.adapter.telemetry.EventLog;
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
 * @param eventLog where lines go
 * @param clock what tells the present
 * @param random where ids and jitter come from; in production a {@code SecureRandom}
 * @param sleeper how time is let pass
 * @param schedulerFactory where those come from who work beside each other
 */
public record RuntimeEnvironment(
    Clients clients,
    Supplier<HttpClient> http,
    EventLog eventLog,
    InstantSource clock,
    RandomGenerator random,
    Sleeper sleeper,
    SchedulerFactory schedulerFactory) {
  public RuntimeEnvironment {
    Objects.requireNonNull(clients, "clients");
    Objects.requireNonNull(http, "http");
    Objects.requireNonNull(eventLog, "journal");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(random, "random");
    Objects.requireNonNull(sleeper, "pause");
    Objects.requireNonNull(schedulerFactory, "workforce");
  }

  /** The world itself, with those clients, lines and time. */
  public static RuntimeEnvironment system(Clients clients, EventLog journal, InstantSource clock) {
    return new RuntimeEnvironment(
        clients,
        ProviderApi::createHttpClient,
        journal,
        clock,
        new SecureRandom(),
        Sleeper.system(),
        SchedulerFactory.threadPool());
  }
}
