/** Three questions, one at a time; an answer is one touch. The numbers to call stay in sight above them. */
import { useMemo } from "react";
import type { Lang } from "../../../src/report/index.ts";
import { useLang, useWords } from "../app/speaking.tsx";
import { regionsOf, regionsToChoose } from "../things/regions.ts";
import type { Service } from "../things/services.ts";
import { useServices } from "../things/use-services.ts";
import { type Answers, isPhoneGone, locksAsked, type Question, whatIsGone } from "./incident.ts";
import { Telling } from "./telling.tsx";
import type { Now } from "./use-now.ts";
import { goneWords, lockWords, nowWords } from "./words.ts";

interface AskingProps {
  readonly question: Question;
  readonly now: Now;
}

export function Asking({ question, now }: AskingProps) {
  const {
    kept: { answers },
    answer,
  } = now;
  const words = useWords(nowWords);
  const gones = useWords(goneWords);
  const locks = useWords(lockWords);
  const back =
    question === "gone"
      ? undefined
      : () => answer(question === "lock" ? withoutGone : { ...withoutLock(answers) });
  return (
    <section className="now-asking" aria-labelledby="now-question">
      <h2 id="now-question" tabIndex={-1}>
        {{ gone: words.whatIsGone, lock: words.canOpen, where: words.where }[question]}
      </h2>
      {question === "gone" ? (
        <div className="now-choices">
          {whatIsGone.map((gone) => (
            <button key={gone} type="button" onClick={() => answer({ gone })}>
              {gones[gone]}
            </button>
          ))}
          <Telling now={now} />
        </div>
      ) : question === "lock" ? (
        <div className="now-choices">
          {locksAsked.map((lock) => (
            <button key={lock} type="button" onClick={() => answer({ lock })}>
              {locks[lock]}
            </button>
          ))}
        </div>
      ) : (
        <Where answers={answers} answer={answer} />
      )}
      {back === undefined ? null : (
        <button type="button" className="now-back" onClick={back}>
          {words.back}
        </button>
      )}
    </section>
  );
}

const withoutGone: Partial<Answers> = { gone: undefined as never };
const withoutLock = ({ gone }: Answers): Partial<Answers> =>
  isPhoneGone(gone) ? { lock: undefined as never } : withoutGone;

function Where({ answers, answer }: { readonly answers: Answers } & Pick<Now, "answer">) {
  const words = useWords(nowWords);
  const lang = useLang();
  const known = useServices();
  const list = typeof known === "string" ? [] : known.list;
  const regions = useMemo(() => regionsOf(list), [list]);
  const region = answers.region ?? usualRegion(regions, lang);
  const options = useMemo(
    () => regionsToChoose([...new Set([region, ...regions])], lang),
    [region, regions, lang],
  );
  const choose = (carrier: string | undefined) => {
    const others = answers.uses.filter((id) => list.find((each) => each.id === id)?.kind !== "carrier");
    answer({ region, isCarrierAsked: true, uses: carrier === undefined ? others : [carrier, ...others] });
  };
  return (
    <>
      <label className="now-field">
        {words.region}
        <select value={region} onChange={({ target }) => answer({ region: target.value })}>
          {options.map(({ region: each, name }) => (
            <option key={each} value={each}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <div className="now-choices">
        {servicesOf(list, "carrier", region).map(({ id, name }) => (
          <button key={id} type="button" onClick={() => choose(id)}>
            {name[lang]}
          </button>
        ))}
        <button type="button" onClick={() => choose(undefined)}>
          {words.otherCarrier}
        </button>
      </div>
    </>
  );
}

export const servicesOf = (
  list: readonly Service[],
  kind: Service["kind"],
  region: string,
): readonly Service[] =>
  list.filter(
    (each) =>
      each.kind === kind &&
      !each.isArchetype &&
      each.provides.length > 0 &&
      (each.regions.includes(region) || each.regions.length === 0),
  );

/** Where this browser seems to be: by its clock, else by the language somebody reads here, else by its own languages. */
function usualRegion(regions: readonly string[], lang: Lang): string {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const byClock = regions.find((region) => zonesOf(region).includes(zone));
  if (byClock !== undefined) return byClock;
  const tags = navigator.languages.filter((tag) => lang !== "zh" || /^zh\b/.test(tag));
  for (const tag of tags) {
    const region = new Intl.Locale(tag).maximize().region?.toLowerCase();
    if (region !== undefined && regions.includes(region)) return region;
  }
  return "cn";
}

/** The time zones of a country; a browser that does not know them names none. */
function zonesOf(region: string): readonly string[] {
  const locale = new Intl.Locale("und", { region: region.toUpperCase() }) as Intl.Locale & {
    getTimeZones?(): readonly string[] | undefined;
  };
  return locale.getTimeZones?.() ?? [];
}
