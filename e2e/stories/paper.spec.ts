// What is printed: sheets for families and of questions, a week, a letter, the bilan. Each PDF is read page by page.
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/house";
import { paper, plain, type Sheet, solid } from "../fixtures/paper";

/** Nothing printed is pressed: no words of a button, nor the ways of the frame. */
async function bare(page: Page, sheets: Sheet[]): Promise<void> {
  const pressed = await page.locator(".btn, nav a, summary, .foot a").evaluateAll((all) => all.map((one) => one.textContent!));
  const text = sheets.map((sheet) => sheet.text).join(" ");
  const words = new Set(pressed.map(plain).filter((word) => word.length > 12));
  expect([...words].filter((word) => text.includes(word)), "words of buttons and ways").toEqual([]);
}

/** Opens the sheets of the first class, for every family. */
async function families(page: Page): Promise<string> {
  await page.goto("/accord/suivi");
  await page.locator("main a[href^='/accord/suivi/']").first().click();
  await page.locator("main a[href^='/accord/feuilles/']").first().click();
  await page.waitForURL(/\/accord\/feuilles\//);
  return `${page.url()}&toutes=1`;
}

test("each family has half a page in its language, with a code, boxes and a line to cut", async ({ house, enter }) => {
  const page = await enter(house.one("vie-scolaire"));
  const every = await families(page);
  for (const tongue of ["", "fr", "fr-falc", "en", "ar", "tr", "uk", "pt"]) {
    await page.goto(tongue ? `${every}&langue=${tongue}` : every);
    await page.emulateMedia({ media: "print" });
    const halves = page.locator(".half");
    const count = await halves.count();
    expect(count, tongue).toBeGreaterThan(8);
    const told = await halves.evaluateAll((all) =>
      all.map((half) => {
        const mm = (px: number) => Math.round((px / 96) * 25.4);
        const box = (part: Element) => part.getBoundingClientRect();
        const inside = [...half.querySelectorAll("*")].every((part) => box(part).bottom <= box(half).bottom + 1);
        const [qr, title] = [half.querySelector(".qr")!, half.querySelector("h2")!];
        return {
          high: mm(box(half).height),
          square: mm(box(qr).width),
          whole: inside && half.scrollWidth <= half.clientWidth + 1,
          leftward: box(qr).left < box(title).left,
          rtl: getComputedStyle(half).direction === "rtl",
          child: half.querySelector("bdi")!.textContent!,
          code: half.querySelector(".code")!.textContent!,
          sign: half.querySelectorAll(".boxes li").length === 2 && box(half.querySelector(".signbox")!).height > 60,
          answers: Boolean(half.querySelector(".boxes")),
        };
      }),
    );
    for (const one of told) {
      expect(one, tongue).toMatchObject({ square: 34, whole: true, leftward: one.rtl, sign: one.answers });
      expect(one.high, "A5").toBeGreaterThanOrEqual(144);
      expect(one.high, "A5").toBeLessThanOrEqual(149);
      if (tongue) expect(one.rtl, tongue).toBe(tongue === "ar");
    }
    expect(told.some((one) => one.answers)).toBe(true);
    expect(new Set(told.map((one) => one.code)).size, "each code once").toBe(count);
    await page.emulateMedia({ media: null });
    // As each family reads, and in the letters that are widest and that go the other way.
    if (!["", "ar", "uk"].includes(tongue)) continue;

    const { size, sheets } = await paper(page, `paper-familles-${tongue || "toutes"}`);
    expect(size).toMatch(/A4/);
    expect(sheets.length, "two a page").toBe(Math.ceil(count / 2));
    sheets.forEach((sheet, at) => {
      const here = told.slice(2 * at, 2 * at + 2);
      expect(sheet.text.split("couper ici").length, "one line to cut").toBe(2);
      for (const { code, child } of here) {
        expect(sheet.text.split(code).length, `${code} once`).toBe(2);
        // Both parents of a child have a sheet each.
        expect(sheet.text.split(child).length, child).toBe(1 + here.filter((one) => one.child === child).length);
      }
    });
    await bare(page, sheets);
  }
});

test("six sheets of questions are cut from a page, for each public", async ({ house, enter }) => {
  const page = await enter(house.one("vie-scolaire"));
  for (const who of ["pupil", "family", "teacher"]) {
    await page.goto(`/avis/feuille?public=${who}`);
    const question = plain((await page.locator(".six strong").first().textContent())!);
    const { size, sheets } = await paper(page, `paper-avis-${who}`);
    expect(size).toMatch(/A4/);
    expect(sheets.length).toBe(1);
    expect(solid(sheets[0].text).split(solid(question)).length - 1, "six copies").toBe(6);
    await bare(page, sheets);
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 794, height: 1123 });
    const copies = await page.locator(".six > article").evaluateAll((all) =>
      all.map((one) => {
        const { width, height } = one.getBoundingClientRect();
        const mm = (px: number) => Math.round((px / 96) * 25.4);
        const { borderRightStyle, borderBottomStyle } = getComputedStyle(one);
        const whole = one.scrollHeight <= one.clientHeight + 1;
        return { size: [mm(width), mm(height)], whole, cut: [borderRightStyle, borderBottomStyle] };
      }),
    );
    copies.forEach((copy, at) => {
      const cut = [at % 2 ? "none" : "dashed", at < 4 ? "dashed" : "none"];
      expect(copy).toEqual({ size: [105, 99], whole: true, cut });
    });
    await page.emulateMedia({ media: null });
  }
});

