// Listens to the socket as a partner would, and writes down what happens, one JSON object a line.
// node listen.js URL OPTIONS SUBSCRIPTION…: OPTIONS as the client takes them; a SUBSCRIPTION is an event and its argument.
import { io } from 'socket.io-client';

const [url, options, ...subscriptions] = process.argv.slice(2);
const write = (happening) => process.stdout.write(JSON.stringify(happening) + '\n');
const socket = io(url, JSON.parse(options));

socket.on('connect', () => {
  write({ connected: socket.io.engine.transport.name });
  subscriptions.map((text) => JSON.parse(text)).forEach((subscription) => socket.emit(...subscription));
});
socket.on('order:update', (update) => write({ update }));
socket.on('connect_error', (error) => write({ refused: error.message }));
socket.on('disconnect', (reason) => write({ disconnected: reason }));
socket.io.engine.once('upgrade', (transport) => write({ upgraded: transport.name }));
process.stdin.on('end', () => process.exit(0)).resume();
