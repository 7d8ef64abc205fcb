// Every form of every page answers: what was done in one line in sight, or what is to be mended, under its own name, with the focus on it.
// On the way, every page has a lit entry and a way back, and none is wider than the smallest screen.
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/house";
import { kind, ways } from "../fixtures/walk";

const small = { width: 320, height: 568 };

/** Forms that are not sent here, and why. */
const LEFT: [RegExp, string][] = [
  [/^\/sortir$/, "it ends the walk"],
  [/^\/langue$|^\/compte\/langue$/, "it is spoken of in pages.spec.ts"],
  [/^\/compte\/(sessions|mot-de-passe|double)/, "it closes the session of the walk"],
  [/^\/semaine\/abonnement$/, "it shows a secret address, once: the page is the answer"],
];

/** What was last answered on the page as it stands. */
type Answer = "said" | "refused" | string;

/** How many kinds of pages are looked at, and of forms sent, for each person. */
const MOST = 60;

/** The forms of a page that are sent by POST: where each stands among them, and its kind. */
const forms = (page: Page) =>
  page.evaluate(() =>
    [...document.forms]
      .map((form, at) => ({ form, at }))
      .filter(({ form }) => form.method === "post" && form.checkVisibility() && form.closest("main") && form.querySelector("button"))
      .map(({ form, at }) => {
        const names = [...new FormData(form).keys()].filter((name) => !["csrf", "once"].includes(name));
        return { at, action: new URL(form.getAttribute("action") || location.href, location.href).pathname, names: [...new Set(names)].join(" ") };
      }),
  );

/** Fills the form as somebody in a hurry would, and presses its first button; whether a file came of it, which is its own answer. */
async function send(page: Page, at: number): Promise<boolean> {
  const pressed = await page.evaluateHandle((at) => {
    const form = document.forms[at];
    for (const one of form.elements as unknown as HTMLInputElement[]) {
      if (one.type === "radio" && !form.querySelector(`input[name="${one.name}"]:checked`)) one.checked = true;
      if (one instanceof HTMLTextAreaElement && !one.value) one.value = "Un essai";
      if (one instanceof HTMLSelectElement && !one.value && one.options.length > 1) one.selectedIndex = 1;
      if (one.value || one.readOnly) continue;
      const typed = { text: "Un essai", tel: "06 39 98 00 01", number: one.min || "1", email: "a@college.example" } as Record<string, string>;
      if (one.type in typed) one.value = typed[one.type].slice(0, one.maxLength > 0 ? one.maxLength : undefined);
    }
    return form.querySelector<HTMLElement>("button:not([type=button]):not([hidden])") ?? form;
  }, at);
  const button = pressed.asElement() as import("@playwright/test").ElementHandle<HTMLElement>;
  const late = { timeout: 10_000 };
  const file = page.waitForEvent("download", late).catch(() => null);
  // A file that comes leaves the page where it was: its navigation ends at once.
  const moved = page.waitForNavigation({ waitUntil: "load", ...late }).then(() => null, () => file);
  await button.evaluate((one) => (one instanceof HTMLFormElement ? one.requestSubmit() : one.click()));
  // What is sent by the script may answer on the page where it is.
  const here = page.waitForSelector("[role=alert][data-focus], .said[role=status]", late).then(() => null, () => null);
  const came = await Promise.race([moved, here, file.then((one) => one ?? moved)]);
  await page.waitForLoadState("load");
  return came !== null;
}

/** What the page answers, as it stands. */
const answer = (page: Page): Promise<Answer> =>
  page.evaluate(() => {
    const seen = (one: Element) => {
      const { top, bottom, height } = one.getBoundingClientRect();
      return height > 0 && top >= -1 && bottom <= innerHeight + 1;
    };
    const said = document.querySelector(".said[role=status]");
    if (said) return seen(said) ? "said" : "said out of sight";
    const refused = document.querySelector("[role=alert][data-focus]");
    if (refused) {
      if (document.activeElement !== refused) return "refused, without the focus";
      return refused.querySelector("h2")?.textContent?.trim() ? "refused" : "refused, without a title";
    }
    return `silent at ${location.pathname}: ${document.querySelector("h1")?.textContent?.trim()}`;
  });

/** What is wrong with the page as a place: too wide, nothing lit, no way back. */
const place = (page: Page) =>
  page.evaluate(() => {
    const wrong: string[] = [];
    const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (over > 0) wrong.push(`${over} pixels too wide`);
    const lit = document.querySelector(".nav [aria-current]");
    const entry = [...document.querySelectorAll(".nav a")].some((one) => one.getAttribute("href") === location.pathname);
    if (document.querySelector(".nav") && !lit) wrong.push("nothing lit");
    if (!entry && !document.querySelector(".back, .crumbs a")) wrong.push("no way back");
    return wrong;
  });

test.describe.configure({ timeout: 300_000 });

for (const role of ["pupil", "guardian", "teacher", "head", "pilot"]) {
  test(`every form of a ${role} answers`, async ({ house, enter }) => {
    const page = await enter(house.one(role), { viewport: small });
    const left = ["/"];
    const pages = new Set<string>(left);
    const sent = new Set<string>();
    const wrong: string[] = [];
    page.on("dialog", (dialog) => dialog.accept());
    for (let path = left.shift(); path !== undefined; path = left.shift()) {
      const reply = await page.goto(path).catch(() => null);
      if (reply?.status() !== 200 || !reply.headers()["content-type"]?.startsWith("text/html")) continue;
      wrong.push(...(await place(page)).map((what) => `${path}: ${what}`));
      for (const way of await ways(page)) {
        if (pages.size >= MOST || pages.has(kind(way))) continue;
        pages.add(kind(way));
        left.push(way);
      }
      for (const { at, action, names } of await forms(page)) {
        const key = `${kind(action)} [${names}]`;
        if (sent.has(key) || sent.size >= MOST || LEFT.some(([shape]) => shape.test(action))) continue;
        sent.add(key);
        await page.goto(path);
        if (!(await forms(page)).some((form) => form.at === at && form.action === action)) continue;
        const told = (await send(page, at)) ? "said" : await answer(page);
        if (!["said", "refused"].includes(told)) wrong.push(`${path}, ${key}: ${told}`);
      }
    }
    expect(wrong, `${pages.size} pages, ${sent.size} forms`).toEqual([]);
  });
}
