/** Whose records they are, and what is known beside them. */
import { useId } from "react";
import type { Lang } from "../../../src/report/index.ts";
import { languageTag } from "../app/route.ts";
import { Link, useLang, useWords } from "../app/speaking.tsx";
import { usePeople } from "../people/people-context.tsx";
import { Name } from "../things/name.tsx";
import type { Happened } from "./use-happened.ts";
import { happenedWords } from "./words.ts";
import type { FilesTold } from "./worker.ts";

export function Asking({ happened, read }: { readonly happened: Happened; readonly read: FilesTold }) {
  const words = useWords(happenedWords);
  const lang = useLang();
  const id = useId();
  const { who, told, setTold, ask, state, answer, refusal } = happened;
  const isWorking = state.kind === "working";
  return (
    <form
      className="happened-asking"
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <Whose happened={happened} read={read} />
      <label htmlFor={`${id}-gone`}>{words.goneSince}</label>
      <input
        id={`${id}-gone`}
        type="datetime-local"
        value={told.goneSince}
        onChange={({ target }) => setTold({ ...told, goneSince: target.value })}
      />
      <label htmlFor={`${id}-more`}>{words.tellMore}</label>
      <textarea
        id={`${id}-more`}
        rows={3}
        maxLength={20_000}
        placeholder={words.tellMoreExample}
        lang={languageTag(lang)}
        value={told.words}
        onChange={({ target }) => setTold({ ...told, words: target.value })}
      />
      <div role="alert">
        {refusal?.kind === "no-region" ? <p>{words.noRegion}</p> : null}
        {refusal?.kind === "refused" ? (
          <>
            <p>{words.refused}</p>
            <ul>
              {refusal.complaints.map((each) => (
                <li key={each}>
                  <Name>{each}</Name>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
      <button
        type="submit"
        className="happened-ask"
        disabled={
          isWorking || read.rows === 0 || (who.kind === "files" && (who.region ?? read.region) === undefined)
        }
      >
        {answer === undefined ? words.ask : words.askAgain}
      </button>
    </form>
  );
}

function Whose({ happened, read }: { readonly happened: Happened; readonly read: FilesTold }) {
  const words = useWords(happenedWords);
  const lang = useLang();
  const id = useId();
  const { people } = usePeople();
  const { who, setWho } = happened;
  const document = who.kind === "person" ? who.document : undefined;
  const kept = [...people].map(([key, { document }]) => ({ key, document }));
  const chosen =
    kept.find((each) => each.document === document)?.key ?? (document === undefined ? "" : "example");
  const region = who.kind === "files" ? (who.region ?? read.region ?? "") : "";
  const listed = read.uses.join(lang === "zh" ? "、" : ", ");
  return (
    <>
      <label htmlFor={`${id}-who`}>{words.whose}</label>
      <select
        id={`${id}-who`}
        value={chosen}
        onChange={({ target }) => {
          const found = kept.find(({ key }) => key === target.value);
          if (target.value === "example") return;
          setWho(
            found === undefined
              ? { kind: "files", region: undefined }
              : { kind: "person", document: found.document },
          );
        }}
      >
        <option value="">{words.whoseFiles}</option>
        {kept.map(({ key, document }) => (
          <option key={key} value={key}>
            {document.person.name?.[lang] ?? document.person.id}
          </option>
        ))}
        {chosen === "example" ? <option value="example">{words.whoseExample}</option> : null}
      </select>
      {who.kind === "files" ? (
        <>
          <label htmlFor={`${id}-region`}>{words.country}</label>
          <select
            id={`${id}-region`}
            value={region}
            onChange={({ target }) => setWho({ kind: "files", region: target.value || undefined })}
          >
            {region === "" ? <option value="">{words.countryUnknown}</option> : null}
            {read.regions.map((each) => (
              <option key={each} value={each}>
                {regionName(each, lang)}
              </option>
            ))}
          </select>
          <p className="quiet">
            <Name>{listed === "" ? words.usesNone : words.usesFound(listed)}</Name>{" "}
            <Link to={{ at: "people" }}>{words.describe}</Link>
          </p>
        </>
      ) : null}
    </>
  );
}

function regionName(region: string, lang: Lang): string {
  try {
    return new Intl.DisplayNames([languageTag(lang)], { type: "region" }).of(region.toUpperCase()) ?? region;
  } catch {
    return region; // `global` is no country.
  }
}
