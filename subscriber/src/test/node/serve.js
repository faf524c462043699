// Runs the official Socket.IO server for tests of the subscriber. It reads commands from standard input and writes
// what its clients do to standard output, as one JSON object per line.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { createInterface } from "node:readline";
import { Server } from "socket.io";

const { port, path, namespace: name, engine, tls } = JSON.parse(process.argv[2]);
const http = tls ? createSecureServer({ ...tls, pfx: readFileSync(tls.pfx) }) : createServer();
const io = new Server(http, { path, ...engine });
const namespace = io.of(name);
let behavior = "accept";

function report(message) {
  process.stdout.write(JSON.stringify(message) + "\n");
}

function eachSocket(action) {
  namespace.sockets.forEach(action);
}

function eachWebSocket(action) {
  Object.values(io.engine.clients).forEach((client) => action(client.transport.socket));
}

io.engine.on("connection", (connection) => {
  report({ what: "connection", extensions: connection.transport.socket.extensions });
  connection.on("packet", (packet) => {
    if (packet.type === "pong") report({ what: "pong" });
  });
});

namespace.use((socket, next) => {
  report({ what: "handshake", auth: socket.handshake.auth });
  if (behavior === "accept") next();
  if (behavior === "refuse") next(new Error("Invalid API key"));
});

namespace.on("connection", (socket) => {
  report({ what: "accepted" });
  socket.onAny((...values) => report({ what: "received", values }));
  socket.on("disconnect", (reason) => report({ what: "disconnected", reason }));
});

const commands = {
  behavior: (command) => (behavior = command.behavior),
  emit: ({ event, values }) => namespace.emit(event, ...values),
  burst({ count }) {
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
  report({ what: "done", done: command.do });
});
// The test process has ended.
lines.on("close", () => process.exit());

http.listen(port, "127.0.0.1", () => report({ what: "listening", port: http.address().port }));
