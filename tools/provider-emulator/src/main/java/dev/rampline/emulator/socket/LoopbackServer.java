package dev.rampline.emulator.socket;

import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.SocketConfig;
import com.corundumstudio.socketio.SocketIOServer;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoopGroup;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A Socket.IO server on loopback that stops immediately. */
final class LoopbackServer extends SocketIOServer {
  static final String HOST = "127.0.0.1";

  private static final int THREADS = 2;

  private final OpenConnections channels = new OpenConnections();
  private @Nullable ServerBootstrap bootstrap;
  private int port;

  private LoopbackServer(Configuration configuration) {
    super(configuration);
    setPipelineFactory(channels);
  }

  static LoopbackServer create(int port) {
    Configuration configuration = new Configuration();
    configuration.setHostname(HOST);
    configuration.setPort(port);
    configuration.setBossThreads(1);
    configuration.setWorkerThreads(THREADS);
    configuration.setRandomSession(true);
    configuration.setAddVersionHeader(false);
    SocketConfig sockets = new SocketConfig();
    sockets.setReuseAddress(true);
    configuration.setSocketConfig(sockets);
    return new LoopbackServer(configuration);
  }

  @Override
  public void start() {
    ChannelFuture bound = (ChannelFuture) startAsync();
    bound.syncUninterruptibly();
    port = ((InetSocketAddress) bound.channel().localAddress()).getPort();
  }

  int port() {
    return port;
  }

  void cutAll() {
    channels.closeAll();
  }

  @Override
  protected void applyConnectionOptions(ServerBootstrap applied) {
    super.applyConnectionOptions(applied);
    bootstrap = applied;
  }

  /** The library's own shutdown waits two seconds twice for pending work. */
  @Override
  public void stop() {
    if (bootstrap != null) {
      shutDown(bootstrap.config().group());
      shutDown(bootstrap.config().childGroup());
      super.stop();
    }
  }

  private static void shutDown(EventLoopGroup group) {
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
