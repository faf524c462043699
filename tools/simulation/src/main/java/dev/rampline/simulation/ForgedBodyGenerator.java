package dev.rampline.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampline.simulation.environment.SimulationRandom;
import dev.rampline.simulation.provider.Canary;
import java.util.Base64;

/** Generates webhook bodies that imitate the provider's. */
final class ForgedBodyGenerator {
  private static final int VARIANTS = 5;

  private final SimulationRandom random;

  ForgedBodyGenerator(SimulationRandom chance) {
    this.random = chance;
  }

  /** Forges a body from a genuine one, or from nothing. */
  String body(String genuine) {
    String claims =
        "{\"eventName\":\"ORDER_COMPLETED\",\"data\":{\"id\":\"%s\",\"status\":\"COMPLETED\"}}"
            .formatted(Canary.FORGED);
    return switch (random.drawInt(VARIANTS)) {
      case 0 -> claims;
      case 1 -> wrapped("{\"alg\":\"none\"}", claims, "");
      case 2 -> wrapped("{\"alg\":\"HS256\"}", claims, "A".repeat(43));
      case 3 -> genuine.substring(0, 1 + random.drawInt(genuine.length() - 1));
      default -> swapped(genuine, claims);
    };
  }

  private static String wrapped(String header, String claims, String signature) {
    return "{\"data\":\"%s.%s.%s\"}".formatted(encoded(header), encoded(claims), signature);
  }

  /** Combines the content with another body's signature. */
  private static String swapped(String genuine, String claims) {
    int first = genuine.indexOf('.');
    int second = genuine.lastIndexOf('.');
    return genuine.substring(0, first + 1) + encoded(claims) + genuine.substring(second);
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }
}
