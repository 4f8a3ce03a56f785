/** What the page says of a form's change is what `design diff` says of the file it is saved as. */
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { personFile } from "../../src/person/index.ts";
import type { DiffAnswer } from "../../src/questions/index.ts";
import { readInstitutionFilesHere, readPopulationHere } from "../../web/data-plugin.ts";
import { effectsOf } from "../../web/src/what-if/asking.ts";
import { held } from "../../web/src/what-if/counting.ts";
import { editOf, type FlowEdit, patchText } from "../../web/src/what-if/edit.ts";
import { readShipped } from "../kit/shipped.ts";
import { said } from "./said.ts";

const { catalog } = readShipped();
const population = readPopulationHere();
const speaking = { catalog, population, files: readInstitutionFilesHere(), lang: "en" } as const;

/** How many effects both doors tell, which are the same. */
async function check(name: string, change: (today: FlowEdit) => Partial<FlowEdit>): Promise<number> {
  const [institution = "", id = ""] = name.split("/");
  const flow = catalog.institutions.get(institution)?.flows.find((each) => each.id === id);
  if (flow === undefined) throw new RangeError(`no flow ${name}`);
  const today = editOf(institution, flow);
  const edit: FlowEdit = { ...today, ...change(today) };
  const files = {
    "what-if.yaml": patchText(catalog, edit),
    "people/template.yaml": stringify(personFile(population.template)),
  };
  const args = ["design", "diff", "shipped", "what-if.yaml", "--people", "people", "--held", ...held];
  const at = edit.at === undefined ? [] : ["--at", edit.at];
  const { out, err } = await said([...args, ...at, "--format", "json"], { files });
  if (out === "") throw new Error(err);
  const { effects }: DiffAnswer = JSON.parse(out);
  const seen = effects.map(({ kind, goal }) => `${kind} ${goal}`).sort();
  expect(
    effectsOf(edit, speaking)
      .map(({ kind, goal }) => `${kind} ${goal}`)
      .sort(),
  ).toEqual(seen);
  return seen.length;
}

test("asking less, giving less and more, a wait, other hours and a measure in force have the same effects in both doors", async () => {
  const reset = "alipay/reset-payment-password-by-code-and-card";
  const without = (all: readonly string[], word: string) => all.filter((each) => !each.includes(word));
  expect(await check(reset, ({ asks }) => ({ asks: without(asks, "card.number") }))).toBeGreaterThan(0);
  expect(await check("sichuan-12333/show-electronic-card", () => ({ gives: [] }))).toBeGreaterThan(0);
  expect(
    await check("alipay/sign-in-by-sms", ({ gives }) => ({
      gives: [...gives, "authorise-payment(account)"],
    })),
  ).toBeGreaterThan(0);
  expect(await check("alipay/quick-bind", () => ({ delayMinutes: 2880 }))).toBeGreaterThan(0);
  expect(
    await check("sichuan-12333/show-electronic-card", () => ({
      hours: "mon-fri 09:00-17:00",
      at: "sat 22:00",
    })),
  ).toBeGreaterThan(0);
  expect(await check(reset, () => ({ inForce: ["sichuan-12333/mask-the-electronic-card"] }))).toBeGreaterThan(
    0,
  );
});
