// Without JavaScript: plain forms, and pages that come again by themselves.
import { ask, end, row } from "../fixtures/evening";
import { expect, test } from "../fixtures/house";
import { shot } from "../fixtures/stop";

const bare = { javaScriptEnabled: false };

test("the whole evening without JavaScript", async ({ house, enter }) => {
  const pupil = await enter(house.named("Maïssa Benali"), bare);
  await expect(pupil).toHaveURL(/\/$/);
  await pupil.goto("/bar/demande");
  await pupil.getByLabel("Maths", { exact: true }).check();
  await pupil.getByRole("button", { name: "Envoyer ma demande" }).click();
  await expect(pupil.locator("#bloque-oops")).toBeVisible();
  await pupil.locator("#photo").setInputFiles({
    name: "cahier.png",
    mimeType: "image/png",
    buffer: await pupil.screenshot(),
  });
  await pupil.locator("#bloque").fill("Exercice 8, je ne comprends pas la consigne.");
  await pupil.getByRole("button", { name: "Envoyer ma demande" }).click();
  await expect(pupil).toHaveURL(/\/bar\/moi$/);
  await expect(pupil.locator(".rank")).toContainText("3");
  await expect(pupil.locator("main img.photo")).toBeVisible();
  await shot(pupil, "30-sans-script-attente-360");

  await pupil.getByRole("button", { name: "Faire une pause" }).click();
  await expect(pupil.getByText(/En pause jusqu’à/)).toBeVisible();
  await pupil.getByRole("button", { name: "Je suis de retour" }).click();

  const teacher = await enter(house.one("teacher"), bare);
  await teacher.goto("/bar");
  await row(teacher, "Maïssa").getByRole("button", { name: /Prendre/ }).click();
  await teacher.locator("#texte").fill("Lis-la à voix haute. Quel mot te gêne ?");
  await teacher.getByRole("button", { name: "Envoyer" }).click();
  await expect(teacher.locator(".talk")).toContainText("à voix haute");
  await shot(teacher, "31-sans-script-aide-1280");

  await pupil.reload();
  await expect(pupil.locator(".talk")).toContainText("Quel mot te gêne");
  await pupil.locator("#texte").fill("« en déduire »");
  await pupil.getByRole("button", { name: "Envoyer", exact: true }).click();
  await expect(pupil.locator(".talk")).toContainText("en déduire");
  await teacher.reload();
  await expect(teacher.locator(".talk")).toContainText("en déduire");
  await end(teacher);
  await expect(teacher.locator("[data-count]")).toHaveAttribute("data-count", "4");

  await pupil.reload();
  await pupil.getByRole("button", { name: "Un peu" }).click();
  await expect(pupil.getByRole("heading", { name: "Merci pour ta réponse" })).toBeVisible();
  const parent = await enter(house.named("Samira Benali"), bare);
  await expect(parent.getByText("Maïssa a compris.")).toBeVisible();
});

test("without JavaScript a page is looked at again by hand, and takes nothing away that is being written", async ({ house, enter }) => {
  const pupil = await enter(house.named("Inès Nouvel"), bare);
  await ask(pupil, "Français", "Je ne trouve pas le sujet du verbe.");
  await expect(pupil.locator("meta[http-equiv=refresh]")).toHaveCount(0);
  await pupil.getByRole("link", { name: "Voir s’il y a du nouveau" }).click();
  await expect(pupil.getByText("Je ne trouve pas le sujet du verbe.")).toBeVisible();
});
