/** What was put in force while the service ran, by which key and when; and how one rule counts, set otherwise. */
import { Fragment, useEffect, useId, useState } from "react";
import { useLang, useWords } from "../app/speaking.tsx";
import type { Asking } from "./asking.ts";
import type { RuleSeen, RulesVersion, VersionSaid } from "./asking-rules.ts";
import { clock } from "./clock.ts";
import { putWords } from "./put-words.ts";
import { rulesWords } from "./rules-words.ts";
import { SetsSaid } from "./sets-said.tsx";
import { SureButton } from "./sure-button.tsx";

/** By whom anything is put in force, over which version, and what is looked at anew then. */
export interface PutHands {
  readonly ask: Asking;
  readonly mayPut: boolean;
  readonly over: number;
  readonly reload: () => void;
}

export function VersionsPart({ hands }: { readonly hands: PutHands }) {
  const words = useWords(putWords);
  const { ask, over } = hands;
  const [versions, setVersions] = useState<readonly RulesVersion[]>([]);
  // Another is in force: there is one more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew for each version that is put over another.
  useEffect(() => {
    let isGone = false;
    ask
      .rulesVersions()
      .then((found) => {
        if (!isGone) setVersions(found);
      })
      .catch(() => {}); // Told by the rules above.
    return () => {
      isGone = true;
    };
  }, [ask, over]);
  // The file of the start alone is no history.
  if (versions.length < 2) return null;
  return (
    <section className="watching-panel" aria-labelledby="versions">
      <h2 id="versions">{words.versions}</h2>
      <Versions versions={versions.slice(0, shownAtOnce)} hands={hands} />
      {versions.length <= shownAtOnce ? null : (
        <details className="watching-closed">
          <summary>{words.earlier(versions.length - shownAtOnce)}</summary>
          <Versions versions={versions.slice(shownAtOnce)} hands={hands} />
        </details>
      )}
    </section>
  );
}

/** As many as one goes back over; the others are a press away. */
const shownAtOnce = 3;

function Versions({
  versions,
  hands,
}: {
  readonly versions: readonly RulesVersion[];
  readonly hands: PutHands;
}) {
  return (
    <ol className="watching-rule-list">
      {versions.map((version) => (
        <li key={version.number}>
          <VersionTold version={version} hands={hands} />
        </li>
      ))}
    </ol>
  );
}

/** Asked for when it is opened: a file may be long. */
function Says({ ask, number }: { readonly ask: Asking; readonly number: number }) {
  const words = useWords(putWords);
  const rules = useWords(rulesWords);
  const [said, setSaid] = useState<VersionSaid>();
  const open = (isOpen: boolean) => {
    if (isOpen && said === undefined)
      ask
        .versionSaid(number)
        .then(setSaid)
        .catch(() => {}); // Opened again, it is asked again.
  };
  const modesSaid = Object.entries(said?.modes ?? {});
  return (
    <details className="watching-when-rule" onToggle={(event) => open(event.currentTarget.open)}>
      <summary>
        {words.says} <span className="unseen">{words.numbered(number)}</span>
      </summary>
      {modesSaid.length === 0 ? null : (
        <p>
          {words.beside}{" "}
          {modesSaid.map(([rule, { mode, percent }], i) => (
            <Fragment key={rule}>
              {i === 0 ? null : rules.comma}
              <b className="address">{rule}</b> {rules.modeOf(mode, percent)}
            </Fragment>
          ))}
        </p>
      )}
      {said?.text === undefined ? null : <pre className="address watching-text">{said.text}</pre>}
    </details>
  );
}

function VersionTold({
  version: { number, what, at, by, of = 0, sets, isInForce, isReadable },
  hands: { ask, mayPut, over, reload },
}: {
  readonly version: RulesVersion;
  readonly hands: PutHands;
}) {
  const lang = useLang();
  const words = useWords(putWords);
  return (
    <>
      <h3>
        {words.numbered(number)}{" "}
        {isInForce ? <span className="watching-tag watching-mode-on">{words.isInForce}</span> : null}
      </h3>
      {what === "start" || at === undefined ? null : (
        <p className="watching-soft">
          {clock(at, lang)} · {words.done(what, of)} · {words.byKey} <code className="address">{by}</code>
        </p>
      )}
      <p>{isReadable ? <SetsSaid sets={sets} /> : words.unreadable}</p>
      {number > 0 && isReadable ? <Says ask={ask} number={number} /> : null}
      {mayPut && isReadable && !isInForce ? (
        <SureButton act={(said) => ask.restoreRules(number, over, said)} done={reload}>
          {words.again} <span className="unseen">{words.numbered(number)}</span>
        </SureButton>
      ) : null}
    </>
  );
}

const modes = ["on", "shadow", "off"] as const;

/** How one rule counts, set otherwise. */
export function ModePart({ rule, hands }: { readonly rule: RuleSeen; readonly hands: PutHands }) {
  const words = useWords(putWords);
  const id = useId();
  const [mode, setMode] = useState(rule.mode);
  const [percent, setPercent] = useState(String(rule.percent));
  if (!hands.mayPut) return null;
  const share = Number(percent);
  const isShare = percent.trim() !== "" && share >= 0 && share <= 100;
  const asked = mode === "on" ? share : rule.percent;
  const isSame = mode === rule.mode && asked === rule.percent;
  return (
    <details className="watching-when-rule">
      <summary>{words.change}</summary>
      <div className="watching-mode">
        <label htmlFor={`${id} mode`}>{words.how}</label>
        <select
          id={`${id} mode`}
          value={mode}
          onChange={(event) => setMode(modes.find((each) => each === event.target.value) ?? rule.mode)}
        >
          {modes.map((each) => (
            <option key={each} value={each}>
              {words.howOf(each)}
            </option>
          ))}
        </select>
        {mode === "on" ? (
          <>
            <label htmlFor={`${id} percent`}>{words.percent}</label>
            <input
              id={`${id} percent`}
              type="number"
              min={0}
              max={100}
              value={percent}
              onChange={(event) => setPercent(event.target.value)}
            />
          </>
        ) : null}
        <SureButton
          isDisabled={!isShare || isSame}
          act={(lang) => hands.ask.setRuleMode({ rule: rule.id, mode, percent: asked }, hands.over, lang)}
          done={hands.reload}
        >
          {words.set} <span className="unseen address">{rule.id}</span>
        </SureButton>
      </div>
    </details>
  );
}
