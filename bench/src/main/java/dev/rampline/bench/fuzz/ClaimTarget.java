package dev.rampline.bench.fuzz;

import dev.rampline.bench.cloud.Images;
import dev.rampline.bench.defect.Sabotage;
import dev.rampline.decoding.SocketDecoder;
import dev.rampline.decoding.SocketWord;
import dev.rampline.function.Configuration;
import dev.rampline.function.Receiving;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.observation.Claim;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whatever the socket says of an order or a customer, it changes no state. */
final class ClaimTarget implements FuzzTarget {
  private static final Duration BUDGET = Duration.ofSeconds(10);

  private final SocketDecoder decoder = new SocketDecoder();

  private final Sabotage sabotage;

  ClaimTarget() {
    this(Sabotage.NONE);
  }

  /** With that put in. */
  ClaimTarget(Sabotage sabotage) {
    this.sabotage = sabotage;
  }

  @Override
  public void check(byte[] input) {
    Script script = Script.read(input);
    Optional<Json> argument = JsonReader.read(script.bytes());
    Site site = Site.make(sabotage);
    String name = script.find("event").orElse("order:update");
    SocketWord word =
        decoder.decode(name, argument.orElse(null), site.surroundings().clock().instant());
    switch (word) {
      case SocketWord.Told(Claim claim, String _) -> checkClaim(site, claim);
      case SocketWord.Pong(), SocketWord.Unknown() -> {}
    }
  }

  private static void checkClaim(Site site, Claim claim) {
    Receiving parts = site.composition().receiving(Configuration.of(Site.SETTINGS));
    for (int times = 1; times <= 2; times++) {
      var _ = parts.ingest().ingest(claim, Deadline.after(BUDGET, parts.clock()));
    }
    var stream = site.cloud().table().stream();
    Finding.unless(stream.size() == 1, "a claim is written once");
    Finding.unless(
        Images.state(stream.getFirst().after()).equals("unknown"), "a claim changes no state");
    List<String> types =
        site.cloud().queue().sent().stream()
            .map(sent -> JsonReader.read(sent.body()).orElseThrow())
            .map(message -> String.valueOf(((Json.Obj) message).get("type").orElse(null)))
            .toList();
    Finding.unless(
        types.size() == 1 && types.getFirst().contains(".claimed"), "a claim is announced as one");
  }
}
