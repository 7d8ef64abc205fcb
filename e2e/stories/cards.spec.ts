// Cards: on paper, in the hand, and dead at once when revoked.
import { accessible } from "../fixtures/axe";
import { expect, signIn, test } from "../fixtures/house";
import { paper } from "../fixtures/paper";
import { shot } from "../fixtures/stop";

const long = "Marie-Antoinette-Éléonore-Bernadette-Joséphine M.";

test("a class's cards fit the paper, long names too", async ({ house, enter }) => {
  const page = await enter(house.one("teacher"));
  await page.goto("/ecole");
  await page.locator("main a[href^='/ecole/classe/']").first().click();
  await page.getByRole("link", { name: /cartes/i }).click();
  await page.waitForURL(/\/cartes$/);
  const make = page.locator("button[value=missing]");
  if (await make.count()) await make.click();
  const cards = await page.locator(".sheet .pass").count();
  expect(cards).toBeGreaterThan(10);
  await shot(page, "60-cartes-1280");

  // The longest names: two on the first sheet, one on the last.
  await page.locator(".pass .name").evaluateAll((names, name) => {
    for (const n of [0, 1, names.length - 1]) names[n].textContent = name;
  }, long);
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: Math.round((194 / 25.4) * 96), height: 1060 });
  const over = await page.locator(".pass").evaluateAll((passes) =>
    passes.flatMap((pass) => {
      const box = pass.getBoundingClientRect();
      const out = [...pass.querySelectorAll("p, svg")].filter((el) => {
        const own = el.getBoundingClientRect();
        return own.right > box.right + 1 || own.bottom > box.bottom + 1 || own.left < box.left - 1 || own.top < box.top - 1;
      });
      const cut = pass.scrollWidth > pass.clientWidth + 1 || pass.scrollHeight > pass.clientHeight + 1;
      return out.length || cut ? [pass.textContent] : [];
    }),
  );
  expect(over, "cards that overflow").toEqual([]);
  const size = await page.locator(".pass").first().evaluate((pass) => {
    const { width, height } = pass.getBoundingClientRect();
    return [width, height].map((px) => Math.round((px / 96) * 25.4));
  });
  expect(size).toEqual([85, 54]);

  await page.emulateMedia({ media: null });
  const sheets = await page.locator(".sheet").count();
  expect(sheets).toBe(Math.ceil(cards / 10));
  // The list of the adult who hands them out, then one page a sheet: no card is cut by a page, or it would have made one more.
  const printed = await paper(page, "61-cartes");
  expect(printed.size).toMatch(/A4/);
  expect(printed.sheets.length).toBe(1 + sheets);
  const found = printed.sheets.map(({ text }) => ({
    codes: text.match(/[a-zéèê]+-\d{5}-[a-zéèê]+/g) ?? [],
    keys: text.match(/Clé : [a-z0-9]{3}-[a-z0-9]{3}/g) ?? [],
  }));
  const [list, ...each] = found;
  expect(list.keys, "who keeps the list opens no card with it").toEqual([]);
  expect(list.codes).toEqual(each.flatMap((one) => one.codes));
  each.forEach((one, at) => {
    const here = at + 1 < sheets ? 10 : cards - 10 * (sheets - 1);
    expect([one.codes.length, new Set(one.keys).size], `cards on sheet ${at + 1}`).toEqual([here, here]);
  });
});

test("the code typed by hand opens; a wrong PIN says so; a revoked card is dead at once", async ({
  house,
  device,
  enter,
}) => {
  const teacher = await enter(house.one("teacher"));
  await teacher.goto("/ecole");
  await teacher.locator("main a[href^='/ecole/classe/']").filter({ hasText: "5e B" }).first().click();
  await teacher.getByRole("link", { name: /cartes/i }).click();
  const line = teacher.locator("tbody tr").filter({ hasText: "Nouvel Inès" });
  const card = teacher.locator(".pass").filter({ hasText: "Inès N." });
  const code = (await card.locator(".code").textContent())!.trim();

  const ines = house.named("Inès Nouvel");
  const phone = await device();
  await phone.goto("/entrer");
  await phone.locator("#code").fill(code.toUpperCase().replaceAll("-", " "));
  await phone.locator("#pin").fill(ines.pin === "0000" ? "1111" : "0000");
  await phone.locator("main .btn.lamp").click();
  await expect(phone.locator("main [role=alert]")).toContainText(/faux/);
  await expect(phone.locator("#code")).not.toHaveValue("");
  await expect(phone.locator("#pin")).toHaveValue("");
  await accessible(phone, "/entrer refused");
  await shot(phone, "62-code-faux-360");
  await phone.locator("#pin").fill(ines.pin!);
  await phone.locator("main .btn.lamp").click();
  await expect(phone).toHaveURL(/\/$/);

  await line.getByRole("button", { name: /Inès Nouvel/ }).and(teacher.locator("[value^=revoke]")).click();
  // The page that lives may itself be on its way to the door at that very moment.
  await expect(async () => {
    await phone.goto("/");
    expect(phone.url()).toMatch(/\/entrer/);
  }).toPass();
  await phone.goto(ines.sign_in_url);
  await expect(phone.getByRole("heading", { name: "Cette carte ne marche plus" })).toBeVisible();
  await accessible(phone, "a dead card");
});

test("on the family's device, each child in turn", async ({ house, device }) => {
  const page = await device();
  for (const name of ["Inès Nouvel", "Maïssa Benali"]) {
    const account = house.named(name);
    await page.goto(account.sign_in_url);
    await page.locator("#pin").fill(account.pin!);
    await page.locator("input[name=device][value=shared]").check();
    await page.locator("main .btn.lamp").click();
    await expect(page.getByRole("heading", { name: new RegExp(`^Bon(jour|soir) ${name.split(" ")[0]}$`) })).toBeVisible();
  }
  await page.goto("/compte");
  await accessible(page, "/compte with two children");
  await shot(page, "63-compte-famille-360");
  await page.getByText("IN, sur cet appareil").click();
  await page.getByLabel("Code secret d’IN").fill(house.named("Inès Nouvel").pin!);
  await page.getByRole("button", { name: "Entrer" }).first().click();
  await expect(page.getByRole("heading", { name: /^Bon(jour|soir) Inès$/ })).toBeVisible();
});

test("signing out leads back to the door", async ({ house, device }) => {
  const page = await device();
  await signIn(page, house.one("pupil"));
  await page.goto("/compte");
  await page.locator("form[data-wipe] button").click();
  // The device forgets the person first, then the form leaves.
  await page.waitForURL(/\/entrer/);
  await page.goto("/");
  await expect(page).toHaveURL(/\/entrer/);
});
