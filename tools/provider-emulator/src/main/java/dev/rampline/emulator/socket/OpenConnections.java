package dev.rampline.emulator.socket;

import com.corundumstudio.socketio.SocketIOChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;

/** The open connections. */
final class OpenConnections extends SocketIOChannelInitializer {
  private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

  @Override
  protected void addSocketioHandlers(ChannelPipeline pipeline) {
    super.addSocketioHandlers(pipeline);
    pipeline.addFirst(new AnonymousConnectionHandler());
    open.add(pipeline.channel());
  }

  void closeAll() {
    open.close().awaitUninterruptibly();
  }
}
