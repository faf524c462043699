package dev.rampline.embedded;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.ActorSystemImpl;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.actor.Extension;
import org.apache.pekko.actor.ExtensionId;
import org.apache.pekko.event.LoggingAdapter;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.scaladsl.ConnectionContext;
import org.apache.pekko.http.scaladsl.Http;
import org.apache.pekko.http.scaladsl.HttpExt;
import org.apache.pekko.http.scaladsl.model.HttpRequest;
import org.apache.pekko.http.scaladsl.model.HttpResponse;
import org.apache.pekko.http.scaladsl.settings.ServerSettings;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.stream.scaladsl.Flow;
import scala.concurrent.Future;

/**
 * The HTTP server of ElasticMQ, which passes on only the requests that a rule accepts. ElasticMQ
 * takes its server from the actor system and offers no filter; a server in front of it would leave
 * ElasticMQ's own port open. So this class replaces the actor system's server.
 */
final class GuardedHttp extends HttpExt {
  private final LocalRequestRule rule;

  private GuardedHttp(ExtendedActorSystem actors, LocalRequestRule rule) {
    super(actors.settings().config().getConfig("pekko.http"), actors);
    this.rule = rule;
  }

  /** Makes the servers that the actor system will start refuse what the rule does not accept. */
  static void install(ActorSystem actors, LocalRequestRule rule) {
    try {
      Field field = ActorSystemImpl.class.getDeclaredField("extensions");
      field.setAccessible(true);
      @SuppressWarnings("unchecked")
      Map<ExtensionId<?>, Extension> extensions =
          (Map<ExtensionId<?>, Extension>) field.get(actors);
      extensions.put(Http.lookup(), new GuardedHttp((ExtendedActorSystem) actors, rule));
    } catch (ReflectiveOperationException changed) {
      throw new IllegalStateException("This version of Pekko needs another guard", changed);
    }
  }

  @Override
  public Future<Http.ServerBinding> bindAndHandleImpl(
      Flow<HttpRequest, HttpResponse, Object> handler,
      String host,
      int port,
      ConnectionContext context,
      ServerSettings settings,
      LoggingAdapter log,
      Materializer materializer) {
    Flow<HttpRequest, HttpResponse, Object> guarded =
        org.apache.pekko.stream.javadsl.Flow.<HttpRequest>create()
            .mapAsync(
                1,
                request ->
                    isAccepted(request)
                        ? Source.single(request)
                            .via(handler.asJava())
                            .runWith(Sink.head(), materializer)
                        : CompletableFuture.completedFuture(refuse(request, materializer)))
            .<Object>mapMaterializedValue(it -> it)
            .asScala();
    return super.bindAndHandleImpl(guarded, host, port, context, settings, log, materializer);
  }

  private boolean isAccepted(HttpRequest request) {
    return rule.acceptsCall(
        request.method().value(),
        name -> request.getHeader(name).map(HttpHeader::value).orElse(null));
  }

  private static HttpResponse refuse(HttpRequest request, Materializer materializer) {
    request.discardEntityBytes(materializer);
    return (HttpResponse)
        org.apache.pekko.http.javadsl.model.HttpResponse.create()
            .withStatus(403)
            .withEntity(LocalRequestRule.REFUSAL);
  }
}
