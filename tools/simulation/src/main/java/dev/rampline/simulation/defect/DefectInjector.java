package dev.rampline.simulation.defect;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.wiring.RuntimeEnvironment;
import dev.rampline.simulation.cloud.Table;
import dev.rampline.subscriber.socket.SocketListener;
import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Replaces ports and handlers with defective ones. The default changes nothing. */
public interface DefectInjector {
  /** Injects no defect. */
  DefectInjector NONE = new DefectInjector() {};

  /** The table client of the process, which may also send messages. */
  default DynamoDbClient table(DynamoDbClient sound, SqsClient queue) {
    return sound;
  }

  /** The queue client of all functions but the relay. */
  default SqsClient queue(SqsClient sound) {
    return sound;
  }

  /** The queue client of the relay. */
  default SqsClient relayQueue(SqsClient sound) {
    return sound;
  }

  /** The secret client of the process. */
  default SecretsManagerClient secret(SecretsManagerClient sound) {
    return sound;
  }

  /** The body of an API response, given the address and the current table. */
  default String apiResponse(URI address, String sound, Table known) {
    return sound;
  }

  /** The settings. */
  default Map<String, String> settings(Map<String, String> sound) {
    return sound;
  }

  /** The webhook handler. */
  default RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> webhook(
      RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> sound, EventLog eventLog) {
    return sound;
  }

  /** The socket listener in the environment of its process. */
  default SocketListener listener(
      SocketListener sound, RuntimeEnvironment environment, Map<String, String> settings) {
    return sound;
  }

  /** Whether the relay runs. */
  default boolean isRelayEnabled() {
    return true;
  }

  /** The relay's response to a batch. */
  default StreamsEventResponse relayResponse(StreamsEventResponse sound) {
    return sound;
  }
}
