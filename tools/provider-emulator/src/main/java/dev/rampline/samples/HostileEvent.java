package dev.rampline.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An event that a receiver must reject.
 *
 * @param name the file name without extension
 * @param status the expected response status
 * @param event the API Gateway event
 */
record HostileEvent(String name, int status, ObjectNode event) {
  static HostileEvent of(String name, int status, String body) {
    return new HostileEvent(name, status, SampleGatewayEvent.post(body).httpApi());
  }

  /** The token at the provider's position in the body. */
  static HostileEvent token(String name, int status, String token) {
    return of(name, status, "{\"data\":\"" + token + "\"}");
  }
}
