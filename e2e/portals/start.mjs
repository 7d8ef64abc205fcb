// Starts a portal and waits until it answers. It ends when it is stopped, or with the process that started it, by
// which its input is closed.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

const here = import.meta.dirname;
/** The Python in which `cargo xtask setup` put what the portals in Python need. */
const python = join(process.env.TEST_PORTALS ?? join(here, "../../target/portals"), "bin/python");

/** Starts the program of this name with these options. */
export async function start(program, options) {
  const words = [join(here, program), JSON.stringify(options)];
  // -B: nothing compiled is left beside the programs.
  const [runner, ...first] = program.endsWith(".py") ? [python, "-B"] : [process.execPath];
  const child = spawn(runner, [...first, ...words], { stdio: "pipe" });
  let log = "";
  child.stderr.on("data", (bytes) => (log += bytes));
  const ended = once(child, "exit").then(([code, signal]) => {
    throw new Error(`${program} ended with ${code ?? signal}: ${log}`);
  });
  ended.catch(() => {});
  const ready = (async () => {
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.startsWith("ready ")) return line.slice("ready ".length);
    }
    return ended;
  })();
  const url = await Promise.race([ready, ended]);
  child.stdout.resume();
  return {
    url,
    pid: child.pid,
    /** What it complained of. */
    log: () => log,
    /** Ends it. */
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
    },
  };
}
