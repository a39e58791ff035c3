// A third peer: the same relay on node's `ws`, which checks JSON and stores nothing; for measurements only.
//
// Needs the package `ws` where node looks for it (NODE_PATH). Prints its port and serves until it is ended.
"use strict";

const { WebSocketServer } = require("ws");

const HISTORY = 50;
const TEXT_LIMIT = 4000;
const groups = new Map();
let number = 0;

function join(socket, name) {
  if (!groups.has(name)) groups.set(name, { members: new Set(), lines: [] });
  const group = groups.get(name);
  group.members.add(socket);
  socket.on("close", () => group.members.delete(socket));
  socket.send(JSON.stringify({ t: "joined", lines: group.lines }));
  return group;
}

function relay(group, { text, voice }) {
  if (typeof text !== "string" || typeof voice !== "string" || !text.length || text.length > TEXT_LIMIT) return;
  const line = { t: "line", seq: ++number, ms: Date.now(), voice, text };
  group.lines.push(line);
  if (group.lines.length > HISTORY) group.lines.shift();
  const data = JSON.stringify(line);
  for (const member of group.members) member.send(data);
}

const server = new WebSocketServer(
  { host: "127.0.0.1", port: 0, backlog: 4096, perMessageDeflate: false },
  () => console.log("port", server.address().port),
);
server.on("connection", (socket) => {
  let group = null;
  socket.on("message", (data) => {
    const frame = JSON.parse(data);
    if (group) relay(group, frame);
    else group = join(socket, frame.group);
  });
});
