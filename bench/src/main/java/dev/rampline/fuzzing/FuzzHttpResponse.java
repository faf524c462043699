package dev.rampline.fuzzing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampline.json.JsonReader;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a server of HTTP says: the script's status, header fields and body in good form, or, where
 * it says {@code raw}, nothing but its bytes.
 */
final class FuzzHttpResponse {
  private static final int OK = 200;
  private static final int LARGEST_BODY = 1 << 20;

  private final FuzzInput script;

  private FuzzHttpResponse(FuzzInput script) {
    this.script = script;
  }

  static FuzzHttpResponse of(FuzzInput script) {
    return new FuzzHttpResponse(script);
  }

  /** As it goes over the wire. */
  byte[] bytes() {
    if (isRaw()) {
      return script.bytes();
    }
    StringBuilder head = new StringBuilder("HTTP/1.1 %03d Said\r\n".formatted(status()));
    script.all("field").forEach(field -> head.append(field).append("\r\n"));
    if (script.all("field").isEmpty()) {
      head.append("Content-Length: ").append(script.bytes().length).append("\r\n");
    }
    byte[] start = head.append("Connection: close\r\n\r\n").toString().getBytes(ISO_8859_1);
    return ByteBuffer.allocate(start.length + script.bytes().length)
        .put(start)
        .put(script.bytes())
        .array();
  }

  /** Whether it may be taken for one of that status. */
  boolean isPossibleStatus(int status) {
    return !isPlain() || status() == status;
  }

  /** Whether it has to be read: it is whole, in good form, and JSON. */
  boolean isReadable() {
    return isPlain()
        && status() == OK
        && script.bytes().length <= LARGEST_BODY
        && JsonReader.read(script.bytes()).isPresent();
  }

  /** The JSON that it carries, where nothing but that was said. */
  Optional<JsonTokens> tokens() {
    return isPlain() ? JsonTokens.of(new String(script.bytes(), UTF_8)) : Optional.empty();
  }

  private boolean isPlain() {
    return !isRaw() && script.all("field").isEmpty();
  }

  private boolean isRaw() {
    return script.hasLine("raw");
  }

  private int status() {
    return script.find("status").isEmpty() ? OK : script.number("status", 1000);
  }
}
