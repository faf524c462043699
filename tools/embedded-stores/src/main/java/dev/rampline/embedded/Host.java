package dev.rampline.embedded;

import java.net.URI;

final class Host {
  static final String LOOPBACK = "127.0.0.1";

  private Host() {}

  static URI uri(String host, int port) {
    return URI.create("http://" + host + ":" + port);
  }
}
