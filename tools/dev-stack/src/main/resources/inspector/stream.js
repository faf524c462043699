// Receives server-sent events.

/** Updates the store while the page is open, and reports the state of the connection. */
export function follow(store, onHello, onLink) {
  const source = new EventSource("api/stream");
  const on = (name, take) => source.addEventListener(name, (event) => take(JSON.parse(event.data)));
  on("hello", (hello) => {
    store.clear();
    onHello(hello);
    onLink("live");
  });
  on("subjects", (summaries) => store.putSubjects(summaries));
  on("removed", (subjects) => store.removeSubjects(subjects));
  on("events", (events) => store.addEvents(events));
  on("channels", (channels) => store.putChannels(channels));
  on("ready", () => store.ready());
  source.onerror = () => {
    onLink("lost");
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(() => follow(store, onHello, onLink), 2000);
    }
  };
}
