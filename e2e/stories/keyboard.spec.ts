// By keyboard alone: no pointer, and the focus is always to be seen.
import { expect, test } from "../fixtures/house";
import { tabTo } from "../fixtures/keys";

test("a pupil asks and a teacher answers by keyboard alone", async ({ house, device }) => {
  const maissa = house.named("Maïssa Benali");
  const pupil = await device();
  await pupil.goto(maissa.sign_in_url);
  await tabTo(pupil, pupil.locator("#pin"));
  await pupil.keyboard.type(maissa.pin!);
  await pupil.keyboard.press("Enter");
  await pupil.waitForURL(/\/$/);
  await pupil.keyboard.press("Tab");
  await expect(pupil.locator(".skip")).toBeFocused();
  await pupil.keyboard.press("Enter");
  await tabTo(pupil, pupil.getByRole("link", { name: "Une autre" }));
  await pupil.keyboard.press("Enter");
  await pupil.waitForURL(/\/bar\/demande$/);
  await tabTo(pupil, pupil.locator("#matiere"));
  await pupil.keyboard.press("Space");
  await pupil.keyboard.press("ArrowDown");
  await pupil.keyboard.press("ArrowUp");
  await expect(pupil.getByLabel("Maths", { exact: true })).toBeChecked();
  await tabTo(pupil, pupil.locator("#bloque"));
  await pupil.keyboard.type("Comment on compare 2/3 et 3/4 ?");
  await tabTo(pupil, pupil.getByRole("button", { name: "Envoyer ma demande" }));
  await pupil.keyboard.press("Enter");
  await pupil.waitForURL(/\/bar\/moi$/);

  const auvray = house.one("teacher");
  const teacher = await device({ viewport: { width: 1280, height: 800 } });
  await teacher.goto("/entrer/adulte");
  await tabTo(teacher, teacher.locator("#user"));
  await teacher.keyboard.type(auvray.user!);
  await tabTo(teacher, teacher.locator("#password"));
  await teacher.keyboard.type(auvray.password!);
  await teacher.keyboard.press("Enter");
  await teacher.waitForURL(/\/$/);
  await teacher.goto("/bar");
  await tabTo(teacher, teacher.getByRole("button", { name: /Prendre Maïssa/ }));
  await teacher.keyboard.press("Enter");
  await teacher.waitForURL(/\/bar\/demande\//);
  await tabTo(teacher, teacher.locator("#texte"));
  await teacher.keyboard.type("Mets-les sur le même dénominateur : 12.");
  await tabTo(teacher, teacher.getByRole("button", { name: "Envoyer" }));
  await teacher.keyboard.press("Space");
  await expect(pupil.locator(".talk")).toContainText("même dénominateur");

  await tabTo(pupil, pupil.locator("#texte"));
  await pupil.keyboard.type("8/12 et 9/12, merci");
  await tabTo(pupil, pupil.getByRole("button", { name: "Envoyer" }));
  await pupil.keyboard.press("Enter");
  await expect(teacher.locator(".talk")).toContainText("9/12");
  await tabTo(teacher, teacher.getByLabel("Compris", { exact: true }));
  await teacher.keyboard.press("Space");
  await tabTo(teacher, teacher.getByLabel("Consigne", { exact: true }));
  await teacher.keyboard.press("ArrowRight");
  await expect(teacher.getByLabel("Méthode", { exact: true })).toBeChecked();
  await tabTo(teacher, teacher.getByRole("button", { name: "Clore la demande" }));
  await teacher.keyboard.press("Enter");
  await teacher.waitForURL(/\/bar\/bureau\//);
  await expect(pupil.getByRole("heading", { name: "C’est fini" })).toBeVisible();
  await tabTo(pupil, pupil.getByRole("button", { name: "Oui" }));
  await pupil.keyboard.press("Enter");
  await expect(pupil.getByRole("heading", { name: "Merci pour ta réponse" })).toBeVisible();
});

test("on a phone the menu leads by keyboard", async ({ house, enter }) => {
  const teacher = await enter(house.one("teacher"), { viewport: { width: 360, height: 740 } });
  await tabTo(teacher, teacher.locator(".nav a").filter({ hasText: "Messages" }));
  await teacher.keyboard.press("Enter");
  await teacher.waitForURL(/\/messages$/);
});

test("a stroke on / goes to the search, and is a letter where one writes", async ({ house, enter }) => {
  const teacher = await enter(house.one("teacher"));
  await teacher.keyboard.press("/");
  const field = teacher.getByRole("searchbox", { name: "Chercher une personne, une classe, une page" });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("");
  await teacher.keyboard.type("6e/7e");
  await expect(field).toHaveValue("6e/7e");
});
