package dev.rampline.adapter.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.failure.FailureCause;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkFaultsTest {
  @ParameterizedTest
  @MethodSource("faults")
  void fault_isFoundByTheClassesOfItsChain(Throwable fault, FailureCause cause) {
    assertThat(NetworkFaults.find(fault)).contains(cause);
    assertThat(NetworkFaults.find(new IllegalStateException(fault))).contains(cause);
    assertThat(NetworkFaults.ofHttp(fault)).isEqualTo(cause);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(new UnknownHostException(), FailureCause.NAME_NOT_RESOLVED),
        Arguments.of(new HttpTimeoutException("canary"), FailureCause.TIMEOUT),
        Arguments.of(new InterruptedException(), FailureCause.INTERRUPTED),
        Arguments.of(new ConnectException(), FailureCause.CONNECTION_REFUSED),
        Arguments.of(new SocketException(), FailureCause.CONNECTION_FAILED),
        Arguments.of(new SSLHandshakeException("canary"), FailureCause.TLS_FAILED),
        Arguments.of(
            new SSLHandshakeException("canary").initCause(new SocketException()),
            FailureCause.CONNECTION_FAILED),
        Arguments.of(new ProtocolException(), FailureCause.RESPONSE_NOT_HTTP));
  }

  @Test
  void otherFaultOfTheHttpClient_isALostConnection_orNoHttp() {
    assertThat(NetworkFaults.find(new IOException())).isEmpty();
    assertThat(NetworkFaults.ofHttp(new IOException())).isEqualTo(FailureCause.CONNECTION_FAILED);
    assertThat(NetworkFaults.ofHttp(new IllegalArgumentException()))
        .isEqualTo(FailureCause.RESPONSE_NOT_HTTP);
  }
}
