package dev.rampline.devkit.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An event that no receiver may believe.
 *
 * @param name of its file, without the ending
 * @param status that it is answered with
 * @param event what API Gateway hands over
 */
record HostileEvent(String name, int status, ObjectNode event) {
  static HostileEvent of(String name, int status, String body) {
    return new HostileEvent(name, status, SampleGatewayEvent.post(body).httpApi());
  }

  /** The token where the provider puts it. */
  static HostileEvent token(String name, int status, String token) {
    return of(name, status, "{\"data\":\"" + token + "\"}");
  }
}
