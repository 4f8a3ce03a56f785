/**
 * Starts by name over one person's things: `open-phone` is every phone of the owner's, held and unlocked;
 * `open-phone:device.work` that one alone.
 *
 * What to know to trust it: only the owner's own things count, not those of helpers; a start that names nothing this
 * person has is a mistake, not an empty hand. What leaked is the exception: it is whatever there is to know.
 */
import { type Catalog, helpWith, type Start } from "../catalog/index.ts";
import {
  type CapabilityPattern,
  Complaint,
  type ComplaintPlace,
  capability,
  thingTypes,
} from "../model/index.ts";
import { leakedOf, type Person, type Thing } from "../person/index.ts";

export interface StartQuestion {
  readonly catalog: Catalog;
  readonly person: Person;
  readonly place: ComplaintPlace;
  /** Something else is held as well: a start that finds nothing then takes nothing from the question. */
  readonly isBeside?: boolean;
}

/** `open-phone`, `open-phone:device.work` or `open-phone:work`, as ground text; or what is wrong with it. */
export function heldByStart(
  text: string,
  { catalog, person, place, isBeside = false }: StartQuestion,
): readonly string[] | Complaint {
  const [id = "", ...rest] = text.split(":");
  const named = rest.join(":").trim();
  const start = catalog.starts.get(id.trim());
  const wrong = (message: string, help: string, severity: "error" | "warning" = "error") =>
    new Complaint({ code: "question/unknown-start", place, message, help, severity });
  if (start === undefined)
    return wrong(`no start \`${id}\``, helpWith(id, catalog.starts.keys(), "`chainbreak starts` lists them"));
  const own = [...person.things.values()].filter(({ of }) => of === undefined);
  const meant =
    named === "" ? undefined : own.find(({ id: thing, name }) => thing === named || name === named);
  if (named !== "" && meant === undefined)
    return wrong(
      `no thing \`${named}\` for the start \`${id}\``,
      helpWith(
        named,
        own.flatMap(({ id: thing, name }) => [thing, name]),
        "name a thing of the person file, such as `device.phone`",
      ),
    );
  const held = heldOf(start, own, meant, () => leakedOf({ catalog, person }));
  return held.length > 0
    ? held
    : wrong(
        `the start \`${id}\` finds nothing in this person file`,
        "choose another start, or write down the thing",
        isBeside ? "warning" : "error",
      );
}

function heldOf(
  start: Start,
  own: readonly Thing[],
  meant: Thing | undefined,
  leaked: () => readonly string[],
): readonly string[] {
  const held = start.holds.flatMap((pattern) => laidOver(pattern, start, own, meant));
  return [...new Set([...held, ...(start.isKnown ? leaked() : [])])];
}

/** One word over all the things it may be said of. */
function laidOver(
  { kind, subjects }: CapabilityPattern,
  { only }: Start,
  own: readonly Thing[],
  meant: Thing | undefined,
): readonly string[] {
  const [subject] = subjects;
  if (subject === undefined) return [];
  const { variable, secret } = subject;
  const said = (thing: string) => capability({ kind, things: [thing], secret }).text;
  if (variable === "person") return [said("person")];
  const isMeant = (thing: Thing) =>
    thing.kind === variable &&
    (meant === undefined || meant.kind !== variable || meant.id === thing.id) &&
    [...only].every(([path, value]) => hasValue(thing, path, value));
  return own.filter(isMeant).map(({ id }) => said(id));
}

/** What the person file does not say is what its kind has for the first of its values. */
function hasValue(thing: Thing, path: string, value: string): boolean {
  const [kind = "", attribute = ""] = path.split(".");
  if (thing.kind !== kind) return true;
  const stated = thing.attributes.get(attribute) ?? thingTypes[thing.kind].attributes[attribute]?.values?.[0];
  return stated === value;
}
