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

/**
 * Where a defect can be put in: at the ports, and before the handlers. Left alone, all is sound.
 */
public interface DefectInjector {
  /** Nothing is put in. */
  DefectInjector NONE = new DefectInjector() {};

  /** The table as the process calls it, which may send too. */
  default DynamoDbClient table(DynamoDbClient sound, SqsClient queue) {
    return sound;
  }

  /** The queues as everybody else calls them. */
  default SqsClient queue(SqsClient sound) {
    return sound;
  }

  /** The queue as the relay calls it. */
  default SqsClient relayQueue(SqsClient sound) {
    return sound;
  }

  /** The secret as the process calls it. */
  default SecretsManagerClient secret(SecretsManagerClient sound) {
    return sound;
  }

  /** What the provider's API answers at an address, in sight of what is known already. */
  default String apiResponse(URI address, String sound, Table known) {
    return sound;
  }

  /** The settings. */
  default Map<String, String> settings(Map<String, String> sound) {
    return sound;
  }

  /** What takes webhooks in. */
  default RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> webhook(
      RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> sound, EventLog journal) {
    return sound;
  }

  /** What is told of the socket, in the surroundings of its process. */
  default SocketListener listener(
      SocketListener sound, RuntimeEnvironment surroundings, Map<String, String> settings) {
    return sound;
  }

  /** Whether the stream is read at all. */
  default boolean isRelayEnabled() {
    return true;
  }

  /** How far the relay says that it got. */
  default StreamsEventResponse relayResponse(StreamsEventResponse sound) {
    return sound;
  }
}
