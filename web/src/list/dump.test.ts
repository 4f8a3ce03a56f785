import { readFileSync } from "node:fs";
import { test } from "vitest";
import { parse } from "yaml";
import { readWhole } from "../../data-plugin.ts";
import { openEngine } from "../engine/engine.ts";
import { readOwnCase } from "../engine/own-case.ts";
import { conditionsOf, inOrder, redCardOf } from "./red-card.ts";
import { tellRedCard } from "./red-card-told.ts";

const whole = readWhole();
test.each([
  ["elder", ["possess(device.phone)", "possess(sim.main)"]],
  ["engineer", ["possess(device.phone)"]],
  ["trader", ["possess(device.shop-phone)"]],
] as const)("%s", (id, held) => {
  const document = parse(readFileSync(`catalog/people/${id}.yaml`, "utf8"));
  const { data } = readOwnCase(whole, { document, held: [...held] });
  if (data === undefined) throw new Error();
  const engine = openEngine(data);
  const base = engine.ask([]).audit;
  const unordered = redCardOf({ data, base, blocks: engine.blocks() });
  const card = inOrder(unordered, base, engine.whileStanding(unordered.calls.map(conditionsOf)));
  for (const lang of ["zh", "en"] as const) {
    const t = tellRedCard({ data, card, lang });
    console.log(JSON.stringify(t.missing));
    for (const c of t.calls)
      console.log(
        c.name,
        "|",
        c.numbers.map((n) => n.text).join(),
        "|",
        c.pages.join(),
        "|",
        c.sayHead,
        c.say,
        "\n",
        c.stops.map((s) => `   - ${s.thing} | ${s.by} | ${s.askedHead} ${s.asked} | ${s.holds}`).join("\n"),
      );
  }
});
