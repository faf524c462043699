// The official Socket.IO server as the subscriber's peer. It does what the lines on its standard input tell it to,
// and says on its standard output what its clients do: one JSON object a line, both ways.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { createInterface } from "node:readline";
import { Server } from "socket.io";

const { port, path, namespace: name, engine, tls } = JSON.parse(process.argv[2]);
const http = tls ? createSecureServer({ ...tls, pfx: readFileSync(tls.pfx) }) : createServer();
const io = new Server(http, { path, ...engine });
const namespace = io.of(name);
let manner = "accept";

function say(word) {
  process.stdout.write(JSON.stringify(word) + "\n");
}

function eachSocket(action) {
  namespace.sockets.forEach(action);
}

function eachWebSocket(action) {
  Object.values(io.engine.clients).forEach((client) => action(client.transport.socket));
}

io.engine.on("connection", (connection) => {
  say({ what: "connection", extensions: connection.transport.socket.extensions });
  connection.on("packet", (packet) => {
    if (packet.type === "pong") say({ what: "pong" });
  });
});

namespace.use((socket, next) => {
  say({ what: "asked", auth: socket.handshake.auth });
  if (manner === "accept") next();
  if (manner === "refuse") next(new Error("Not with that key"));
});

namespace.on("connection", (socket) => {
  say({ what: "accepted" });
  socket.onAny((...words) => say({ what: "heard", words }));
  socket.on("disconnect", (reason) => say({ what: "gone", reason }));
});

const commands = {
  manner: (command) => (manner = command.manner),
  emit: ({ event, values }) => namespace.emit(event, ...values),
  flood({ count }) {
    for (let i = 0; i < count; i++) namespace.emit("order:update", { event: "PROCESSING", orderId: `order-${i}` });
  },
  raw: ({ text }) => eachWebSocket((webSocket) => webSocket.send(text)),
  binary: ({ size }) => eachWebSocket((webSocket) => webSocket.send(Buffer.alloc(size))),
  large: ({ size }) => eachWebSocket((webSocket) => webSocket.send("4".repeat(size))),
  pings({ count }) {
    eachWebSocket((webSocket) => {
      for (let i = 0; i < count; i++) webSocket.ping(Buffer.alloc(125));
    });
  },
  disconnectNamespace: () => eachSocket((socket) => socket.disconnect(false)),
  disconnectConnection: () => eachSocket((socket) => socket.disconnect(true)),
  closeFrame: () => eachWebSocket((webSocket) => webSocket.close()),
  closeServer: () => io.close(),
};

const lines = createInterface({ input: process.stdin });
lines.on("line", (line) => {
  const command = JSON.parse(line);
  commands[command.do](command);
  say({ what: "done", done: command.do });
});
// Whoever started it is gone.
lines.on("close", () => process.exit());

http.listen(port, "127.0.0.1", () => say({ what: "listening", port: http.address().port }));
