// The line is cut: what was written waits on the device, says so, and arrives once.
import { ask, end, row, waiting } from "../fixtures/evening";
import { expect, test } from "../fixtures/house";
import { shot } from "../fixtures/stop";

const soon = { timeout: 30_000 };

test("a demand written while the line is cut arrives once", async ({ house, enter }) => {
  test.setTimeout(90_000);
  const pupil = await enter(house.named("Maïssa Benali"));
  await pupil.goto("/bar/demande");
  await pupil.getByLabel("Maths", { exact: true }).check();
  await pupil.locator("#bloque").fill("Demande écrite sans réseau");
  const photo = { name: "cahier.png", mimeType: "image/png", buffer: await pupil.screenshot() };
  await pupil.locator("#photo").setInputFiles(photo);
  await expect(pupil.locator("canvas.photo")).toBeVisible();
  await house.stop();
  await pupil.getByRole("button", { name: "Envoyer ma demande" }).click();
  await expect(pupil.locator("[data-outbox-list]")).toContainText("Pas encore parti");
  await expect(pupil.locator("[data-outbox-list]")).toContainText("Demande écrite sans réseau");
  await expect(pupil.getByText("Pas de réseau")).toBeVisible();
  await shot(pupil, "40-coupure-demande-360");
  await house.start();
  await expect(pupil).toHaveURL(/\/bar\/moi$/, soon);
  await expect(pupil.locator(".talk > li")).toHaveCount(1);
  await expect(pupil.locator("main img.photo")).toBeVisible();
  await expect(pupil.locator("[data-outbox-list]")).toBeHidden();

  const teacher = await enter(house.one("teacher"));
  await teacher.goto("/bar");
  await expect(row(teacher, "Demande écrite sans réseau")).toHaveCount(1);
  await expect(teacher.locator("[data-count]")).toHaveAttribute("data-count", "5");
});

test("messages written on both sides while the line is cut arrive once", async ({ house, enter }) => {
  test.setTimeout(120_000);
  const pupil = await enter(house.named("Maïssa Benali"));
  await ask(pupil, "Maths", "Je bloque sur la question 2.");
  const teacher = await enter(house.one("teacher"));
  await teacher.goto("/bar");
  await row(teacher, "Maïssa").getByRole("button", { name: /Prendre/ }).click();
  await expect(pupil.getByRole("heading", { name: /Claire Auvray t’aide/ })).toBeVisible();

  await house.stop();
  await pupil.locator("#texte").fill("Message de l’élève pendant la coupure");
  await pupil.getByRole("button", { name: "Envoyer", exact: true }).click();
  await teacher.locator("#texte").fill("Réponse du professeur pendant la coupure");
  await teacher.getByRole("button", { name: "Envoyer", exact: true }).click();
  for (const page of [pupil, teacher]) {
    await expect(page.locator("[data-outbox-list]")).toContainText("Pas encore parti");
    await expect(page.locator("[data-offline]")).toBeVisible();
  }
  await shot(pupil, "41-coupure-message-360");
  await shot(teacher, "42-coupure-reponse-1280");
  await house.start();
  for (const page of [pupil, teacher]) {
    for (const words of ["Message de l’élève pendant", "Réponse du professeur pendant"]) {
      await expect(page.locator(".talk > li").filter({ hasText: words })).toHaveCount(1, soon);
    }
    await expect(page.locator("[data-outbox-list]")).toBeHidden(soon);
    await expect(page.locator("[data-offline]")).toBeHidden(soon);
    await page.reload();
    await expect(page.locator(".talk > li")).toHaveCount(3);
  }
});

test("a demand kept on the device leaves after the page was closed", async ({ house, enter }) => {
  test.setTimeout(90_000);
  const pupil = await enter(house.named("Inès Nouvel"));
  await pupil.goto("/bar/demande");
  await pupil.getByLabel("Sciences", { exact: true }).check();
  await pupil.locator("#bloque").fill("Écrite, puis la page fermée");
  await house.stop();
  await pupil.getByRole("button", { name: "Envoyer ma demande" }).click();
  await expect(pupil.locator("[data-outbox-list]")).toContainText("Pas encore parti");
  const later = await pupil.context().newPage();
  await pupil.close();
  await house.start();
  await later.goto("/");
  await expect(later).toHaveURL(/\/bar\/moi$/, soon);
  await expect(later.locator(".talk > li")).toHaveCount(1);
});

test("sent twice in a hurry counts once", async ({ house, enter }) => {
  const pupil = await enter(house.named("Inès Nouvel"));
  await pupil.goto("/bar/demande");
  await pupil.getByLabel("Maths", { exact: true }).check();
  await pupil.locator("#bloque").fill("Deux fois le doigt");
  await pupil.getByRole("button", { name: "Envoyer ma demande" }).dblclick();
  await expect(pupil).toHaveURL(/\/bar\/moi$/);
  await pupil.locator("#texte").fill("Message tapé deux fois");
  await pupil.getByRole("button", { name: "Envoyer", exact: true }).dblclick();
  await expect(pupil.locator(".talk > li")).toHaveCount(2);
  await pupil.reload();
  await expect(pupil.locator(".talk > li")).toHaveCount(2);

  // Without script, the same form sent from two copies of the page.
  const bare = await enter(house.named("Maïssa Benali"), { javaScriptEnabled: false });
  await bare.goto("/bar/demande");
  await bare.getByLabel("Maths", { exact: true }).check();
  await bare.locator("#bloque").fill("Deux fois sans script");
  await bare.getByRole("button", { name: "Envoyer ma demande" }).dblclick();
  await expect(bare).toHaveURL(/\/bar\/moi$/);
  const teacher = await enter(house.one("teacher"));
  await teacher.goto("/bar");
  await waiting(teacher, 6);
  for (const words of ["Deux fois le doigt", "Deux fois sans script"]) {
    await expect(row(teacher, words)).toHaveCount(1);
  }
});

test("a message that comes after the end is given back with its words", async ({ house, enter }) => {
  test.setTimeout(90_000);
  const pupil = await enter(house.named("Maïssa Benali"));
  await ask(pupil, "Maths", "Je bloque sur la question 2.");
  const teacher = await enter(house.one("teacher"));
  await teacher.goto("/bar");
  await row(teacher, "Maïssa").getByRole("button", { name: /Prendre/ }).click();
  await expect(pupil.getByRole("heading", { name: /Claire Auvray t’aide/ })).toBeVisible();
  await pupil.context().setOffline(true);
  await pupil.locator("#texte").fill("Écrit trop tard, mais gardé");
  await pupil.getByRole("button", { name: "Envoyer", exact: true }).click();
  await expect(pupil.locator("[data-outbox-list]")).toContainText("Pas encore parti");
  await end(teacher);
  await expect(teacher).toHaveURL(/\/bar\/bureau\//);
  await pupil.context().setOffline(false);
  await expect(pupil.getByText("Ce message n’est pas parti")).toBeVisible(soon);
  await expect(pupil.getByText("Écrit trop tard, mais gardé")).toBeVisible();
  await expect(pupil.locator("[data-outbox-list]")).toBeHidden();
});
