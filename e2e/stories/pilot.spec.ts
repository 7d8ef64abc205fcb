// The académie at a glance: a pilot sees where help takes place, sorts and filters the schools, takes them away, and confirms several at
// once; on a telephone as on a desk.
import { readFileSync } from "node:fs";
import { twice } from "../fixtures/cost";
import { desktop, expect, test } from "../fixtures/house";
import { shot, stop } from "../fixtures/stop";

const small = { width: 360, height: 560 };

for (const [size, viewport] of [["360", small], ["1280", desktop]] as const) {
  test(`a pilot looks, sorts, takes away and confirms, at ${size}`, async ({ house, enter }) => {
    const page = await enter(house.one("pilot"), { viewport });
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

    await expect(page.locator("svg.map")).toBeVisible();
    await expect(page.locator(".multi svg")).toHaveCount(5);
    await expect(page.locator("svg.map .s2, svg.map .s3")).not.toHaveCount(0);
    expect(await wide()).toBe(0);
    await stop(page, `pilot-jour-${size}`);

    await page.getByRole("link", { name: /établissements : trier, filtrer/ }).click();
    const rows = page.locator("tbody tr");
    const all = await rows.count();
    // Those to be looked at come first; a tap on a heading sorts by it, another turns the order.
    await expect(rows.first().locator(".badge.warn")).toBeVisible();
    await page.getByRole("columnheader", { name: "Demandes", exact: true }).getByRole("link").click();
    await expect(page.locator("th[aria-sort=descending]")).toHaveText("Demandes");
    const asked = await page.locator("tbody tr td:nth-of-type(3)").allInnerTexts();
    const numbers = asked.map(Number).filter((n) => !Number.isNaN(n));
    expect(numbers).toEqual([...numbers].sort((one, other) => other - one));
    await page.getByLabel("Département").selectOption({ label: "Orne" });
    await page.getByLabel("Où il en est").selectOption({ label: "l’aide a lieu" });
    await page.getByRole("button", { name: "Filtrer" }).click();
    expect(await rows.count()).toBeLessThan(all);
    for (const one of await rows.all()) await expect(one).toContainText("Orne");
    await expect(page.locator("th[aria-sort=descending]")).toHaveText("Demandes");
    expect(await wide()).toBe(0);
    await stop(page, `pilot-carte-${size}`);
    const few = await rows.count();
    const [csv] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /CSV/ }).click()]);
    const lines = readFileSync(await csv.path(), "utf8").trim().split("\r\n");
    expect(lines).toHaveLength(few + 1);
    const [xlsx] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /XLSX/ }).click()]);
    expect(readFileSync(await xlsx.path()).subarray(0, 2).toString()).toBe("PK");

    // Three schools ask to take part: ticked, confirmed once, taken back in a tap.
    await page.locator(".back").click();
    await page.getByRole("link", { name: "Établissements", exact: true }).click();
    await page.getByRole("link", { name: "Cocher toute la page" }).click();
    await shot(page, `pilot-ecoles-${size}`);
    await page.getByRole("button", { name: "Engager les établissements cochés" }).click();
    const said = page.locator(".said[role=status]");
    await expect(said).toContainText("3 établissements sont engagés");
    await expect(said).toBeInViewport();
    await stop(page, `pilot-engages-${size}`);
    await page.getByRole("button", { name: "Annuler" }).click();
    await expect(said).toContainText("sont revenus où ils en étaient");
    await expect(page.getByRole("checkbox")).toHaveCount(3);
  });
}

test("a page with a map is light", async ({ house, enter }, info) => {
  const page = await enter(house.one("pilot"), { serviceWorkers: "block" });
  for (const path of ["/", new URL((await page.locator("main a[href$='/carte']").first().getAttribute("href"))!, house.url).pathname]) {
    const { cold, warm } = await twice(page, path);
    info.annotations.push({ type: path.replace(/[0-9a-f]{32}/, "*"), description: `${cold.bytes} cold, ${warm.bytes} warm` });
    console.log("      wire:", path.replace(/[0-9a-f]{32}/, "*"), JSON.stringify({ cold, warm }));
    expect(cold.bytes).toBeLessThanOrEqual(60_000);
    expect(cold.requests).toBeLessThanOrEqual(6);
    expect(warm.bytes).toBeLessThanOrEqual(30_000);
  }
});
