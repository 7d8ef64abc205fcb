// The door: anybody may come to it, in both languages.
import { accessible } from "../fixtures/axe";
import { expect, test } from "../fixtures/house";

for (const lang of ["fr", "en"]) {
  test(`the sign-in page opens in ${lang}`, async ({ browser, house }) => {
    const context = await browser.newContext({ locale: lang, viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    const answer = await page.goto(`${house.url}/entrer`);
    expect(answer?.status()).toBe(200);
    await expect(page.locator("html")).toHaveAttribute("lang", lang);
    await expect(page.locator("h1")).toBeVisible();
    await accessible(page, `/entrer in ${lang}`);
    await context.close();
  });
}
