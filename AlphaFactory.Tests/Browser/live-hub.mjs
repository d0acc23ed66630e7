// A program of somebody else: follows the hub with the npm client and prints one line of JSON for what it saw.
// usage: node live-hub.mjs ADDRESS TOKEN DEPLOYMENT FRAMES
import { HubConnectionBuilder, HttpTransportType, LogLevel } from "@microsoft/signalr";

const [address, token, deployment, wanted] = process.argv.slice(2);
const hub = new HubConnectionBuilder()
  .withUrl(`${address}/hubs/live`, { accessTokenFactory: () => token, transport: HttpTransportType.WebSockets, skipNegotiation: true })
  .configureLogging(LogLevel.None)
  .build();

const frames = [];
const enough = new Promise((resolve) => {
  hub.on("frame", (frame) => {
    frames.push(frame);
    if (frames.length >= Number(wanted) && frame.deployments.some((one) => one.id === deployment && one.is_running && one.market_time)) {
      resolve();
    }
  });
});

try {
  await hub.start();
} catch (fault) {
  console.log(JSON.stringify({ refused: String(fault) }));
  process.exit(0);
}

await enough;
let pause;
try {
  pause = await hub.invoke("Do", { do: "pause", deployment, note: "from node" });
} catch (fault) {
  pause = { refused: String(fault) };
}

const equity = await hub.invoke("Equity", deployment);
const last = frames.at(-1).deployments.find((one) => one.id === deployment);
await hub.stop();
console.log(JSON.stringify({
  frames: frames.length,
  rising: frames.slice(1).every((frame, i) => frame.sequence > frames[i].sequence),
  node: frames.at(-1).node,
  keys: Object.keys(last),
  state: last.state,
  equity: last.equity,
  points: equity.points.at.length,
  pause,
}));
