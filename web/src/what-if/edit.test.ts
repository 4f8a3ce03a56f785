/** A form's change is the patch file it is saved as, and whatever the form offers can be saved and read. */
import { expect, test } from "vitest";
import { readYaml } from "../../../src/catalog/index.ts";
import { formatPattern, parseHours } from "../../../src/model/index.ts";
import { servicesBetween } from "../../../src/population/index.ts";
import { readShipped } from "../../../test/kit/shipped.ts";
import { readInstitutionFilesHere, readPopulationHere } from "../../data-plugin.ts";
import { changedBy, editOf, type FlowEdit, offeredBy, partsOf, patchText } from "./edit.ts";
import { givableIn } from "./givable.ts";
import { offered } from "./offered.ts";

const { catalog, texts } = readShipped();
/** No institution the page offers makes one wait and tells somebody meanwhile; this one does. */
const waits = "dbs";
const itsText = texts.find(({ file }) => file === catalog.files.get(waits))!; // It is shipped.
const shipped = {
  catalog,
  files: { ...readInstitutionFilesHere(), [waits]: readYaml(itsText.text, itsText.file).value },
};
const population = readPopulationHere();
const all = offered({ catalog, population, lang: "en" });
const changedFlow = (edit: FlowEdit) =>
  changedBy(edit, shipped)
    .catalog.institutions.get(edit.institution)
    ?.flows.find(({ id }) => id === edit.flow);

/** Each flow of each institution offered. */
const flows = [...all.map(({ id }) => id), waits].flatMap((id) =>
  catalog.institutions.get(id)!.flows.map((flow) => ({ id, flow, today: editOf(id, flow) })),
);

test("a form that was not touched changes nothing, for any flow", () => {
  for (const { id, flow, today } of flows) {
    expect(servicesBetween({ catalog }, changedBy(today, shipped))).toEqual([]);
    expect(changedBy(today, shipped).catalog.institutions.get(id)?.flows).toEqual(
      catalog.institutions.get(id)?.flows,
    );
    expect(partsOf(flow).map(({ text }) => text)).toEqual(today.asks);
  }
  expect(flows.length).toBeGreaterThan(20); // A test that compared nothing must not pass.
});

test("one more asked, one more given, longer, later and at other hours: the file says it and all else stays", () => {
  for (const { id, flow, today } of flows) {
    const more = offeredBy(catalog.institutions.get(id)!).find(({ text }) => !today.asks.includes(text));
    const given = givableIn(catalog, flow)[0];
    const changed = changedFlow({
      ...today,
      asks: [...today.asks, ...(more === undefined ? [] : [more.text])],
      gives: [...today.gives, ...(given === undefined ? [] : [given.text])],
      minutes: today.minutes + 3,
      delayMinutes: today.delayMinutes + 60,
      hours: "mon-fri 09:00-17:00",
    });
    const { asks, gives, takes, delay, hours, ...rest } = changed!; // It is there; an absent one fails here.
    const { asks: _, gives: __, takes: before, delay: delayBefore, hours: ___, ...others } = flow;
    expect(rest).toEqual(others);
    expect(partsOf(changed!).map(({ text }) => text)).toEqual([
      ...today.asks,
      ...(more === undefined ? [] : [more.text]),
    ]);
    expect(gives.map(formatPattern)).toEqual([...today.gives, ...(given === undefined ? [] : [given.text])]);
    expect([takes.min, takes.likely, takes.max]).toEqual(
      [before.min, before.likely, before.max].map((each) => each + 3),
    );
    expect(delay?.takes.min).toBe((delayBefore?.takes.min ?? 0) + 60);
    expect([delay?.tells ?? [], delay?.cancelledBy]).toEqual([
      delayBefore?.tells ?? [],
      delayBefore?.cancelledBy,
    ]);
    expect(hours).toEqual(parseHours("mon-fri 09:00-17:00"));
  }
});

test("whatever is offered to be given is read, all of it at once; so is a flow that gives nothing", () => {
  let tried = 0;
  for (const { flow, today } of flows) {
    const gives = givableIn(catalog, flow).map(({ text }) => text);
    expect(changedFlow({ ...today, gives })?.gives.map(formatPattern)).toEqual(gives);
    expect(changedFlow({ ...today, gives: [] })?.gives).toEqual([]);
    tried += gives.length;
  }
  expect(tried).toBeGreaterThan(100);
});

test("a wait that is taken away is gone, and every measure offered can be put in force", () => {
  const waiting = flows.filter(({ flow }) => flow.delay !== undefined && flow.delay.tells.length > 0);
  expect(waiting.length).toBeGreaterThan(0);
  for (const { today } of waiting) expect(changedFlow({ ...today, delayMinutes: 0 })?.delay).toBeUndefined();
  const first = flows[0]!.today;
  for (const { name } of all.flatMap(({ measures }) => measures))
    expect(changedBy({ ...first, inForce: [name] }, shipped).measures).toEqual([name]);
  expect(patchText(catalog, { ...first, inForce: [all[0]!.measures[0]!.name] })).not.toContain("flows:");
});

test("a flow that is gone is gone from the catalogue", () => {
  const edit = { ...editOf("alipay", catalog.institutions.get("alipay")!.flows[0]!), isGone: true }; // Both are shipped.
  expect(changedFlow(edit)).toBeUndefined();
});
