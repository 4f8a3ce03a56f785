/** Is a flow meant by what somebody types: its titles and its institution's names, in both languages, and what people call it. */
import type { Telling } from "../telling.ts";

export function isFound(
  { data }: Pick<Telling, "data">,
  { institution, flow }: { readonly institution: string; readonly flow: string },
  wanted: string,
): boolean {
  const { name, also, flows } = data.catalog.institutions.get(institution) ?? {
    name: { en: "", zh: "" },
    also: [],
    flows: [],
  };
  const title = flows.find(({ id }) => id === flow)?.title ?? { en: "", zh: "" };
  const text = [title.en, title.zh, name.en, name.zh, ...also].join(" ").toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
