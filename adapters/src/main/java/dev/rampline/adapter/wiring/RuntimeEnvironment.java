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
 * Everything through which a process has side effects. The simulation replaces only these.
 *
 * @param clients creates AWS clients
 * @param http creates the HTTP client for the provider's API
 * @param eventLog writes log entries
 * @param clock the clock
 * @param random source of ids and jitter; in production a {@code SecureRandom}
 * @param sleeper pauses threads
 * @param schedulerFactory creates worker pools
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
    Objects.requireNonNull(eventLog, "eventLog");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(random, "random");
    Objects.requireNonNull(sleeper, "sleeper");
    Objects.requireNonNull(schedulerFactory, "schedulerFactory");
  }

  /** Creates the production environment with these clients, log and clock. */
  public static RuntimeEnvironment system(Clients clients, EventLog eventLog, InstantSource clock) {
    return new RuntimeEnvironment(
        clients,
        ProviderApi::createHttpClient,
        eventLog,
        clock,
        new SecureRandom(),
        Sleeper.system(),
        SchedulerFactory.threadPool());
  }
}