test("a week is a sheet for the wall", async ({ house, enter }) => {
  for (const role of ["pupil", "teacher"]) {
    const page = await enter(house.one(role));
    await page.goto("/semaine");
    const { size, sheets } = await paper(page, `paper-semaine-${role}`);
    expect(size).toMatch(/A4/);
    if (role === "pupil") expect(sheets.length).toBe(1);
    for (const sheet of sheets) expect(sheet.ends).toBeGreaterThan(0.1);
    await bare(page, sheets);
  }
});

test("a letter and a protocol are printed without what is pressed", async ({ house, enter, device }) => {
  const parent = await enter(house.named("Samira Benali"));
  await parent.goto("/accord");
  await parent.locator("main a[href^='/accord/lettre/']").first().click();
  const byCode = await device();
  await byCode.goto(house.one("guardian-on-paper").sign_in_url);
  await byCode.getByRole("button", { name: "Lire la lettre" }).click();
  for (const [page, name] of [[parent, "compte"], [byCode, "code"]] as const) {
    await page.waitForURL(/\/(lettre|reponse)\/.+/);
    const title = plain((await page.locator("h1").textContent())!);
    const { sheets } = await paper(page, `paper-lettre-${name}`);
    expect(sheets.length).toBe(1);
    expect(sheets[0].text).toContain(title);
    await bare(page, sheets);
  }
});

test("the bilan has a cover, full pages and their numbers", async ({ house, enter }) => {
  const page = await enter(house.one("pilot"));
  for (const name of ["Devoirs faits à distance", "Ateliers lecture à distance"]) {
    await page.goto("/programmes");
    const sheet = await page.getByRole("link", { name }).first().getAttribute("href");
    await page.goto(`${sheet}/bilan`);
    const schools = await page.locator("tbody tr").filter({ hasText: /Collège/ }).count();
    const { size, sheets } = await paper(page, `paper-bilan-${schools}`);
    expect(size).toMatch(/A4/);
    expect(sheets.length).toBeGreaterThan(2);
    expect(sheets[0].text).toContain(`Préau Académie de Normandie`);
    expect(sheets[0].text).toContain(name);
    expect(sheets[0].text).not.toContain(`1 / ${sheets.length}`);
    sheets.slice(1).forEach((one, at) => expect(one.text).toContain(`${at + 2} / ${sheets.length}`));
    sheets.forEach((one, at) => {
      const least = at + 1 < sheets.length ? 0.75 : 0.5;
      expect(one.ends, `page ${at + 1} of ${sheets.length} is full`).toBeGreaterThan(least);
    });
    await bare(page, sheets);
  }
});
