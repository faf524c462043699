package dev.rampline.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * Rewrites a sample event for another subject and time.
 *
 * @param subject the new subject
 * @param start the time of the subject's first event
 * @param at the time of the event
 */
record SampleRewriter(SampleSubject subject, Instant start, Instant at) {
  private static final String TRANSAK = "transak";

  SampleEvent rewrite(SampleEvent event) {
    ObjectNode root = SampleJson.object(event.payload());
    ObjectNode body = SampleBody.of(root);
    replace(body, "createdAt", start);
    replace(body, "completedAt", at);
    root.put(event.shape().equals(TRANSAK) ? "createdAt" : "timestamp", at.toString());
    if (event.isAboutOrder()) {
      body.put(SampleBody.orderIdName(body), subject.id());
      body.put("partnerOrderId", subject.partnerOrderId());
    } else {
      body.put("partnerCustomerId", subject.id());
      body.put(body.has("userId") ? "userId" : "partnerUserId", subject.userId());
    }
    return event.withPayload(SampleJson.pretty(root));
  }

  private static void replace(ObjectNode body, String member, Instant value) {
    if (body.hasNonNull(member)) {
      body.put(member, value.toString());
    }
  }
}
