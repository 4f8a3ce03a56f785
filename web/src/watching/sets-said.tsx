/** Files of rules with their versions, as they are said everywhere. */
import { Fragment } from "react";
import { useWords } from "../app/speaking.tsx";
import type { Sets } from "./asking-rules.ts";
import { rulesWords } from "./rules-words.ts";

export function SetsSaid({ sets }: { readonly sets: Sets }) {
  const words = useWords(rulesWords);
  if (sets.length === 0) return words.beforeNone;
  return sets.map(({ id, version }, i) => (
    <Fragment key={id}>
      {i === 0 ? null : words.comma}
      <b className="address">{id}</b> {words.version(version)}
    </Fragment>
  ));
}
