/**
 * A switch for every measure, by who has to act; what changes nothing by itself is folded away. With many of them a
 * reader searches, or looks only at their own.
 */
import { useDeferredValue, useMemo, useState } from "react";
import { sayInstitution } from "../../../src/report/index.ts";
import { useCase } from "../case/case.tsx";
import { sayMeasure, type Telling, useTelling } from "../telling.ts";
import type { Deed } from "./deeds.ts";
import { type Group, groupsOf, openGroups } from "./groups.ts";
import { MeasureSwitch } from "./measure-switch.tsx";
import { sayWho, wordsOfCut } from "./saying.ts";

const shows = ["everybody", "mine", "theirs", "onlyOn"] as const;
type Show = (typeof shows)[number];

/** Fewer than these are found with the eye. */
const searchFrom = 12;

export function Switches({ deeds }: { readonly deeds: readonly Deed[] }) {
  const telling = useTelling();
  const { lang, base } = telling;
  const { alone, chosen } = useCase();
  const words = wordsOfCut(lang);
  const [show, setShow] = useState<Show>("everybody");
  const [query, setQuery] = useState("");
  const wanted = useDeferredValue(query.trim().toLowerCase());
  const haystacks = useMemo(
    () => new Map(deeds.map((deed) => [deed.measure.id, haystackOf(telling, deed)])),
    [deeds, telling],
  );
  const isSought = wanted !== "" || show === "onlyOn";
  const shown = deeds.filter(
    ({ measure }) =>
      (show !== "onlyOn" || chosen.has(measure.id)) && haystacks.get(measure.id)?.includes(wanted) !== false,
  );
  const { mine, theirs, idle } = groupsOf({ deeds: shown, base, alone });
  const parts: readonly (readonly [string, readonly Group[], boolean])[] = [
    [words.personCan, mine, show !== "theirs"],
    [words.institutionsCan, theirs, show !== "mine"],
  ];
  const rest = idle.filter(
    ({ measure }) => show === "everybody" || isSought || (measure.by === "person") === (show === "mine"),
  );
  return (
    <div className="switches-all">
      {deeds.length < searchFrom ? null : (
        <search className="switches-tools">
          <input
            type="search"
            aria-label={words.search}
            placeholder={words.search}
            value={query}
            onChange={({ target }) => setQuery(target.value)}
          />
          <fieldset className="choices">
            <legend className="unseen">{words.show}</legend>
            {shows.map((each) => (
              <label key={each}>
                <input
                  type="radio"
                  name="measures-shown"
                  checked={show === each}
                  onChange={() => setShow(each)}
                />
                <span>{words[each]}</span>
              </label>
            ))}
          </fieldset>
          <p className="unseen" role="status">
            {isSought ? words.found(shown.length) : ""}
          </p>
        </search>
      )}
      <div className="switches">
        {parts.map(([title, groups, isShown]) =>
          isShown && groups.length > 0 ? (
            <fieldset key={title}>
              <legend>{title}</legend>
              {groups.map((group) => (
                <GroupFold
                  key={group.key}
                  group={group}
                  isOpen={isSought || openGroups(groups).has(group.key)}
                />
              ))}
            </fieldset>
          ) : null,
        )}
        {shown.length === 0 ? <p className="quiet">{words.noneHere}</p> : null}
        {rest.length === 0 ? null : <IdleFold key={String(isSought)} deeds={rest} isOpen={isSought} />}
      </div>
    </div>
  );
}

/** What is folded is not drawn: with two hundred accounts that is most of it. */
function GroupFold({ group, isOpen }: { readonly group: Group; readonly isOpen: boolean }) {
  const telling = useTelling();
  const { chosen } = useCase();
  const words = wordsOfCut(telling.lang);
  const [opened, open] = useState<boolean | undefined>(undefined);
  const isUnfolded = opened ?? isOpen;
  const on = group.deeds.filter(({ measure }) => chosen.has(measure.id)).length;
  return (
    <details
      className="switches-of"
      open={isUnfolded}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open !== isUnfolded) open(currentTarget.open);
      }}
    >
      <summary>
        {sayWho(telling, group.who)} <span className="quiet">{words.count(group.deeds.length)}</span>
        {on === 0 ? null : <span className="count-on">{words.on(on)}</span>}
      </summary>
      {isUnfolded ? <Rows deeds={group.deeds} /> : null}
    </details>
  );
}

function IdleFold({ deeds, isOpen }: { readonly deeds: readonly Deed[]; readonly isOpen: boolean }) {
  const words = wordsOfCut(useTelling().lang);
  const [isUnfolded, unfold] = useState(isOpen);
  return (
    <details className="idle" open={isUnfolded} onToggle={({ currentTarget }) => unfold(currentTarget.open)}>
      <summary>{words.idle(deeds.length)}</summary>
      <div className="idle-measures">{isUnfolded ? <Rows deeds={deeds} hasWho /> : null}</div>
    </details>
  );
}

function Rows({ deeds, hasWho = false }: { readonly deeds: readonly Deed[]; readonly hasWho?: boolean }) {
  const { alone, chosen, toggle } = useCase();
  return deeds.map((deed) => (
    <MeasureSwitch
      key={deed.measure.id}
      measure={deed.measure}
      deed={deed}
      isOn={chosen.has(deed.measure.id)}
      toggle={toggle}
      alone={alone.get(deed.measure.id)}
      hasWho={hasWho}
    />
  ));
}

/** Found by its name or by who acts, in either language. */
function haystackOf(telling: Telling, { measure, who, things }: Deed): string {
  const { data } = telling;
  const institution = who.kind === "with" || who.kind === "institution" ? who.institution : undefined;
  return [
    measure.title.en,
    measure.title.zh,
    sayMeasure(telling, measure.id),
    ...(institution === undefined
      ? []
      : [
          sayInstitution(data, institution, "en"),
          sayInstitution(data, institution, "zh"),
          ...(data.catalog.institutions.get(institution)?.also ?? []),
        ]),
    ...things,
  ]
    .join("\n")
    .toLowerCase();
}
