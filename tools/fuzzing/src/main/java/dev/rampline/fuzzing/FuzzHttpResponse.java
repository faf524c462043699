package dev.rampline.fuzzing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampline.json.JsonReader;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * An HTTP response: the script's status, header fields and body in valid form, or, with a {@code
 * raw} line, only its bytes.
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

  /** The bytes on the wire. */
  byte[] bytes() {
    if (isRaw()) {
      return script.bytes();
    }
    StringBuilder head = new StringBuilder("HTTP/1.1 %03d Fuzzed\r\n".formatted(status()));
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

  /** Whether a client may read that status from it. */
  boolean isPossibleStatus(int status) {
    return !isPlain() || status() == status;
  }

  /** Whether a client must be able to read it: it is complete, valid HTTP, and JSON. */
  boolean isReadable() {
    return isPlain()
        && status() == OK
        && script.bytes().length <= LARGEST_BODY
        && JsonReader.read(script.bytes()).isPresent();
  }

  /** The JSON body, if the response contains nothing else. */
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
