// Drives the simulator with @stoqey/ib on behalf of a test: does what each line of input says and prints each event.
// Usage: node drive.js PORT CLIENT_ID
// In:  {"call":"reqMktData","arguments":[1,{…},"233",false,false]}
// Out: {"event":"tickPrice","arguments":[1,1,150.25,true]}, and {"complaint":"…"} when the decoder misses a field or has one too many.
"use strict";

const readline = require("node:readline");
const { IBApi, EventName } = require("@stoqey/ib");

const ib = new IBApi({ host: "127.0.0.1", port: Number(process.argv[2]), clientId: Number(process.argv[3]) });

function print(line) {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

// The decoder reports surplus and missing fields as errors that no server sends.
const COMPLAINTS = ["Decoding error", "Underrun error"];

for (const level of ["error", "warn"]) {
  console[level] = (...words) => print({ complaint: words.join(" ") });
}

ib.on(EventName.all, (event, args) => {
  if (event === EventName.error) {
    const [error, code, id, reject] = args;
    const complains = COMPLAINTS.some((words) => error.message.startsWith(words));
    print(complains ? { complaint: error.message } : { event, arguments: [error.message, code, id, reject] });
  } else if (event !== EventName.received && event !== EventName.sent && event !== EventName.result) {
    print({ event, arguments: args });
  }
});

process.on("uncaughtException", (error) => print({ complaint: error.stack }));

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const wish = JSON.parse(line);
  ib[wish.call](...wish.arguments);
}).on("close", () => process.exit(0));

ib.connect();
