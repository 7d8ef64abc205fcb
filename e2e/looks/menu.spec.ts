// *Aujourd'hui* and every other page of the menu, for each role of the demonstration: on a small phone and on a desk, in light and
// in dark, under `target/e2e/looks/`. `ROLES=head,pilot` takes some of them.
import { join } from "node:path";
import { test } from "../fixtures/house";

const looks = join(import.meta.dirname, "../../target/e2e/looks");
const screens = [
  { width: 360, height: 560 },
  { width: 1280, height: 800 },
];
const roles = process.env.ROLES?.split(",") ?? ["pupil", "guardian", "teacher", "head", "vie-scolaire", "referent", "pilot", "admin"];

test.setTimeout(600_000);

for (const role of roles) {
  test(`the menu of ${role}`, async ({ house, enter }) => {
    const page = await enter(role === "pupil" ? house.named("Maïssa Benali") : house.one(role), { reducedMotion: "reduce" });
    const ways = await page.locator(".nav a").evaluateAll((all) => all.map((way) => way.getAttribute("href")!));
    for (const way of ways) {
      await page.goto(way);
      for (const screen of screens) {
        for (const colorScheme of ["light", "dark"] as const) {
          // The other pages in the dark are made of the same parts.
          if (way !== "/" && colorScheme === "dark") continue;
          await page.setViewportSize(screen);
          await page.emulateMedia({ colorScheme });
          const name = `${role}${way === "/" ? "" : way.replaceAll("/", "-")}-${screen.width}-${colorScheme}.png`;
          await page.screenshot({ path: join(looks, name) });
          if (way === "/" && colorScheme === "light") await page.screenshot({ path: join(looks, `whole-${name}`), fullPage: true });
        }
      }
    }
  });
}
