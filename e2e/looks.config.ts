// Pictures to be looked at, not a story: `npx playwright test -c looks.config.ts`.
import stories from "./playwright.config";

export default { ...stories, testDir: "looks", projects: [{ name: "looks", workers: 1 }] };
