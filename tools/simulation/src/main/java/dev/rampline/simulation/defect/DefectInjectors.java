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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** Creates an injector for each defect. */
final class DefectInjectors {
  private DefectInjectors() {}

  static DefectInjector ofTable(BiFunction<DynamoDbClient, SqsClient, DynamoDbClient> defect) {
    return new DefectInjector() {
      @Override
      public DynamoDbClient table(DynamoDbClient sound, SqsClient queue) {
        return defect.apply(sound, queue);
      }
    };
  }

  static DefectInjector ofRelay(UnaryOperator<SendMessageBatchRequestEntry> defect) {
    return new DefectInjector() {
      @Override
      public SqsClient relayQueue(SqsClient sound) {
        return new MessageRewriteQueue(sound, defect);
      }
    };
  }

  static DefectInjector ofRelayResponse(UnaryOperator<StreamsEventResponse> defect) {
    return new DefectInjector() {
      @Override
      public StreamsEventResponse relayResponse(StreamsEventResponse sound) {
        return defect.apply(sound);
      }
    };
  }

  static DefectInjector ofSecret(UnaryOperator<SecretsManagerClient> defect) {
    return new DefectInjector() {
      @Override
      public SecretsManagerClient secret(SecretsManagerClient sound) {
        return defect.apply(sound);
      }
    };
  }

  static DefectInjector withoutRelay() {
    return new DefectInjector() {
      @Override
      public boolean isRelayEnabled() {
        return false;
      }
    };
  }

  static DefectInjector deduplicatingByText() {
    Set<String> seen = new HashSet<>();
    return ofWebhook((sound, _) -> DefectiveWebhookHandlers.deduplicatingByText(sound, seen));
  }

  static DefectInjector ofWebhook(
      BiFunction<
              RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>,
              EventLog,
              RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>>
          defect) {
    return new DefectInjector() {
      @Override
      public RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> webhook(
          RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> sound,
          EventLog eventLog) {
        return defect.apply(sound, eventLog);
      }
    };
  }

  static DefectInjector trustingSocket() {
    return new DefectInjector() {
      @Override
      public SocketListener listener(
          SocketListener sound, RuntimeEnvironment environment, Map<String, String> settings) {
        return new SocketAsSignedListener(sound, environment, settings);
      }
    };
  }

  static DefectInjector loggingSocketPackets() {
    return new DefectInjector() {
      @Override
      public SocketListener listener(
          SocketListener sound, RuntimeEnvironment environment, Map<String, String> settings) {
        return new PacketLoggingListener(sound, environment.eventLog());
      }
    };
  }

  static DefectInjector losingMessages(Predicate<SendMessageRequest> isLost) {
    return new DefectInjector() {
      @Override
      public SqsClient queue(SqsClient sound) {
        return new MessageLossQueue(sound, isLost);
      }
    };
  }

  static DefectInjector ofApi(ResponseTransformer defect) {
    return new DefectInjector() {
      @Override
      public String apiResponse(URI address, String sound, Table known) {
        return defect.transform(address, sound, known);
      }
    };
  }

  /** Changes a response of the provider's API. */
  interface ResponseTransformer {
    String transform(URI address, String sound, Table known);
  }

  /** Treats these undocumented event names as documented events of that kind. */
  static DefectInjector knowing(List<String> events, String kind) {
    return ofSetting(
        "RAMPLINE_VOCABULARY",
        events.stream()
            .map(event -> "\"%s\":\"%s\"".formatted(event, kind))
            .collect(Collectors.joining(",", "{\"events\":{", "}}")));
  }

  static DefectInjector ofSetting(String name, String value) {
    return new DefectInjector() {
      @Override
      public Map<String, String> settings(Map<String, String> sound) {
        Map<String, String> settings = new HashMap<>(sound);
        settings.put(name, value);
        return settings;
      }
    };
  }
}
