// What the portals in JavaScript share: a port of this machine alone, one line once they answer, an end with whoever
// started them.
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";

/** What this program was started with; `port` among it, where the machine does not choose. */
export const options = JSON.parse(process.argv[2] ?? "{}");

/** Answers with what `make` gives once the address is known.
 *
 * Its name is `localhost` where the house's is `127.0.0.1`: two ports of one name are the same site to a browser, and
 * what a real portal meets (no `SameSite=Lax` cookie with a form posted from elsewhere) would not be met here. Cookies
 * know no port either: each portal names its own after its port. */
export function stand(make) {
  let answer;
  const server = createServer((request, response) => answer(request, response));
  server.listen(options.port ?? 0, "127.0.0.1", async () => {
    const { port } = server.address();
    const url = `http://localhost:${port}`;
    answer = await make(url, port);
    console.log(`ready ${url}`);
  });
  process.stdin.on("close", () => process.exit()).resume();
  process.on("SIGTERM", () => process.exit());
}

export const secret = () => randomBytes(16).toString("hex");

const signs = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
export const text = (value) => String(value).replace(/[&<>"]/g, (sign) => signs[sign]);

/** A page of a portal. */
export const page = (title, body) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${text(title)}</title><h1>${text(title)}</h1>${body}`;

/** Fields that go to another site at once, or by a button where there is no script. */
export function sent(to, fields) {
  const hidden = ([name, value]) => `<input type="hidden" name="${name}" value="${text(value)}">`;
  const inputs = Object.entries(fields).map(hidden).join("");
  const form = `<form method="post" action="${text(to)}">${inputs}<button>Continue</button></form>`;
  return page("Back", `${form}<script>document.forms[0].submit()</script>`);
}
