// The staff of a school: a head approves the month's hours and takes it back, presences are read week by week, on a phone and on a desk.
import { accessible } from "../fixtures/axe";
import { desktop, expect, signIn, test } from "../fixtures/house";
import { stop } from "../fixtures/stop";
import { fits } from "../fixtures/walk";
import { send } from "../fixtures/year";

const small = { width: 360, height: 560 };

for (const viewport of [small, desktop]) {
  const size = `${viewport.width}`;

  test(`a head approves hours and takes it back, ${size}`, async ({ house, device }) => {
    const page = await device({ viewport });
    await signIn(page, house.one("head"));
    await page.goto("/");
    await stop(page, `st-jour-direction-${size}`);
    await fits(page);
    // The day leads to the month that waits: on the first of December, November's.
    const month = await page.locator("main li").filter({ hasText: "à approuver" }).getByRole("link").last().getAttribute("href");
    await page.goto(month!);
    await fits(page);
    await stop(page, `st-heures-${size}`);
    const totals = page.getByRole("region", { name: "À approuver" });
    await expect(totals).toContainText(/\d+\sh\s\d\d/);
    // Totals first, lines folded.
    const summary = page.getByText(/^Voir ses? /).first();
    await expect(summary).toBeVisible();
    await expect(page.locator("details[open]")).toHaveCount(0);
    await summary.click();
    await accessible(page, "the lines of a teacher", ["light"]);
    await fits(page);
    await send(page, /^Approuver (les \d+ lignes|la ligne) confirmée/);
    const said = page.locator(".said[role=status]");
    await expect(said).toContainText(/approuvées?, .* à payer/);
    await expect(said).toBeInViewport();
    await stop(page, `st-heures-dit-${size}`);
    await page.goto(month!);
    await expect(said).toHaveCount(0);
    await page.getByText(/^Voir ses? /).first().click();
    await page.getByRole("button", { name: /^Annuler la décision/ }).first().click();
    await expect(said).toContainText("Décision annulée");
    await send(page, /^Approuver (les \d+ lignes|la ligne) confirmée/);
    await said.getByRole("button", { name: "Annuler" }).click();
    await expect(said).toContainText("Approbation annulée");
    await send(page, /^Approuver (aussi|ces|cette)/);
    // What cannot be undone says first what follows.
    await page.getByText(/Préparer l’envoi jusqu/).click();
    await expect(page.getByText(/ne s’annulent? plus/)).toBeVisible();
  });

  test(`presences week by week, ${size}`, async ({ house, device }) => {
    const page = await device({ viewport });
    await signIn(page, house.one("vie-scolaire"));
    await page.goto("/presences");
    await expect(page.locator("main")).toContainText(/Semaine du lundi/);
    await page.getByRole("link", { name: "Semaine d’avant" }).click();
    await expect(page.getByRole("heading", { name: "En séance" })).toBeVisible();
    await fits(page);
    await stop(page, `st-presences-${size}`);
    await page.getByLabel("Présence", { exact: true }).selectOption({ label: "Absent" });
    await page.getByRole("button", { name: "Voir" }).click();
    await expect(page.locator("main .badge", { hasText: /^Présent$/ })).toHaveCount(0);
    // A period that cannot be shown is said, never shortened.
    await page.goto("/presences?du=2020-01-01&au=2025-11-25");
    await expect(page.getByRole("alert")).toContainText("Un an au plus");
    await expect(page.locator("#au")).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByRole("button", { name: "Télécharger le fichier" })).toHaveCount(0);
    await fits(page);
  });
}
