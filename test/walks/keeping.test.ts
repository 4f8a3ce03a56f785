/**
 * Keeping things, as a reader does it: choose, write the code down, lock, come back, forget the passphrase, take a backup
 * along; in two tabs, after a crash, on a server that stores, one that does not, and a static host.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { Encrypter } from "age-encryption";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Serving, serve } from "../../src/server/index.ts";
import { openSealedPeople } from "../../web/src/store/sealed-file.ts";
import { everyReaderLooks } from "./look.ts";
import { hindrance, type Opened, type Reader, startWalks, type Walks } from "./walk.ts";

const desk: Reader = { lang: "en", width: 1440, scheme: "light" };
const passphrase = "four words in a row";
const filePhrase = "words for the file";
const folder = mkdtempSync(join(tmpdir(), "chainbreak-keeping-"));

const person = (id: string) => ({ document: { person: { id } }, held: [], measures: [], done: [] });

// --- what a reader does -----------------------------------------------------------------------------------------------

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const type = (page: Page, label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);
const heading = (page: Page, name: string) =>
  page.getByRole("heading", { name, exact: true, level: 1 }).waitFor();
const alertSays = (page: Page) => page.getByRole("alert").innerText();
const part = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

/** A part of the settings, unfolded where it was folded. */
async function unfolded(page: Page, name: string): Promise<Locator> {
  await part(page, name).waitFor();
  const closed = part(page, name).locator("details:not([open]) > summary");
  if ((await closed.count()) > 0) await closed.click();
  return part(page, name);
}

/** Chooses to keep; gives the recovery code. */
async function keep(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Keep it, locked with a passphrase" }).click();
  return makePassphrase(page, passphrase);
}

async function makePassphrase(page: Page, phrase: string): Promise<string> {
  await type(page, "Passphrase", phrase);
  await type(page, "Once more", phrase);
  await press(page, "Keep my things");
  await heading(page, "Write this code down");
  const groups = await page.locator(".keeping-code code span").allInnerTexts();
  expect(groups).toHaveLength(8);
  await type(page, "To be sure it is on paper: the last four characters", groups.at(-1)!.toLowerCase());
  await press(page, "Go on");
  await page.locator("aside.keeping-line").waitFor();
  return groups.join("-");
}

async function unlock(page: Page, phrase: string): Promise<void> {
  await type(page, "Passphrase", phrase);
  await press(page, "Open");
}

const kept = (page: Page) => page.locator(".kept-saving.kept").waitFor();

/** Puts people into the page by a sealed file; a cheap one, so that nobody waits. */
async function addPeople(page: Page, ...ids: readonly string[]): Promise<void> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(8);
  encrypter.setPassphrase(filePhrase);
  const people = { chainbreak: "people", version: 1, people: ids.map(person) };
  const buffer = Buffer.from(await encrypter.encrypt(JSON.stringify(people)));
  const opening = await unfolded(page, "Open a sealed file");
  await opening
    .getByLabel("Sealed file")
    .setInputFiles({ name: "people.age", mimeType: "application/octet-stream", buffer });
  await opening.getByLabel("Passphrase for the file").fill(filePhrase);
  await opening.getByRole("button", { name: "Open the file" }).click();
  await opening.getByText(/ added\./).waitFor();
}

/** Who is shown among the people, looked at and come back from. */
async function peopleIn(page: Page): Promise<readonly string[]> {
  await page.locator("aside.keeping-line a").waitFor();
  await page.evaluate("location.hash = '#en/people'");
  await page.locator(".people-page h1").waitFor();
  const names = await page.locator(".people .person h2").allInnerTexts();
  await page.locator("aside.keeping-line a").click();
  await heading(page, "How your records are kept");
  return names;
}

/** Who is in a sealed file that the page saves. */
async function sealedBy(page: Page): Promise<readonly string[]> {
  const sealing = part(page, "Sealed file");
  await sealing.getByLabel("Passphrase for the file").fill(filePhrase);
  await sealing.getByLabel("Once more").fill(filePhrase);
  const bytes = await downloaded(page, () =>
    sealing.getByRole("button", { name: "Save a sealed file" }).click(),
  );
  const read = await openSealedPeople(bytes, { passphrase: filePhrase, file: "people.age" });
  if (read.kind !== "people") throw read.complaint;
  return (read.people as ReturnType<typeof person>[]).map(({ document }) => document.person.id);
}

async function downloaded(page: Page, act: () => Promise<void>): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  return readFileSync(await download.path());
}

/** Kills the renderer as the system would when memory runs out. */
async function crash(page: Page): Promise<void> {
  const crashed = new Promise<void>((resolve) => page.once("crash", () => resolve()));
  page.goto("chrome://crash").catch(() => {});
  await crashed;
  await page.close();
}

