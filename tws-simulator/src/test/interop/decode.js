// Feeds the decoder of @stoqey/ib with single messages, without a socket, on behalf of a test.
// In:  {"version":"178","fields":["9","1","101"]}
// Out: {"event":"nextValidId","arguments":[101]} for each event, {"complaint":"…"} for each field too many or missing, then {"done":true}
"use strict";

const readline = require("node:readline");
const path = require("node:path");

// The package does not export its decoder, so the file is asked for by its place.
const root = path.dirname(require.resolve("@stoqey/ib/package.json"));
const { Decoder } = require(path.join(root, "dist", "core", "io", "decoder.js"));

function print(line) {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function decode(version, fields) {
  const decoder = new Decoder({
    serverVersion: version,
    emitEvent: (event, ...args) => print({ event, arguments: args }),
    emitInfo: (message, code) => print({ event: "info", arguments: [message, code] }),
    emitError: (message, code, id, reject) =>
      /^(Decoding|Underrun) error/.test(message)
        ? print({ complaint: message })
        : print({ event: "error", arguments: [message, code, id, reject] }),
  });
  decoder.enqueueMessage(fields);
  decoder.process();
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const wish = JSON.parse(line);
  try {
    decode(Number(wish.version), wish.fields);
  } catch (error) {
    print({ complaint: error.stack });
  }
  print({ done: true });
}).on("close", () => process.exit(0));
