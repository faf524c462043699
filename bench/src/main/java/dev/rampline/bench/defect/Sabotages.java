package dev.rampline.bench.defect;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.rampline.adapter.assembly.Surroundings;
import dev.rampline.adapter.telemetry.Journal;
import dev.rampline.bench.cloud.Table;
import dev.rampline.subscriber.socket.SocketListener;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Puts one thing in, each. */
final class Sabotages {
  private Sabotages() {}

  static Sabotage ofTable(BiFunction<DynamoDbClient, SqsClient, DynamoDbClient> defect) {
    return new Sabotage() {
      @Override
      public DynamoDbClient table(DynamoDbClient sound, SqsClient queue) {
        return defect.apply(sound, queue);
      }
    };
  }

  static Sabotage ofRelay(UnaryOperator<SendMessageBatchRequestEntry> defect) {
    return new Sabotage() {
      @Override
      public SqsClient queueOfRelay(SqsClient sound) {
        return new RenamingQueue(sound, defect);
      }
    };
  }

  static Sabotage relaying(UnaryOperator<StreamsEventResponse> defect) {
    return new Sabotage() {
      @Override
      public StreamsEventResponse relayed(StreamsEventResponse sound) {
        return defect.apply(sound);
      }
    };
  }

  static Sabotage ofSecret(UnaryOperator<SecretsManagerClient> defect) {
    return new Sabotage() {
      @Override
      public SecretsManagerClient secret(SecretsManagerClient sound) {
        return defect.apply(sound);
      }
    };
  }

  static Sabotage withoutRelay() {
    return new Sabotage() {
      @Override
      public boolean relays() {
        return false;
      }
    };
  }

  static Sabotage remembering() {
    Set<String> seen = new HashSet<>();
    return ofWebhook((sound, _) -> Fronts.remembering(sound, seen));
  }

  static Sabotage ofWebhook(
      BiFunction<
              RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>,
              Journal,
              RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>>
          defect) {
    return new Sabotage() {
      @Override
      public RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> webhook(
          RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> sound, Journal journal) {
        return defect.apply(sound, journal);
      }
    };
  }

  static Sabotage believing() {
    return new Sabotage() {
      @Override
      public SocketListener listener(
          SocketListener sound, Surroundings surroundings, Map<String, String> settings) {
        return new BelievingListener(sound, surroundings, settings);
      }
    };
  }

  static Sabotage quotingSocket() {
    return new Sabotage() {
      @Override
      public SocketListener listener(
          SocketListener sound, Surroundings surroundings, Map<String, String> settings) {
        return new QuotingListener(sound, surroundings.journal());
      }
    };
  }

  static Sabotage losingLetters() {
    return new Sabotage() {
      @Override
      public SqsClient queue(SqsClient sound) {
        return new LosingQueue(sound);
      }
    };
  }

  static Sabotage ofApi(ChangedAnswer defect) {
    return new Sabotage() {
      @Override
      public String answer(URI address, String sound, Table known) {
        return defect.of(address, sound, known);
      }
    };
  }

  /** What becomes of an answer of the provider's API. */
  interface ChangedAnswer {
    String of(URI address, String sound, Table known);
  }

  static Sabotage keepingAddresses() {
    return new Sabotage() {
      @Override
      public Map<String, String> settings(Map<String, String> sound) {
        Map<String, String> settings = new HashMap<>(sound);
        settings.put("RAMPLINE_EXTRA_FIELDS", "ipAddress");
        return settings;
      }
    };
  }
}
