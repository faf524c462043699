package dev.rampline.embedded;

import java.net.URI;

final class Loopback {
  static final String HOST = "127.0.0.1";

  private Loopback() {}

  static URI uri(int port) {
    return URI.create("http://" + HOST + ":" + port);
  }
}
