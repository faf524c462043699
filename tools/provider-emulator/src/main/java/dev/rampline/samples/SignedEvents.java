package dev.rampline.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.rampline.emulator.ProviderKeys;
import dev.rampline.emulator.SignedBody;
import dev.rampline.emulator.Signer;
import dev.rampline.emulator.WebhookTransport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;

/** The signed events of {@code events/gateway}, each answered 200. */
final class SignedEvents {
  /** The seed of the initialization vectors, so that the files are identical each time. */
  private static final long SEED = 1;

  private final EventCatalog catalog = new EventCatalog();
  private final Signer signer;

  SignedEvents(ProviderKeys keys) {
    this.signer = new Signer(keys);
  }

  /** All events by file name. */
  SequencedMap<String, ObjectNode> events() {
    SequencedMap<String, ObjectNode> events = new LinkedHashMap<>();
    for (SampleEvent sample : catalog.events()) {
      SignedBody body = signed(WebhookTransport.JWT, sample);
      events.put(sample.name() + ".jwt.json", SampleGatewayEvent.post(body).httpApi());
    }
    for (String name : List.of("order-completed", "order-completed-timestamped", "kyc-approved")) {
      events.putAll(variants(catalog.find(name).orElseThrow()));
    }
    return events;
  }

  private Map<String, ObjectNode> variants(SampleEvent sample) {
    SequencedMap<String, ObjectNode> variants = new LinkedHashMap<>();
    for (WebhookTransport transport : List.of(WebhookTransport.AES, WebhookTransport.HMAC)) {
      SampleGatewayEvent event = SampleGatewayEvent.post(signed(transport, sample));
      variants.put(
          name(sample, transport.name().toLowerCase(java.util.Locale.ROOT)), event.httpApi());
    }
    SampleGatewayEvent event = SampleGatewayEvent.post(signed(WebhookTransport.JWT, sample));
    variants.put(name(sample, "jwt-base64"), event.encoded().httpApi());
    variants.put(name(sample, "jwt-rest"), event.restApi());
    String token = signer.jwt(sample.payload());
    variants.put(name(sample, "jwt-bare"), SampleGatewayEvent.post(token).httpApi());
    String quoted = TextNode.valueOf(token).toString();
    variants.put(name(sample, "jwt-string"), SampleGatewayEvent.post(quoted).httpApi());
    return variants;
  }

  private SignedBody signed(WebhookTransport transport, SampleEvent sample) {
    return signer.sign(transport, sample.payload(), new Random(SEED));
  }

  private static String name(SampleEvent sample, String variant) {
    return sample.name() + "." + variant + ".json";
  }
}
