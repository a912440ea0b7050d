// Drives the simulator with @stoqey/ib: connects, asks for contract details and market data, places and cancels an order.
// Usage: node drive.js PORT. Prints one line per thing seen and "done"; exits 1 on any complaint or after 20 seconds.
"use strict";

const { IBApi, EventName, OrderAction, OrderType, SecType, TimeInForce } = require("@stoqey/ib");

const port = Number(process.argv[2]);
const ib = new IBApi({ host: "127.0.0.1", port, clientId: 21 });
const seen = new Set();
const contract = { symbol: "IBM", secType: SecType.STK, exchange: "SMART", currency: "USD" };
let orderId = 0;

// Codes that only report a state, and the confirmation of the cancel.
const expected = new Set([2104, 2106, 2158, 202]);

// The decoder reports fields too many or too few with console.error or console.warn; both are complaints.
for (const level of ["error", "warn"]) {
  console[level] = (...words) => fail(`decoder complaint: ${words.join(" ")}`);
}

function fail(why) {
  process.stdout.write(`failed: ${why}\n`);
  process.exit(1);
}

function see(what) {
  if (!seen.has(what)) {
    seen.add(what);
    process.stdout.write(`${what}\n`);
  }
}

ib.on(EventName.error, (error, code, requestId) => {
  if (!expected.has(code)) {
    fail(`error ${code} of ${requestId}: ${error.message}`);
  }
  if (code === 202) {
    see("cancel confirmed");
    finish();
  }
});
ib.on(EventName.server, (version) => see(`server ${version}`));
ib.on(EventName.managedAccounts, (accounts) => see(`accounts ${accounts}`));
ib.once(EventName.nextValidId, (id) => {
  orderId = id;
  see("next id");
  ib.reqContractDetails(1, contract);
});
ib.on(EventName.contractDetails, (_id, details) => {
  if (details.contract.conId !== 8314 || details.minTick !== 0.01) {
    fail(`contract details are ${JSON.stringify(details)}`);
  }
  see("contract details");
});
ib.on(EventName.contractDetailsEnd, () => {
  ib.reqMktData(2, contract, "233", false, false);
  ib.reqPositions();
  ib.reqAccountSummary(3, "All", "NetLiquidation,TotalCashValue");
  ib.reqPnL(4, "DU1234567", "");
  ib.reqHistoricalData(5, contract, "", "600 S", "1 min", "TRADES", 1, 2, false);
});
ib.on(EventName.historicalData, (_id, time) => see(String(time).startsWith("finished") ? "history end" : "history"));
ib.on(EventName.positionEnd, () => see("positions end"));
ib.on(EventName.accountSummaryEnd, () => see("summary end"));
ib.on(EventName.pnl, () => see("pnl"));
ib.on(EventName.tickPrice, (_id, type, price) => {
  if (type === 1 && price > 0 && !seen.has("bid")) {
    see("bid");
    ib.placeOrder(orderId, contract, {
      action: OrderAction.BUY,
      totalQuantity: 10,
      orderType: OrderType.LMT,
      lmtPrice: Math.round(price * 50) / 100,
      tif: TimeInForce.DAY,
      transmit: true,
    });
  }
});
ib.on(EventName.openOrder, (id, _contract, order, state) => {
  if (id === orderId && (order.totalQuantity !== 10 || order.action !== "BUY")) {
    fail(`open order is ${JSON.stringify(order)}`);
  }
  see(`openOrder ${state.status}`);
});
ib.on(EventName.orderStatus, (id, status) => {
  see(`orderStatus ${status}`);
  if (id === orderId && status === "Submitted" && !seen.has("cancel sent")) {
    see("cancel sent");
    ib.cancelOrder(orderId, "");
  }
});

function finish() {
  for (const what of ["contract details", "bid", "positions end", "summary end", "pnl", "history end", "orderStatus Cancelled"]) {
    if (!seen.has(what)) {
      // What is still on its way is waited for; the time-out below says when that is too long.
      setTimeout(finish, 50);
      return;
    }
  }
  process.stdout.write("done\n");
  ib.disconnect();
  process.exit(0);
}

setTimeout(() => fail(`timed out having seen ${[...seen].join(", ")}`), 20000);
ib.connect();
