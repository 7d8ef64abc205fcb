// What is being written stays, whatever changes around it.
import { ask, end, row } from "../fixtures/evening";
import { expect, test } from "../fixtures/house";
import { shot } from "../fixtures/stop";

test("what a pupil is writing stays when the page turns around it", async ({ house, enter }) => {
  const pupil = await enter(house.named("Maïssa Benali"));
  await ask(pupil, "Maths", "Je bloque sur la question 2.");
  await pupil.locator("#texte").fill("C’est la fraction qui me gêne");
  const teacher = await enter(house.one("teacher"));
  await teacher.goto("/bar");
  await row(teacher, "Maïssa").getByRole("button", { name: /Prendre/ }).click();
  await expect(pupil.getByRole("heading", { name: /Claire Auvray t’aide/ })).toBeVisible();
  await expect(pupil.locator("#texte")).toHaveValue("C’est la fraction qui me gêne");
  await pupil.getByRole("button", { name: "Envoyer", exact: true }).click();
  await expect(teacher.locator(".talk")).toContainText("la fraction");

  await pupil.locator("#texte").fill("Et pour la question 3 ?");
  await end(teacher);
  await expect(pupil.locator("main")).toContainText("Pas encore envoyé");
  await expect(pupil.locator("main")).toContainText("Et pour la question 3 ?");
  await shot(pupil, "45-pas-envoye-360");
});

test("what one is writing stays when the session ends elsewhere", async ({ house, enter }) => {
  const pupil = await enter(house.named("Maïssa Benali"));
  await ask(pupil, "Maths", "Je bloque sur la question 2.");
  await pupil.locator("#texte").fill("Je recommence par le début");
  const other = await enter(house.named("Maïssa Benali"));
  await other.goto("/compte");
  await other.getByRole("button", { name: /tous les autres/ }).click();
  await expect(other.getByRole("button", { name: /tous les autres/ })).toHaveCount(0);
  // The page heard of it within this time, and used to leave.
  await pupil.waitForTimeout(3_000);
  await expect(pupil).toHaveURL(/\/bar\/moi$/);
  await expect(pupil.locator("#texte")).toHaveValue("Je recommence par le début");
  await pupil.getByRole("button", { name: "Envoyer", exact: true }).or(pupil.getByRole("button", { name: /Ajouter/ })).first().click();
  await expect(pupil.locator("[data-outbox-list]")).toContainText("Je recommence par le début");
});
