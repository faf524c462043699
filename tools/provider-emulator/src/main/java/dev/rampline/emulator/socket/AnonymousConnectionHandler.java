package dev.rampline.emulator.socket;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.corundumstudio.socketio.messages.PacketsMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Adds an empty auth object to a namespace request without one: the library does not call the
 * authorizer for such a request and would accept it.
 */
final class AnonymousConnectionHandler extends ChannelInboundHandlerAdapter {
  private static final String CONNECT_WITHOUT_AUTH = "40" + ProviderSocket.NAMESPACE;

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    context.fireChannelRead(
        message instanceof PacketsMessage packets && hasNoAuth(packets)
            ? withEmptyAuth(packets)
            : message);
  }

  private static boolean hasNoAuth(PacketsMessage packets) {
    String text = packets.getContent().toString(UTF_8);
    return text.equals(CONNECT_WITHOUT_AUTH) || text.equals(CONNECT_WITHOUT_AUTH + ",");
  }

  private static PacketsMessage withEmptyAuth(PacketsMessage bare) {
    ByteBuf content = Unpooled.copiedBuffer(CONNECT_WITHOUT_AUTH + ",{}", UTF_8);
    return new PacketsMessage(bare.getClient(), content, bare.getTransport());
  }
}
