/** A person file brought in: whole, or not at all with everything that is wrong in it, where, and the way out. */
import { useId, useState } from "react";
import { goTo } from "../app/going.ts";
import { Link, useLang, useWords } from "../app/speaking.tsx";
import type { Fault } from "../engine/own-case.ts";
import { usePeople } from "../people/people-context.tsx";
import { readPersonFile } from "./client.ts";
import { FaultList } from "./fault-list.tsx";
import { keptFrom } from "./kept.ts";
import { peopleWords } from "./people-words.ts";

type Import =
  | { readonly kind: "none" | "reading" | "failed" | "sealed" }
  | { readonly kind: "refused"; readonly faults: readonly Fault[] };

export function ImportFile() {
  const lang = useLang();
  const words = useWords(peopleWords);
  const { add } = usePeople();
  const id = useId();
  const [state, setState] = useState<Import>({ kind: "none" });
  const read = async (file: File) => {
    setState({ kind: "reading" });
    try {
      const read = await readPersonFile(file);
      if (read === "sealed") return setState({ kind: "sealed" });
      const { document, faults } = read;
      if (document === undefined)
        return setState({ kind: "refused", faults: faults.filter(({ severity }) => severity === "error") });
      setState({ kind: "none" });
      goTo({ lang, route: { at: "person", id: add(keptFrom(document)), view: "things" } });
    } catch {
      setState({ kind: "failed" });
    }
  };
  return (
    <div className="way-in-card">
      <h2>{words.import}</h2>
      <p className="hint" id={`${id}-text`}>
        {words.importText}
      </p>
      <label className="file-button quiet-button" htmlFor={id}>
        {words.import}
      </label>
      <input
        id={id}
        type="file"
        className="unseen file-input"
        accept=".yaml,.yml,.json,application/yaml,application/json"
        aria-describedby={`${id}-text`}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          target.value = ""; // The same file, mended, can be chosen again.
          if (file !== undefined) void read(file);
        }}
      />
      <div role="status">{state.kind === "reading" ? <p>{words.importing}</p> : null}</div>
      <div role="alert">
        {state.kind === "failed" ? <p>{words.importFailed}</p> : null}
        {state.kind === "sealed" ? (
          <p>
            {words.importSealed} <Link to={{ at: "keeping" }}>{words.importSealedWhere}</Link>
          </p>
        ) : null}
        {state.kind === "refused" ? <Faults faults={state.faults} /> : null}
      </div>
    </div>
  );
}

/** A file that is none of ours is said to be so, and what the reader of YAML makes of it is folded away. */
const isForeign = (faults: readonly Fault[]): boolean =>
  faults.some(({ code }) => /^(yaml|file)\//.test(code)) ||
  faults.every(({ code }) => code.startsWith("shape/"));

function Faults({ faults }: { readonly faults: readonly Fault[] }) {
  const words = useWords(peopleWords);
  if (!isForeign(faults))
    return (
      <>
        <p className="refusal">{words.notImported(faults.length)}</p>
        <FaultList faults={faults} />
      </>
    );
  return (
    <>
      <p className="refusal">{words.notOurs}</p>
      <details>
        <summary>{words.details}</summary>
        <FaultList faults={faults} />
      </details>
    </>
  );
}
