/**
 * Who can help whom: somebody kept here stands in another's file as a helper, with a copy of their own phone and number.
 * They are known again by their name; nothing else of theirs is copied.
 */
import { type Added, addHelper } from "./adding.ts";
import {
  type Body,
  bodyOf,
  entriesOf,
  helpersOf,
  type PersonDocument,
  splitId,
  targetsOf,
  thingsOf,
  withEntries,
} from "./document.ts";
import { changeBody, withKey } from "./edit.ts";
import { idFor } from "./ids.ts";
import { remove } from "./removing.ts";

/** The helper this person is in that file, if they are. */
export function helperAs(document: PersonDocument, helper: PersonDocument): string | undefined {
  const { name } = helper.person;
  if (name === undefined) return undefined;
  return helpersOf(document).find((id) => {
    const known = document.helpers?.[id]?.name;
    return known?.en === name.en && known.zh === name.zh;
  });
}

export function canHelp(document: PersonDocument, helper: PersonDocument): PersonDocument {
  if (helperAs(document, helper) !== undefined) return document;
  const { name } = helper.person;
  const added = addHelper(document, { called: name?.en ?? helper.person.id });
  const id = splitId(added.id).name;
  const named = {
    ...added.document,
    helpers: { ...added.document.helpers, [id]: name === undefined ? {} : { name } },
  };
  return withTheirs({ document: named, id }, helper);
}

export function cannotHelp(document: PersonDocument, helper: PersonDocument): PersonDocument {
  const id = helperAs(document, helper);
  return id === undefined ? document : remove(document, `person.${id}`);
}

/** Copies of their phones and numbers; which account they are signed in to is their own affair. */
function withTheirs({ document, id }: Added, helper: PersonDocument): PersonDocument {
  let known = document;
  const copies = new Map<string, string>();
  const put = (kind: "device" | "line", from: string, body: Body) => {
    const name = idFor(known, kind, [`${id}-${splitId(from).name}`]);
    copies.set(from, name);
    known = withEntries(known, kind, { ...entriesOf(known, kind), [name]: body });
    return `${kind}.${name}`;
  };
  for (const device of thingsOf(helper, "device")) {
    const { account: _theirs, note: _note, ...body } = bodyOf(helper, device) ?? {};
    put("device", device, { ...body, of: id });
  }
  for (const line of thingsOf(helper, "line")) {
    const { note: _note, ...body } = bodyOf(helper, line) ?? {};
    const copy = put("line", line, { ...body, of: id });
    const sim = bodyOf(helper, line.replace(/^line/, "sim"));
    const [phone] = [targetsOf(sim ?? {}, "in", "device") ?? []].flat();
    if (sim === undefined || phone === undefined) continue;
    const name = copies.get(String(phone));
    known = changeBody(known, copy.replace(/^line/, "sim"), (body) =>
      withKey(body, "in", phone === "unknown" ? phone : name),
    );
  }
  return known;
}
