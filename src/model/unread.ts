/**
 * An institution nobody has read, under the name somebody wrote and the kind that was told of it: `AIB (bank)` stands in a
 * person file in the place of an id, so that what is usual for its kind is lent to it.
 */
import { type InstitutionKind, institutionKinds } from "./flow.ts";

const withKind = new RegExp(` \\((${institutionKinds.join("|")})\\)$`);

export const idOfUnread = (name: string, kind: InstitutionKind): string => `${name} (${kind})`;

/** `bank` of `AIB (bank)`; `undefined` where no kind stands with it. */
export const kindOfUnread = (id: string): InstitutionKind | undefined => {
  const [, said] = withKind.exec(id) ?? [];
  return institutionKinds.find((kind) => kind === said);
};

/** As somebody wrote it. */
export const nameOfUnread = (id: string): string => id.replace(withKind, "");
