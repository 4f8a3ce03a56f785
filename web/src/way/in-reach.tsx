/** Every other flow somebody with these beginnings could run, folded away, by institution, with a search. */
import { memo, useId, useState } from "react";
import type { FlowInReach } from "../../../src/asking/index.ts";
import { duration, sayFlow, useTelling, whereOf } from "../telling.ts";
import { isFound } from "./found.ts";

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
