// The live stream of what happens; the browser reconnects by itself.

export function listen({ onNews, onBack, onLost }) {
  const stream = new EventSource("/sim/events");
  stream.addEventListener("open", onBack);
  stream.addEventListener("message", (event) => onNews(JSON.parse(event.data)));
  stream.addEventListener("error", () => {
    onLost();
    // A refused connection is final to the browser, but the sandbox may just be starting again.
    if (stream.readyState === EventSource.CLOSED) setTimeout(() => listen({ onNews, onBack, onLost }), 1500);
  });
}