const place = "keeping";
/** What a passphrase costs is one walk's business, the one of a reload; the others lock and unlock too often. */
const cheaply = { isLockedCheaply: true };

// --- a host of files, and nothing else --------------------------------------------------------------------------------

const types: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

function staticHost(): Promise<{ readonly url: string; readonly host: Server }> {
  const host = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://host").pathname;
    try {
      const name = path === "/" ? "index.html" : normalize(path).slice(1);
      const bytes = readFileSync(join("dist-page", name));
      response.setHeader("Content-Type", types[extname(name)] ?? "application/octet-stream").end(bytes);
    } catch {
      response.writeHead(404).end("no such file");
    }
  });
  return new Promise((resolve) => {
    host.listen(0, "127.0.0.1", () => {
      const address = host.address();
      if (address === null || typeof address === "string") throw new Error("the host listens on no port");
      resolve({ url: `http://127.0.0.1:${address.port}/`, host });
    });
  });
}

// --- the walks --------------------------------------------------------------------------------------------------------

describe.skipIf(hindrance !== undefined)("keeping", () => {
  let walks: Walks;
  const extra: Serving[] = [];
  const servers = async (dataFolder: string | false) => {
    const serving = await serve({ port: 0, dataFolder });
    extra.push(serving);
    return serving.url;
  };
  let folders = 0;
  const storing = () => servers(join(folder, String(folders++)));
  beforeAll(async () => {
    walks = await startWalks();
  }, 120_000);
  afterAll(async () => {
    await walks?.close();
    for (const serving of extra) await serving.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const ours = (opened: Opened, url: string) => {
    const foreign = opened.requests.filter(
      (each) => !/^(blob|data):/.test(each) && new URL(each).origin !== new URL(url).origin,
    );
    expect(foreign).toEqual([]);
    // A browser prints every answer above 399 as a fault; a write that came second is none.
    expect(opened.faults.filter((fault) => !fault.includes("status of 412"))).toEqual([]);
  };

  test("every screen, for every reader", async () => {
    const origin = await storing();
    const opened = await walks.open(desk, place, { ...cheaply, origin, ready: ".keeping-choice" });
    const { page } = opened;
    const look = (screen: string) => everyReaderLooks(page, { reader: desk, screen: `keeping-${screen}` });
    await look("choose");
    await page.locator(".keeping-choice").first().click();
    const fields = page.locator(".keeping-field input");
    await fields.first().fill("12345678");
    await page.locator(".keeping-form .primary").click();
    await page.getByRole("alert").waitFor();
    await look("refused");
    await fields.first().fill(passphrase);
    await fields.nth(1).fill(passphrase);
    await page.locator(".keeping-form .primary").click();
    await page.locator(".keeping-code").waitFor();
    await look("code");
    await fields.first().fill(await page.locator(".keeping-code code span").last().innerText());
    await page.locator(".keeping-form .primary").click();
    await page.locator("aside.keeping-line").waitFor();
    await look("settings");
    for (const fold of await page.locator(".keeping details > summary").all()) await fold.click();
    await look("settings-unfolded");
    await page.locator("aside.keeping-line button").click();
    await page.locator(".keeping-tick").waitFor();
    await fields.first().fill("not this one at all");
    await page.locator(".keeping-form .primary").first().click();
    await page.getByRole("alert").waitFor();
    await look("wrong");
    await press(page, "I have lost my passphrase");
    await look("lost");
    await press(page, "The code is lost too");
    await look("erase");
    ours(opened, origin);
    await opened.close();
  });

  test("what was kept is there after a reload, for whoever has the passphrase", async () => {
    const origin = await storing();
    const opened = await walks.open(desk, place, { origin, ready: ".keeping-choice" });
    const { page } = opened;
    await keep(page);
    await addPeople(page, "anna", "ben");
    await kept(page);
    await page.reload();
    await heading(page, "Your records are locked");
    await unlock(page, "not these words at all");
    expect(await alertSays(page)).toContain("That passphrase does not open it.");
    await unlock(page, passphrase);
    await heading(page, "How your records are kept");
    expect(await peopleIn(page)).toEqual(["anna", "ben"]);
    await press(page, "Lock");
    await heading(page, "Your records are locked");
    ours(opened, origin);
    await opened.close();
  });

  test("K3 two tabs add people at the same time: both have all of them, and so has the next", async () => {
    const origin = await storing();
    const first = await walks.open(desk, place, { ...cheaply, origin, ready: ".keeping-choice" });
    await keep(first.page);
    await addPeople(first.page, "anna");
    await kept(first.page);
    const second = await walks.openBeside(first, desk, place, { origin, ready: ".keeping-form" });
    await unlock(second.page, passphrase);
    await heading(second.page, "How your records are kept");
    await Promise.all([addPeople(first.page, "ben", "carl"), addPeople(second.page, "dora", "emil")]);
    await Promise.all([kept(first.page), kept(second.page)]);
    const all = ["anna", "ben", "carl", "dora", "emil"];
    for (const { page } of [first, second]) expect([...(await peopleIn(page))].sort()).toEqual(all);
    const third = await walks.openBeside(first, desk, place, { origin, ready: ".keeping-form" });
    await unlock(third.page, passphrase);
    await heading(third.page, "How your records are kept");
    expect([...(await peopleIn(third.page))].sort()).toEqual(all);
    for (const each of [first, second, third]) ours(each, origin);
    await first.close();
  });

  test("K1 a page that crashes loses nothing it said was kept: on a server and in the browser alone", async () => {
    const { url, host } = await staticHost();
    for (const origin of [await storing(), url]) {
      const opened = await walks.open(desk, place, { ...cheaply, origin, ready: ".keeping-choice" });
      await keep(opened.page);
      await addPeople(opened.page, "anna", "ben");
      await kept(opened.page);
      const context = opened.page.context();
      const beside = await context.newPage();
      await crash(opened.page);
      await beside.goto(`${origin}#en/${place}`);
      await heading(beside, "Your records are locked");
      await unlock(beside, passphrase);
      await heading(beside, "How your records are kept");
      expect(await peopleIn(beside)).toEqual(["anna", "ben"]);
      await opened.close();
    }
    host.close();
  });

  test("a static host and a server that keeps nothing leave it to the browser", async () => {
    const { url, host } = await staticHost();
    for (const origin of [url, await servers(false)]) {
      const opened = await walks.open(desk, place, { ...cheaply, origin, ready: ".keeping-choice" });
      const { page } = opened;
      expect(await page.locator(".keeping-choice").first().innerText()).toContain("It stays in this browser");
      await keep(page);
      await page.getByText("Kept in this browser, sealed with your passphrase.").waitFor();
      await addPeople(page, "anna");
      await kept(page);
      const second = await walks.openBeside(opened, desk, place, { origin, ready: ".keeping-form" });
      await unlock(second.page, passphrase);
      await heading(second.page, "How your records are kept");
      await Promise.all([addPeople(page, "ben"), addPeople(second.page, "carl")]);
      await Promise.all([kept(page), kept(second.page)]);
      for (const each of [page, second.page])
        expect([...(await peopleIn(each))].sort()).toEqual(["anna", "ben", "carl"]);
      // A host of files has no /api/health, and the browser prints that.
      expect(second.faults.filter((fault) => origin !== url || !fault.includes("status of 404"))).toEqual([]);
      await opened.close();
    }
    host.close();
  });

  test("who only looks keeps nothing, and is told so; who keeps it after all loses nothing", async () => {
    const origin = await storing();
    const { page, close } = await walks.open(desk, place, { ...cheaply, origin, ready: ".keeping-choice" });
    await page.getByRole("button", { name: "Only look, keep nothing" }).click();
    await page.getByText("Nothing is kept: it goes when you close this tab.").waitFor();
    await addPeople(page, "anna");
    await press(page, "Keep it after all");
    await makePassphrase(page, passphrase);
    await kept(page);
    expect(await peopleIn(page)).toEqual(["anna"]);
    expect(await sealedBy(page)).toEqual(["anna"]);
    await close();
  });

  test("a lost passphrase: the paper opens, and a new passphrase takes the place of the lost one", async () => {
    const origin = await storing();
    const { page, close } = await walks.open(desk, place, { ...cheaply, origin, ready: ".keeping-choice" });
    const code = await keep(page);
    await addPeople(page, "anna");
    await kept(page);
    await page.reload();
    await press(page, "I have lost my passphrase");
    await type(
      page,
      "Recovery code",
      code.replace(/.$/, (last) => (last === "7" ? "8" : "7")),
    );
    await press(page, "Open with the code");
    expect(await alertSays(page)).toContain("Something in the code is not as it was written");
    await type(page, "Recovery code", code.toLowerCase().replaceAll("-", " "));
    await press(page, "Open with the code");
    await page.getByText("The code is right. Now choose a new passphrase.").waitFor();
    const next = "found again in time";
    await type(page, "New passphrase", next);
    await type(page, "Once more", next);
    await press(page, "Use this passphrase from now on");
    await heading(page, "How your records are kept");
    expect(await peopleIn(page)).toEqual(["anna"]);
    await page.reload();
    await unlock(page, passphrase);
    expect(await alertSays(page)).toContain("That passphrase does not open it.");
    await unlock(page, next);
    await heading(page, "How your records are kept");
    await close();
  });

  test("a backup survives the erasing of everything, and says when a copy is not whole", async () => {
    const origin = await storing();
    const { page, close } = await walks.open(desk, place, { ...cheaply, origin, ready: ".keeping-choice" });
    await keep(page);
    await addPeople(page, "anna", "ben");
    await kept(page);
    const bytes = await downloaded(page, () => press(page, "Save a backup"));
    expect(bytes.includes("anna")).toBe(false);
    const erasing = await unfolded(page, "Erase everything");
    expect(await erasing.getByRole("button", { name: "Erase everything" }).isDisabled()).toBe(true);
    await erasing.getByLabel("To confirm, type the word: erase").fill("erase");
    await erasing.getByRole("button", { name: "Erase everything" }).click();
    await heading(page, "Keep what you type here?");
    await press(page, "I have a backup");
    const give = (buffer: Buffer) =>
      page
        .getByLabel("Backup file")
        .setInputFiles({ name: "backup.json", mimeType: "application/json", buffer });
    await give(bytes.subarray(0, bytes.length - 100));
    await type(page, "The passphrase or recovery code you had when you made it", passphrase);
    await press(page, "Restore");
    expect(await alertSays(page)).toContain("The end of this file is missing.");
    await give(bytes);
    await press(page, "Restore");
    await heading(page, "How your records are kept");
    expect(await peopleIn(page)).toEqual(["anna", "ben"]);
    await close();
  });

  test("a new passphrase and a new code are made in the settings; the old ones open nothing", async () => {
    const origin = await storing();
    const { page, close } = await walks.open(desk, place, { ...cheaply, origin, ready: ".keeping-choice" });
    const oldCode = await keep(page);
    const changing = await unfolded(page, "Change the passphrase");
    const change = async (current: string, next: string) => {
      await changing.getByLabel("Current passphrase").fill(current);
      await changing.getByLabel("New passphrase").fill(next);
      await changing.getByLabel("Once more").fill(next);
      await changing.getByRole("button", { name: "Change it" }).click();
    };
    const next = "another row of words";
    await change("not these words at all", next);
    expect(await changing.getByRole("alert").innerText()).toContain("That passphrase does not open it.");
    await change(passphrase, next);
    await changing.getByText("From now on the new passphrase opens it.").waitFor();
    await unfolded(page, "New recovery code");
    await press(page, "Make a new code");
    await page.locator(".keeping-code").waitFor();
    const groups = await page.locator(".keeping-code code span").allInnerTexts();
    await type(page, "To be sure it is on paper: the last four characters", groups.at(-1)!);
    await press(page, "Go on");
    await page.reload();
    await unlock(page, passphrase);
    expect(await alertSays(page)).toContain("That passphrase does not open it.");
    await press(page, "I have lost my passphrase");
    await type(page, "Recovery code", oldCode);
    await press(page, "Open with the code");
    expect(await alertSays(page)).toContain("The code is written correctly");
    await press(page, "Back");
    await unlock(page, next);
    await heading(page, "How your records are kept");
    await close();
  });

  test("a passkey opens in the place of the passphrase until it is removed; at a number there are none", async () => {
    const origin = await storing();
    const named = origin.replace("127.0.0.1", "localhost");
    const opened = await walks.open(desk, place, { ...cheaply, origin: named, ready: ".keeping-choice" });
    const { page } = opened;
    const session = await page.context().newCDPSession(page);
    await session.send("WebAuthn.enable");
    await session.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        ctap2Version: "ctap2_1",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        hasPrf: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await keep(page);
    await addPeople(page, "anna");
    await kept(page);
    await unfolded(page, "Passkeys");
    await press(page, "Add a passkey");
    await page.getByText("It opens your records from now on.").waitFor();
    await press(page, "Lock");
    await press(page, "Open with a passkey");
    await heading(page, "How your records are kept");
    expect(await peopleIn(page)).toEqual(["anna"]);
    await unfolded(page, "Passkeys");
    await press(page, "Remove: Passkey 1");
    await page.getByRole("button", { name: "Remove: Passkey 1" }).waitFor({ state: "detached" });
    await press(page, "Lock");
    await heading(page, "Your records are locked");
    expect(await page.getByRole("button", { name: "Open with a passkey" }).count()).toBe(0);
    await opened.close();
    const atNumber = await walks.open(desk, place, { ...cheaply, origin, ready: ".keeping-form" });
    await unlock(atNumber.page, passphrase);
    await unfolded(atNumber.page, "Passkeys");
    await atNumber.page.getByText("Passkeys do not work at this address.").waitFor();
    await atNumber.close();
  });

  test("who only reads the founding case loads nothing of the store", async () => {
    const { requests, close } = await walks.open(desk, "founding/answer", { ready: ".losses, .card, main" });
    expect(requests.filter((each) => /api\/|people-store|sqlite|opfs|argon2|sealed/.test(each))).toEqual([]);
    await close();
  });
});
