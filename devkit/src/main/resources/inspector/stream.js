// The server-sent events, and whether they come.

/** Feeds the store for as long as the page is open; tells each change of the link's state. */
export function follow(store, onHello, onLink) {
  const source = new EventSource("api/stream");
  const on = (name, take) => source.addEventListener(name, (event) => take(JSON.parse(event.data)));
  on("hello", (hello) => {
    store.forget();
    onHello(hello);
    onLink("live");
  });
  on("subjects", (summaries) => store.takeSubjects(summaries));
  on("gone", (subjects) => store.takeGone(subjects));
  on("words", (words) => store.takeWords(words));
  on("channels", (channels) => store.takeChannels(channels));
  on("ready", () => store.ready());
  source.onerror = () => {
    onLink("lost");
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(() => follow(store, onHello, onLink), 2000);
    }
  };
}
