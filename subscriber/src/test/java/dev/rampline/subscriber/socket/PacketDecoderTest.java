package dev.rampline.subscriber.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every packet that is not delivered is counted once, and disturbs no other. */
class PacketDecoderTest {
  private static final String PLACEHOLDER = "{\"_placeholder\":true,\"num\":0}";

  private final RecordingReceiver receiver = new RecordingReceiver();
  private final PacketDecoder decoder = new PacketDecoder("/ws", receiver);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "2/other,[\"order:update\"]",
        "2/ws,{}",
        "2/ws,[]",
        "2/ws,[1]",
        "2/ws",
        "3/ws,[]",
        "3/ws,4{}",
        "3/ws,4",
        "517-/ws,[\"order:update\"]",
        "7/ws,"
      })
  void unusablePacket_isDiscarded(String packet) {
    decoder.add(packet);
    decoder.add("2/ws,[\"next\"]");

    assertThat(receiver.calls).containsExactly("discard", "event next [] null");
  }

  @Test
  void event_isDeliveredWithItsArguments_andTheRequestedAcknowledgement() {
    decoder.add("2/ws,12[\"order:update\",17]");

    assertThat(receiver.calls).containsExactly("event order:update [Num[literal=17]] 12");
  }

  @Test
  void acknowledgement_isDelivered() {
    decoder.add("3/ws,4[true]");

    assertThat(receiver.calls).containsExactly("acknowledged 4 [Bool[value=true]]");
  }

  @Test
  void attachmentWithoutAnEvent_isDiscarded() {
    decoder.add(new byte[] {1});

    assertThat(receiver.calls).containsExactly("discard");
  }

  @Test
  void eventWithoutItsAttachments_isDiscarded_onceTheNextPacketCame() {
    decoder.add("52-/ws,[\"lost\"," + PLACEHOLDER + "]");
    decoder.add(new byte[] {1});
    assertThat(receiver.calls).isEmpty();

    decoder.add("2/ws,[\"next\"]");

    assertThat(receiver.calls).containsExactly("discard", "event next [] null");
  }

  @Test
  void eventWithTheMostAttachments_isDelivered() {
    decoder.add("516-/ws,[\"order:update\"," + PLACEHOLDER + "]");
    for (int attachment = 0; attachment < Attachments.MAX; attachment++) {
      decoder.add(new byte[] {'x'});
    }

    assertThat(receiver.calls).containsExactly("event order:update [Text[value=x]] null");
  }

  private static final class RecordingReceiver implements PacketDecoder.Receiver {
    private final List<String> calls = new ArrayList<>();

    @Override
    public void onEvent(SocketEvent event, @Nullable String ackId) {
      calls.add("event %s %s %s".formatted(event.name(), event.arguments(), ackId));
    }

    @Override
    public void onAcknowledged(String ackId, List<Json> values) {
      calls.add("acknowledged %s %s".formatted(ackId, values));
    }

    @Override
    public void onDiscard() {
      calls.add("discard");
    }
  }
}
