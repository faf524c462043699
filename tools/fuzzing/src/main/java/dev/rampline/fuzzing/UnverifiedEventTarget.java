package dev.rampline.fuzzing;

import dev.rampline.decoding.SocketDecoder;
import dev.rampline.decoding.SocketDecodingResult;
import dev.rampline.event.UnverifiedEvent;
import dev.rampline.function.WebhookConfiguration;
import dev.rampline.function.WebhookDependencies;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.simulation.cloud.ItemAttributes;
import dev.rampline.simulation.defect.DefectInjector;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Checks that no socket event changes the state of an order or a customer. */
final class UnverifiedEventTarget implements FuzzTarget {
  private static final Duration BUDGET = Duration.ofSeconds(10);

  private final SocketDecoder decoder = new SocketDecoder();

  private final DefectInjector injector;

  UnverifiedEventTarget() {
    this(DefectInjector.NONE);
  }

  /** With that defect. */
  UnverifiedEventTarget(DefectInjector injector) {
    this.injector = injector;
  }

  @Override
  public void check(byte[] input) {
    FuzzInput script = FuzzInput.read(input);
    Optional<Json> argument = JsonReader.read(script.bytes());
    FuzzEnvironment environment = FuzzEnvironment.create(injector);
    String name = script.find("event").orElse("order:update");
    SocketDecodingResult event =
        decoder.decode(
            name, argument.orElse(null), environment.runtimeEnvironment().clock().instant());
    switch (event) {
      case SocketDecodingResult.Update(UnverifiedEvent unverifiedEvent, String _) ->
          checkEvent(environment, unverifiedEvent);
      case SocketDecodingResult.Pong(), SocketDecodingResult.Unknown() -> {}
    }
  }

  private static void checkEvent(FuzzEnvironment environment, UnverifiedEvent unverifiedEvent) {
    WebhookDependencies parts =
        environment.functionsModule().webhook(WebhookConfiguration.of(FuzzEnvironment.SETTINGS));
    for (int times = 1; times <= 2; times++) {
      var _ = parts.ingest().ingest(unverifiedEvent, Deadline.after(BUDGET, parts.clock()));
    }
    var stream = environment.cloud().table().stream();
    PropertyViolation.throwUnless(stream.size() == 1, "an unverified event is written once");
    PropertyViolation.throwUnless(
        ItemAttributes.state(stream.getFirst().after()).equals("unknown"),
        "an unverified event changes no state");
    List<String> types =
        environment.cloud().queue().sent().stream()
            .map(sent -> JsonReader.read(sent.body()).orElseThrow())
            .map(message -> String.valueOf(((Json.Obj) message).get("type").orElse(null)))
            .toList();
    PropertyViolation.throwUnless(
        types.size() == 1 && types.getFirst().contains(".unverified"),
        "an unverified event is published as unverified");
  }
}
