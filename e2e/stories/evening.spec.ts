// The evening: a pupil asks at home, a teacher helps, a parent and a head see what is theirs to see.
import { ask, end, row, waiting } from "../fixtures/evening";
import { desktop, expect, signIn, test } from "../fixtures/house";
import { stop } from "../fixtures/stop";

const text = "Exercice 4 page 92, je ne sais pas placer 7/5 sur la droite graduée.";

test("a pupil asks, a teacher helps, and each sees it at once", async ({ house, device, enter }) => {
  test.setTimeout(180_000);
  const teacher = await device({ viewport: desktop });
  await teacher.goto("/entrer/adulte");
  await stop(teacher, "01-mot-de-passe-1280");
  await signIn(teacher, house.one("teacher"));
  await teacher.goto("/bar");
  await expect(teacher.getByRole("heading", { name: "Bureau d’aide du collège" })).toBeVisible();
  await waiting(teacher, 4);

  const maissa = house.named("Maïssa Benali");
  const pupil = await device();
  await pupil.goto(maissa.sign_in_url);
  await stop(pupil, "02-carte-360");
  await signIn(pupil, maissa);
  await expect(pupil).toHaveURL(/\/$/);
  await stop(pupil, "03-soir-360");

  await pupil.getByRole("link", { name: "Une autre" }).click();
  await stop(pupil, "04-demande-360");
  await pupil.getByLabel("Maths", { exact: true }).check();
  await pupil.getByRole("button", { name: "Envoyer ma demande" }).click();
  await expect(pupil.getByRole("alert").first()).toBeFocused();
  await stop(pupil, "05-demande-refusee-360");
  await pupil.locator("#bloque").fill(text);
  const photo = { name: "cahier.png", mimeType: "image/png", buffer: await teacher.screenshot() };
  await pupil.locator("#photo").setInputFiles(photo);
  await expect(pupil.locator("canvas.photo")).toBeVisible();
  await pupil.getByRole("button", { name: "Envoyer ma demande" }).click();
  await expect(pupil).toHaveURL(/\/bar\/moi$/);
  await expect(pupil.locator(".rank")).toContainText("3");
  await expect(pupil.locator("main img.photo")).toBeVisible();
  await stop(pupil, "06-attente-360");
  await pupil.goto("/");
  await stop(pupil, "07-soir-en-attente-360");
  await pupil.goto("/bar/moi");

  await waiting(teacher, 5);
  await expect(row(teacher, "Maïssa")).toContainText("placer 7/5");
  await stop(teacher, "08-tableau-1280");
  await teacher.getByRole("button", { name: "Prendre le suivant" }).click();
  await expect(teacher).toHaveURL(/\/bar\/demande\//);
  await expect(pupil.locator(".rank")).toContainText("2");
  await end(teacher);
  await waiting(teacher, 4);
  await row(teacher, "Maïssa").getByRole("button", { name: /Prendre/ }).click();
  await expect(teacher.getByRole("heading", { name: /Maïssa Benali/ })).toBeVisible();
  await expect(teacher.locator("main img.photo")).toBeVisible();
  await stop(teacher, "09-aide-1280");

  await expect(pupil.getByRole("heading", { name: /Claire Auvray t’aide/ })).toBeVisible();
  await teacher.locator("#texte").fill("Combien de cinquièmes dans une unité ? Compte-les sur la droite.");
  await teacher.getByRole("button", { name: "Envoyer" }).click();
  await expect(pupil.locator(".talk")).toContainText("Combien de cinquièmes");
  await pupil.locator("#texte").fill("Cinq ! Alors 7/5, c’est deux traits après 1 ?");
  await pupil.getByRole("button", { name: "Envoyer" }).click();
  await expect(teacher.locator(".talk")).toContainText("deux traits après 1");
  await expect(pupil.locator("#texte")).toHaveValue("");
  await stop(pupil, "10-conversation-360");
  await stop(teacher, "11-conversation-1280");
  await teacher.goto("/bar");
  await expect(teacher.getByRole("heading", { name: "Vous aidez" })).toBeVisible();
  await stop(teacher, "12-tableau-en-aide-1280");
  await teacher.getByRole("link", { name: "Ouvrir la demande" }).click();
  await end(teacher);

  await expect(pupil.getByRole("heading", { name: "C’est fini" })).toBeVisible();
  await stop(pupil, "13-fini-360");
  await pupil.getByRole("button", { name: "Oui" }).click();
  await expect(pupil.getByRole("heading", { name: "Merci pour ta réponse" })).toBeVisible();
  await stop(pupil, "14-merci-360");

  const parent = await enter(house.named("Samira Benali"));
  await expect(parent).toHaveURL(/\/$/);
  for (const step of ["Maïssa a demandé de l’aide : Maths.", "Demande prise par Claire Auvray.", "Maïssa a compris."]) {
    await expect(parent.getByText(step)).toBeVisible();
  }
  await expect(parent.locator("body")).not.toContainText("cinquièmes");
  await expect(parent.locator("body")).not.toContainText("placer 7/5");
  await stop(parent, "15-famille-360");

  const head = await enter(house.one("head"));
  await head.goto("/bar/chiffres");
  await expect(head.locator("body")).not.toContainText("Maïssa");
  await stop(head, "16-direction-1280");
  await head.getByRole("link", { name: /^Ouvrir/ }).first().click();
  await expect(head.locator("body")).not.toContainText("cinquièmes");
  await stop(head, "17-raison-1280");
  await head.getByRole("button", { name: "Ouvrir", exact: true }).click();
  await expect(head.locator("#raison-oops")).toBeVisible();
  await head.locator("#raison").fill("La famille demande comment cela s’est passé.");
  await head.getByRole("button", { name: "Ouvrir", exact: true }).click();
  await expect(head.getByText("Cette lecture est notée.")).toBeVisible();
  await stop(head, "18-lecture-1280");
});

test("several on the same exercise: one explanation reaches them all", async ({ house, enter }) => {
  const [ines, maissa] = [await enter(house.named("Inès Nouvel")), await enter(house.named("Maïssa Benali"))];
  await ask(ines, "Sciences", "Exercice 3 page 40, à quoi sert le plan incliné ?");
  await ask(maissa, "Sciences", "L’exercice 3 page 40, je ne comprends pas le plan incliné");
  const teacher = await enter(house.one("teacher"));
  await teacher.goto("/bar");
  const pile = teacher.locator("form.group").filter({ hasText: "plan incliné" });
  await expect(pile).toBeVisible();
  await stop(teacher, "20-meme-exercice-1280");
  await pile.getByRole("button", { name: "Expliquer une fois" }).click();
  await expect(teacher.getByRole("heading", { name: "2 demandes, une explication" })).toBeVisible();
  await stop(teacher, "21-groupe-1280");
  await teacher.locator("#texte").fill("Pousse un chariot sur une pente : plus elle est douce, moins tu forces.");
  await teacher.getByRole("button", { name: "Envoyer à tous" }).click();
  for (const pupil of [ines, maissa]) await expect(pupil.locator(".talk")).toContainText("moins tu forces");
  await teacher.getByLabel("Compris", { exact: true }).check();
  await teacher.getByLabel("Notion", { exact: true }).check();
  await teacher.getByRole("button", { name: "Clore toutes les demandes" }).click();
  for (const pupil of [ines, maissa]) await expect(pupil.getByRole("heading", { name: "C’est fini" })).toBeVisible();
});
