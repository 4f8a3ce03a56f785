/** What a story or a night brings with it: a person written in place, institutions that exist in it alone. */
import { z } from "zod";
import {
  type Catalog,
  checkCrossings,
  type InstitutionRead,
  idShape,
  readInstitution,
  valueAt,
  type YamlText,
} from "../catalog/index.ts";
import { idleFlows, playsPart } from "../ground/index.ts";
import { Complaint, type ThingKind } from "../model/index.ts";
import { type Person, type PersonRead, readPerson } from "../person/index.ts";

/** Finds a person file by id or by the path written in the file that names it; doors and tests hand this in. */
export type FindPerson = (reference: string, file: string) => YamlText | undefined;

/** The catalogue with the institutions that exist in this file alone. */
export function withInstitutions(
  yaml: YamlText,
  text: { readonly institutions?: Readonly<Record<string, unknown>> | undefined },
  catalog: Catalog,
): { catalog: Catalog; complaints: readonly Complaint[] } {
  const ids = Object.keys(text.institutions ?? {});
  const reads: InstitutionRead[] = ids.map((id) =>
    readInstitution(yaml, catalog.vocabulary, ["institutions", id], id),
  );
  if (reads.length === 0) return { catalog, complaints: [] };
  const institutions = new Map(catalog.institutions);
  for (const { institution } of reads)
    if (institution !== undefined) institutions.set(institution.id, institution);
  const own = { ...catalog, institutions };
  const yamls = new Map(
    ids.map((id) => [
      id,
      {
        ...yaml,
        locate: (path: readonly PropertyKey[], what?: "key" | "value") =>
          yaml.locate(["institutions", id, ...path], what),
      },
    ]),
  );
  // Such a file invents its institutions: only what makes them unusable is a fault.
  const crossings = checkCrossings({ catalog: own, yamls }).complaints.filter(
    ({ severity }) => severity === "error",
  );
  return { catalog: own, complaints: [...reads.flatMap(({ complaints }) => complaints), ...crossings] };
}

/** Institutions it brings of which nothing is in the person's world: whoever reads a “no” must not take it for one of theirs. */
export function idleInstitutions(
  yaml: YamlText,
  text: { readonly institutions?: Readonly<Record<string, unknown>> | undefined },
  world: { readonly catalog: Catalog; readonly person: Person },
): readonly Complaint[] {
  return Object.keys(text.institutions ?? {}).flatMap((id) => {
    const institution = world.catalog.institutions.get(id);
    if (institution === undefined || institution.flows.length === 0) return [];
    if (playsPart(institution, world))
      return idleFlows(institution, world).map(
        ({ flow, kind }) =>
          new Complaint({
            code: "story/plays-no-part",
            severity: "warning",
            place: yaml.locate(["institutions", id, "flows", flow.id], "key"),
            message: `\`${id}/${flow.id}\` plays no part: \`${id}\` runs no \`${kind}\` of this person`,
            help: helpWhose(kind),
          }),
      );
    const [kind = "account", ...others] = institution.provides;
    const kinds = [kind, ...others].map((each) => `\`${each}\``).join(", ");
    return [
      new Complaint({
        code: "story/plays-no-part",
        severity: "warning",
        place: yaml.locate(["institutions", id], "key"),
        message: `\`${id}\` plays no part: it runs no ${kinds} of this person`,
        help: helpWhose(kind),
      }),
    ];
  });
}

function helpWhose(kind: ThingKind): string {
  const all = kind === "mailbox" ? "mailboxes" : `${kind}s`;
  return `give the person one there, or say in \`for\` whose is meant: \`for: { ${kind}: person.${all} }\` (wherever it is), \`new\` or \`theirs\``;
}

export const personShape = z
  .union([z.string().max(300), z.record(z.string(), z.unknown())])
  .describe("An id in people/, a path, or a whole person.");

export const institutionsShape = z
  .record(idShape, z.record(z.string(), z.unknown()))
  .optional()
  .describe("Institutions that exist in this file alone.");

interface PersonAsked {
  readonly file: string;
  /** The id of the file, for a person without a head. */
  readonly id: string;
  readonly reference: string | Readonly<Record<string, unknown>>;
  readonly findPerson: FindPerson;
}

/** The person the file names, or writes in place. */
export function personOf(
  yaml: YamlText,
  catalog: Catalog,
  { file, id, reference, findPerson }: PersonAsked,
): PersonRead {
  if (typeof reference !== "string") {
    const under =
      valueAt(yaml.value, ["world", "person", "person"]) === undefined
        ? undefined
        : (["world", "person"] as const);
    if (under !== undefined) return readPerson(yaml, catalog, under);
    // A person written in place may leave out the head: the file's id stands for it.
    const wrapped: YamlText = {
      ...yaml,
      value: { person: { id }, ...reference },
      locate: (path, what) => yaml.locate(["world", "person", ...path], what),
    };
    return readPerson(wrapped, catalog);
  }
  const found = findPerson(reference, file);
  if (found !== undefined) return readPerson(found, catalog);
  const complaint = new Complaint({
    code: "story/unknown-person",
    place: yaml.locate(["world", "person"]),
    message: `no person \`${reference}\``,
    help: "name a file in people/, give a path from the file's folder, or write the person in place",
  });
  return { person: undefined, complaints: [complaint] };
}
