/** Every other flow somebody with these beginnings could run, folded away, by institution, with a search. */
import { memo, useId, useState } from "react";
import type { FlowInReach } from "../../../src/asking/index.ts";
import { duration, sayFlow, type Telling, useTelling, whereOf } from "../telling.ts";

export const InReach = memo(function InReach({ flows }: { readonly flows: readonly FlowInReach[] }) {
  const telling = useTelling();
  const { words, lang, data } = telling;
  const [wanted, want] = useState("");
  const field = useId();
  const found = flows.filter((flow) => isFound(telling, flow, wanted));
  const institutions = [...new Set(found.map(({ institution }) => institution))];
  return (
    <details className="in-reach">
      <summary>{words.othersOnce(flows.length)}</summary>
      <label className="unseen" htmlFor={field}>
        {words.search}
      </label>
      <input
        id={field}
        type="search"
        value={wanted}
        placeholder={words.search}
        onChange={({ target }) => want(target.value)}
      />
      {found.length === 0 ? <p>{words.nothingFound}</p> : null}
      <div className="in-reach-lists">
        {institutions.map((institution) => (
          <section key={institution}>
            <h3>
              {whereOf(
                {
                  institution,
                  institutionName: data.catalog.institutions.get(institution)?.name ?? {
                    en: institution,
                    zh: institution,
                  },
                },
                lang,
              )}
            </h3>
            <ul>
              {found
                .filter((flow) => flow.institution === institution)
                .map(({ flow, minutes }) => (
                  <li key={flow}>
                    {sayFlow(telling, institution, flow)}{" "}
                    <span className="quiet">{words.after(duration(telling, minutes))}</span>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </details>
  );
});

/** By the titles and names in both languages and the other names people search by. */
function isFound({ data }: Telling, { institution, flow }: FlowInReach, wanted: string): boolean {
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
